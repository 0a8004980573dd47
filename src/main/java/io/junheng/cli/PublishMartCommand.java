package io.junheng.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.junheng.config.DialectReader;
import io.junheng.config.Environment;
import io.junheng.definition.Dialect;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.PublishMart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng publish mart}: loads gold into PostgreSQL or a database of another dialect. */
@Command(name = "mart", abbreviateSynopsis = true)
final class PublishMartCommand implements Callable<Integer> {
  private static final String PASSWORD = "JUNHENG_MART_PASSWORD";

  @ParentCommand private PublishCommand publish;
  @Mixin private final PublishOptions options = new PublishOptions();

  @Option(names = "--url", paramLabel = "JDBC")
  private String url;

  @Override
  public Integer call() {
    Junheng junheng = publish.junheng();
    Optional.ofNullable(url).ifPresent(address -> junheng.options().set("mart.url", address));
    Setup setup = Setup.read(junheng);
    Environment.Mart mart =
        setup.place().environment().mart().orElseThrow(PublishMartCommand::noDatabase);
    Optional<Dialect> dialect = dialect(mart.url());
    dialect.ifPresent(one -> junheng.screen().say(about(one)));
    PublishMart.Loaded loaded =
        new PublishMart(options.request(junheng, setup), mart, password(mart), dialect)
            .run(junheng.screen());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("audience", options.audience().toString())
          .with("tables", loaded.tables())
          .with("rows", loaded.rows())
          .with("changed", loaded.changed())
          .print(junheng.terminal().out());
    }
    return 0;
  }

  /** Empty for PostgreSQL. */
  private Optional<Dialect> dialect(String address) {
    if (address.startsWith("jdbc:postgresql:")) {
      return Optional.empty();
    }
    Junheng junheng = publish.junheng();
    Path conf = junheng.options().conf(junheng.terminal());
    return Optional.of(
        DialectReader.find(conf, address)
            .orElseThrow(
                () ->
                    new JobException(
                        Outcome.CONFIGURATION,
                        new Text(
                            "%s/dialects 中没有适用于 %s 的方言文件;可参照已有文件写一个(docs/definitions.md)。"
                                .formatted(conf, address),
                            "No file of %s/dialects is for %s. Write one after those that are there (docs/definitions.md)."
                                .formatted(conf, address)))));
  }

  private static Text about(Dialect dialect) {
    Text without =
        new Text(
            "%s:没有行级权限,能读库的账号可读全部行;不建外键和宽表视图。".formatted(dialect.title().zh()),
            "%s: no row security, who reads the database reads every row; no foreign keys, no scorecards."
                .formatted(dialect.title().en()));
    return dialect
        .note()
        .map(note -> new Text(without.zh() + note.zh(), without.en() + " " + note.en()))
        .orElse(without);
  }

  private static JobException noDatabase() {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            "没有数据库地址。请在 conf/env 中写 mart: {url: jdbc:postgresql://主机:5432/数据库}," + "或使用 --url",
            "There is no database. Give mart: {url: jdbc:postgresql://host:5432/database} in"
                + " conf/env, or --url"));
  }

  /** The variable, or the first line of the file; the server may ask for none. */
  private Optional<String> password(Environment.Mart mart) {
    Optional<String> given =
        Optional.ofNullable(publish.junheng().terminal().environment().get(PASSWORD));
    return given.or(() -> mart.passwordFile().map(PublishMartCommand::firstLine));
  }

  private static String firstLine(String file) {
    try (Stream<String> lines = Files.lines(Path.of(file), UTF_8)) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "读不到口令文件 %s(mart.password_file)。".formatted(file),
              "The password file %s (mart.password_file) cannot be read.".formatted(file)),
          e);
    }
  }
}

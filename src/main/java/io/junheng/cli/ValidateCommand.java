package io.junheng.cli;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.config.JsonSchemas;
import io.junheng.config.Problem;
import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng validate}: every problem of {@code conf/} at once, on the output stream. */
@Command(name = "validate", abbreviateSynopsis = true)
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--schema", paramLabel = "DIR")
  private Path schema;

  @Override
  public Integer call() {
    if (schema != null) {
      return writeSchemas();
    }
    Path conf = junheng.options().conf(junheng.terminal());
    ConfResult result = new ConfReader(conf).read();
    if (junheng.options().isJson()) {
      json(result).print(junheng.terminal().out());
    } else {
      print(conf, result);
    }
    return outcome(result).exitCode();
  }

  private static Outcome outcome(ConfResult result) {
    return result.problems().isEmpty() ? Outcome.DONE : Outcome.CONFIGURATION;
  }

  private void print(Path conf, ConfResult result) {
    PrintStream out = junheng.terminal().out();
    Language language = junheng.language();
    result
        .catalogue()
        .map(Setup::counts)
        .ifPresentOrElse(
            counts ->
                out.println(
                    new Text(
                            "✓ %s 无误:%s".formatted(conf, counts.zh()),
                            "✓ %s is sound: %s".formatted(conf, counts.en()))
                        .in(language)),
            () -> out.println(Problem.list(result.problems(), conf.toString(), language)));
  }

  private Json json(ConfResult result) {
    Language language = junheng.language();
    return new Json()
        .with("outcome", result.problems().isEmpty() ? "done" : "configuration")
        .with("exit_code", outcome(result).exitCode())
        .with("digest", result.catalogue().map(catalogue -> catalogue.digest()))
        .with(
            "problems",
            result.problems().stream().map(problem -> json(problem, language)).toList());
  }

  private static Map<String, Object> json(Problem problem, Language language) {
    return new Json()
        .with("file", problem.place().file())
        .with("line", problem.place().line())
        .with("column", problem.place().column())
        .with("code", problem.code().toString())
        .with("message", problem.message().in(language))
        .with("cure", problem.cure().in(language))
        .members();
  }

  private int writeSchemas() {
    try {
      JsonSchemas.write(schema);
      junheng.screen().say(new Text("✓ JSON Schema 已写入 " + schema, "✓ JSON Schemas in " + schema));
      return Outcome.DONE.exitCode();
    } catch (IOException e) {
      throw new JobException(
          Outcome.STORAGE,
          new Text("无法写入 " + schema + ":" + e, "Cannot write to " + schema + ": " + e),
          e);
    }
  }
}

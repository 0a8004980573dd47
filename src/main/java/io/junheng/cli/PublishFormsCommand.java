package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.FormCheck;
import io.junheng.job.Outcome;
import io.junheng.job.PublishFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng publish forms --out DIR}: the declaration forms filled from the lake; {@code
 * --read FILE}: what of a filled form is not as the lake says.
 */
@Command(name = "forms", abbreviateSynopsis = true)
final class PublishFormsCommand implements Callable<Integer> {
  private static final Map<String, Text> KINDS =
      Map.of(
          "changed", new Text("改动", "changed"),
          "added", new Text("新填", "added"),
          "emptied", new Text("清空", "emptied"),
          "missing", new Text("缺少", "missing"),
          "unknown", new Text("不明编号", "unknown id"));

  @ParentCommand private PublishCommand publish;
  @Mixin private final PublishOptions options = new PublishOptions();

  @ArgGroup(multiplicity = "1")
  private Direction direction;

  @Option(names = "--county", paramLabel = "CODE")
  private String county;

  /** Forms are either written or read. */
  static final class Direction {
    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out;

    @Option(names = "--read", paramLabel = "FILE", required = true)
    private Path read;
  }

  @Override
  public Integer call() {
    Junheng junheng = publish.junheng();
    Setup setup = Setup.read(junheng);
    PublishFiles job =
        new PublishFiles(options.request(junheng, setup), junheng.language(), junheng.screen());
    return direction.read == null ? write(junheng, job) : read(junheng, job);
  }

  private int write(Junheng junheng, PublishFiles job) {
    job.forms(direction.out, Optional.ofNullable(county));
    junheng
        .screen()
        .say(new Text("✓ 申报表已写入 " + direction.out, "✓ Forms written to " + direction.out));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("out", direction.out.toString())
          .print(junheng.terminal().out());
    }
    return 0;
  }

  private int read(Junheng junheng, PublishFiles job) {
    FormCheck check = job.readForm(direction.read);
    Outcome outcome = check.differences().isEmpty() ? Outcome.DONE : Outcome.CHANGES;
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", outcome == Outcome.DONE ? "done" : "changes")
          .with("exit_code", outcome.exitCode())
          .with("cells", check.cells())
          .with("differences", check.differences().stream().map(PublishFormsCommand::json).toList())
          .print(junheng.terminal().out());
    } else {
      print(junheng, check);
    }
    return outcome.exitCode();
  }

  private static Map<String, Object> json(FormCheck.Difference one) {
    return new Json()
        .with("kind", one.kind())
        .with("place", one.place())
        .with("id", one.id())
        .with("in_lake", one.inLake())
        .with("in_file", one.inFile())
        .members();
  }

  private static void print(Junheng junheng, FormCheck check) {
    Language language = junheng.language();
    if (!check.differences().isEmpty()) {
      TextTable table =
          new TextTable(
              List.of(
                  new Text("类别", "Kind").in(language),
                  new Text("单元格", "Cell").in(language),
                  new Text("湖中", "In the lake").in(language),
                  new Text("表中", "In the file").in(language),
                  new Text("编号", "Id").in(language)),
              List.of(
                  TextTable.Side.LEFT,
                  TextTable.Side.LEFT,
                  TextTable.Side.RIGHT,
                  TextTable.Side.RIGHT,
                  TextTable.Side.LEFT));
      for (FormCheck.Difference one : check.differences()) {
        table.add(
            List.of(
                KINDS.get(one.kind()).in(language),
                one.place(),
                one.inLake(),
                one.inFile(),
                one.id()));
      }
      table.lines(junheng.terminal().width()).forEach(junheng.terminal().out()::println);
    }
    junheng
        .screen()
        .say(
            new Text(
                "核对 %d 个单元格,%d 处与湖不同".formatted(check.cells(), check.differences().size()),
                "%d cells read, %d not as the lake says"
                    .formatted(check.cells(), check.differences().size())));
  }
}

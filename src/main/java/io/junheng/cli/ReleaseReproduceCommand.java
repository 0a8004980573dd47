package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.Outcome;
import io.junheng.job.ReproduceRelease.OfTable;
import io.junheng.job.ReproduceRelease.Result;
import io.junheng.release.ReleaseId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng release reproduce R}: makes a release again and compares table by table. */
@Command(name = "reproduce", abbreviateSynopsis = true)
final class ReleaseReproduceCommand implements Callable<Integer> {
  @ParentCommand private ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE")
  private ReleaseId id;

  @Option(names = "--scratch", paramLabel = "DIR")
  private String scratch;

  @Override
  public Integer call() {
    Junheng junheng = release.junheng();
    Setup setup = Setup.read(junheng);
    String lake = release.lake(setup);
    release.releases(setup).require(id);
    String folder = scratch == null ? lake + "/scratch" : scratch;
    return new SparkWork(junheng, setup)
        .with(lake, session -> told(session.reproduce(lake, id, folder, junheng.screen())));
  }

  private int told(Result result) {
    Junheng junheng = release.junheng();
    Outcome outcome = result.isSame() ? Outcome.DONE : Outcome.REFUSED;
    for (OfTable table : result.tables()) {
      if (!table.isSame()) {
        junheng.screen().complain(differs(table));
      }
    }
    int count = result.tables().size();
    junheng
        .screen()
        .say(
            result.isSame()
                ? new Text(
                    "✓ %s 可重现:%d 张表逐行一致(程序版本 %s)".formatted(id, count, result.codeVersion()),
                    "✓ %s can be made again: %d tables are the same, row by row (code %s)"
                        .formatted(id, count, result.codeVersion()))
                : new Text("! %s 未能重现".formatted(id), "! %s came out otherwise".formatted(id)));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .with("exit_code", outcome.exitCode())
          .with("release_id", id.toString())
          .with("code_version", result.codeVersion())
          .with("is_same", result.isSame())
          .with("tables", result.tables().stream().map(ReleaseReproduceCommand::json).toList())
          .print(junheng.terminal().out());
    }
    return outcome.exitCode();
  }

  private static Text differs(OfTable table) {
    boolean isTouched = !table.expected().equals(table.stored());
    String examples = String.join("; ", table.differing());
    return new Text(
        "! %s:%s清单 %d 行,重算 %d 行;例如 %s"
            .formatted(
                table.table(),
                isTouched ? "发布后表被改动;" : "",
                table.expected().rows(),
                table.again().rows(),
                examples),
        "! %s: %s%d rows in the manifest, %d made again; for instance %s"
            .formatted(
                table.table(),
                isTouched ? "changed since the release; " : "",
                table.expected().rows(),
                table.again().rows(),
                examples));
  }

  private static Map<String, Object> json(OfTable table) {
    return new Json()
        .with("table", table.table())
        .with("is_same", table.isSame())
        .with("rows", table.expected().rows())
        .with("rows_again", table.again().rows())
        .with("is_untouched", table.expected().equals(table.stored()))
        .with("differing", table.differing())
        .members();
  }
}

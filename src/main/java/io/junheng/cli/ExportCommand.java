package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.KnownTables;
import io.junheng.job.Outcome;
import io.junheng.job.Session;
import io.junheng.job.Watcher;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng export TABLE}: any table as one file. */
@Command(name = "export", abbreviateSynopsis = true)
final class ExportCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "TABLE")
  private String table;

  @Option(names = "--to", paramLabel = "csv|parquet|json", defaultValue = "csv")
  private Kind kind;

  @Option(names = "--out", paramLabel = "PATH", required = true)
  private String out;

  @Option(names = "--no-bom")
  private boolean withoutMark;

  /** The words for kinds of file on the command line. */
  enum Kind {
    CSV,
    PARQUET,
    JSON
  }

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    KnownTables.Described described = KnownTables.of(setup.catalogue()).require(table);
    if (withoutMark && kind != Kind.CSV) {
      throw new JobException(
          Outcome.CONFIGURATION, new Text("--no-bom 只用于 csv。", "--no-bom goes with csv only."));
    }
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    return new SparkWork(junheng, setup)
        .with(lake, session -> export(setup, session, lake, described.name()));
  }

  private int export(Setup setup, Session session, String lake, String name) {
    Watcher.Step step =
        junheng
            .screen()
            .begin(
                "export",
                new Text("导出 %s → %s".formatted(name, out), "Export %s → %s".formatted(name, out)));
    boolean isDone = false;
    try {
      long rows =
          session.export(
              lake, setup.catalogue(), name, junheng.options().periods(), fileKind(), out);
      step.end(
          new Text(
              String.format(Locale.ROOT, "%,d 行", rows),
              String.format(Locale.ROOT, "%,d rows", rows)));
      isDone = true;
      if (junheng.options().isJson()) {
        new Json()
            .with("outcome", "done")
            .with("exit_code", 0)
            .with("table", name)
            .with("rows", rows)
            .with("out", out)
            .print(junheng.terminal().out());
      }
      return 0;
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  private Session.FileKind fileKind() {
    return switch (kind) {
      case CSV -> withoutMark ? Session.FileKind.CSV_WITHOUT_MARK : Session.FileKind.CSV;
      case PARQUET -> Session.FileKind.PARQUET;
      case JSON -> Session.FileKind.JSON;
    };
  }
}

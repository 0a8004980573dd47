package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.BackupLake;
import io.junheng.job.Outcome;
import io.junheng.job.Watcher;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng backup create|verify|restore --to DIR}: copies of a whole lake, and back. */
@Command(name = "backup", abbreviateSynopsis = true)
final class BackupCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "create|verify|restore")
  private Action action;

  @Option(names = "--store", paramLabel = "DIR", required = true)
  private String store;

  @Option(names = "--name", paramLabel = "BACKUP")
  private String name;

  /** What can be done with backups. */
  enum Action {
    CREATE("备份", "Back up"),
    VERIFY("核验备份", "Verify the backup"),
    RESTORE("恢复备份", "Restore the backup");

    private final String zh;
    private final String en;

    Action(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    private Text title() {
      return new Text(zh, en);
    }
  }

  @Override
  public Integer call() {
    WorkPlace place = WorkPlace.read(junheng);
    if (action == Action.CREATE) {
      Pipeline.requireLake(place.lake());
    }
    junheng.logTo(LogPlace.temporary());
    BackupLake.Report report = done(new BackupLake(place.spark(), place.lake(), store));
    report
        .damaged()
        .forEach(
            file ->
                junheng
                    .screen()
                    .complain(
                        new Text(
                            "! 备份中缺失或损坏:" + file, "! Missing or damaged in the backup: " + file)));
    Outcome outcome = report.damaged().isEmpty() ? Outcome.DONE : Outcome.STORAGE;
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", outcome == Outcome.DONE ? "done" : "storage")
          .with("exit_code", outcome.exitCode())
          .with("backup", report.name())
          .with("files", report.files())
          .with("bytes", report.bytes())
          .with("damaged", report.damaged())
          .print(junheng.terminal().out());
    }
    return outcome.exitCode();
  }

  private BackupLake.Report done(BackupLake backup) {
    Watcher.Step step = junheng.screen().begin("backup", action.title());
    boolean isDone = false;
    try {
      BackupLake.Report report =
          switch (action) {
            case CREATE -> backup.create();
            case VERIFY -> backup.verify(Optional.ofNullable(name));
            case RESTORE -> backup.restore(Optional.ofNullable(name));
          };
      step.end(
          new Text(
              counts("%s · %,d 个文件 · %,d 字节", report),
              counts("%s · %,d files · %,d bytes", report)));
      isDone = true;
      return report;
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  private static String counts(String words, BackupLake.Report report) {
    return String.format(Locale.ROOT, words, report.name(), report.files(), report.bytes());
  }
}

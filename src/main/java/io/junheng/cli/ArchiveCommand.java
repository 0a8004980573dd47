package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.PurgeArchive;
import io.junheng.job.Purged;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng archive purge --before DAY}: removes originals that were refused, replaced or
 * taken back before a day.
 */
@Command(name = "archive", abbreviateSynopsis = true)
final class ArchiveCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  // There is one action so far; picocli holds the word against the list.
  @SuppressWarnings("UnusedVariable")
  @Parameters(paramLabel = "purge")
  private Action action;

  @Option(names = "--before", paramLabel = "YYYY-MM-DD", required = true)
  private LocalDate before;

  @Option(names = "--dry-run")
  private boolean onlyCount;

  /** What can be done with the archive. */
  enum Action {
    PURGE
  }

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    junheng.logTo(LogPlace.of(lake));
    Purged purged =
        new PurgeArchive(setup.place().spark(), lake)
            .purge(before.atStartOfDay(ZoneId.systemDefault()).toInstant(), onlyCount);
    junheng.screen().say(onlyCount ? wouldGo(purged) : gone(purged));
    if (purged.neededByReleases() > 0) {
      junheng.screen().say(needed(purged));
    }
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("removed", !onlyCount)
          .with("files", purged.files())
          .with("bytes", purged.bytes())
          .with("needed_by_releases", purged.neededByReleases())
          .print(junheng.terminal().out());
    }
    return 0;
  }

  private static Text needed(Purged purged) {
    return new Text(
        "  另有 %,d 份为已有发布所依据,予以保留(release state … --not-reproducible 可解除)"
            .formatted(purged.neededByReleases()),
        "  %,d more stay, for releases are made of them (release state … --not-reproducible gives them up)"
            .formatted(purged.neededByReleases()));
  }

  private static Text wouldGo(Purged purged) {
    return counted("可清除原件 %,d 份,%,d 字节", "%,d originals could go, %,d bytes", purged);
  }

  private static Text gone(Purged purged) {
    return counted("✓ 已清除原件 %,d 份,%,d 字节", "✓ %,d originals removed, %,d bytes", purged);
  }

  private static Text counted(String zh, String en, Purged purged) {
    return new Text(
        String.format(Locale.ROOT, zh, purged.files(), purged.bytes()),
        String.format(Locale.ROOT, en, purged.files(), purged.bytes()));
  }
}

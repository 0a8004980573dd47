package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.lake.Backup;
import io.junheng.lake.Lease;
import io.junheng.lake.LeaseHeldException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Copies of a lake beside it, and back. Needs no Spark. Whatever fails comes out as a {@link
 * JobException}; anything else that is thrown is a bug.
 */
public final class BackupLake {
  /**
   * What was copied or compared.
   *
   * @param damaged places, within the lake, of files that are missing or differ
   */
  public record Report(String name, int files, long bytes, List<String> damaged) {
    public Report {
      damaged = List.copyOf(damaged);
    }
  }

  private final Configuration hadoop;
  private final String lake;
  private final Backup backup;

  /**
   * @param start whose settings of Hadoop say how storage is reached
   * @param lake root of the lake
   * @param folder where the backups lie
   */
  public BackupLake(SparkStart start, String lake, String folder) {
    this.hadoop = LakeReport.tables(start, lake).hadoop();
    this.lake = lake;
    this.backup = new Backup(hadoop, folder);
  }

  /** Makes a backup while no run is at work; {@link Outcome#BUSY} where one is. */
  public Report create() {
    RunId name = RunId.make(Clock.systemUTC());
    try (Lease lease = Lease.acquire(hadoop, lake, "lake", name.text(), Clock.systemUTC())) {
      lease.requireHeld();
      return report(backup.create(lake, name.text()));
    } catch (LeaseHeldException e) {
      throw RunUnderWay.busy(e);
    } catch (IOException e) {
      throw SparkFailures.told(e);
    }
  }

  /** Reads a backup, the latest if not named, and holds every file against its SHA-256. */
  public Report verify(Optional<String> name) {
    return SparkFailures.told(() -> report(backup.verify(require(name))));
  }

  /** Puts a backup, the latest if not named, where nothing is. */
  public Report restore(Optional<String> name) {
    return SparkFailures.told(
        () -> {
          if (!backup.isEmpty(lake)) {
            throw new JobException(
                Outcome.CONFIGURATION,
                new Text(
                    "%s 不是空的。请用 --lake 指定一个空的位置。".formatted(lake),
                    "%s is not empty. Name an empty place with --lake.".formatted(lake)));
          }
          return report(backup.restore(require(name), lake));
        });
  }

  private String require(Optional<String> name) throws IOException {
    List<String> names = backup.names();
    Optional<String> wanted = name.isPresent() ? name.filter(names::contains) : backup.latest();
    return wanted.orElseThrow(
        () ->
            new JobException(
                Outcome.INPUT,
                new Text(
                    "没有这份备份;已有:%s".formatted(String.join(", ", names)),
                    "There is no such backup; there are: %s".formatted(String.join(", ", names))),
                new FileNotFoundException(name.orElse("any"))));
  }

  private static Report report(Backup.Report report) {
    return new Report(report.name(), report.files(), report.bytes(), report.damaged());
  }
}

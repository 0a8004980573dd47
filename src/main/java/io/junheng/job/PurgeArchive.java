package io.junheng.job;

import io.junheng.lake.Archive;
import io.junheng.lake.FileId;
import io.junheng.lake.LeaseHeldException;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.RunLease;
import io.junheng.lake.SmallTables;
import io.junheng.release.Release;
import io.junheng.release.Releases;
import io.junheng.table.Submission;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Removes originals that no longer stand for anything: every line of the register that names them
 * was received before a day and is refused, superseded or retracted. Their lines stay; what was
 * sent back about them goes too. Originals of accepted deliveries are never removed, nor those that
 * a release was worked out from, unless it is marked as one that need not be made again.
 */
public final class PurgeArchive {
  private final SmallTables tables;
  private final Clock clock;

  /**
   * @param start whose settings of Hadoop say how the lake's storage is reached
   * @param lake root of the lake
   */
  public PurgeArchive(SparkStart start, String lake) {
    this(LakeReport.tables(start, lake), Clock.systemUTC());
  }

  PurgeArchive(SmallTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** Removes them, or only counts them. A {@link JobException} where another run holds the lake. */
  public Purged purge(Instant before, boolean onlyCount) {
    try {
      return removed(before, onlyCount);
    } catch (LeaseHeldException e) {
      throw RunUnderWay.busy(e);
    } catch (IOException e) {
      throw SparkFailures.told(e);
    }
  }

  private Purged removed(Instant before, boolean onlyCount) throws IOException, LeaseHeldException {
    try (RunLease lease = RunLease.begin(tables.hadoop(), tables.root(), "archive-purge", clock)) {
      lease.take(List.of(LeasedWork.ALL));
      Archive archive = new Archive(tables.hadoop(), tables.root());
      Map<String, Long> removable = removable(before);
      long all = removable.size();
      removable.keySet().removeAll(ofReleases());
      long needed = all - removable.size();
      long files = 0;
      long bytes = 0;
      for (Map.Entry<String, Long> original : removable.entrySet()) {
        FileId id = new FileId(original.getKey(), original.getValue());
        if (archive.contains(id)) {
          files++;
          bytes += id.bytes();
          if (!onlyCount) {
            lease.requireHeld();
            archive.remove(id);
          }
        }
      }
      return new Purged(files, bytes, needed);
    }
  }

  /** What releases that must be reproducible are made of. */
  private Set<String> ofReleases() throws IOException {
    Set<String> needed = new HashSet<>();
    for (Release release : new Releases(tables).all()) {
      if (release.isReproducible()) {
        RegisterOfRelease.accepted(tables, release.id())
            .forEach(line -> needed.add(line.getString(Submission.SHA256.ordinal())));
      }
    }
    return needed;
  }

  /** Sizes by SHA-256. */
  private Map<String, Long> removable(Instant before) {
    List<Row> lines = tables.read(Submission.TABLE);
    Set<String> kept =
        lines.stream()
            .filter(line -> isKept(line, before))
            .map(line -> line.getString(Submission.SHA256.ordinal()))
            .collect(Collectors.toCollection(TreeSet::new));
    return lines.stream()
        .filter(line -> !kept.contains(line.getString(Submission.SHA256.ordinal())))
        .collect(
            Collectors.toMap(
                line -> line.getString(Submission.SHA256.ordinal()),
                line -> line.getLong(Submission.BYTES.ordinal()),
                Math::max,
                TreeMap::new));
  }

  private static boolean isKept(Row line, Instant before) {
    return SubmissionRegister.ACCEPTED.contains(line.getString(Submission.STATE.ordinal()))
        || !line.getTimestamp(Submission.RECEIVED_AT.ordinal()).toInstant().isBefore(before);
  }
}

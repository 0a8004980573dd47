package io.junheng.lake;

import io.delta.kernel.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import scala.Console;

/**
 * Keeps tables quick and small: brings small files together, writes a checkpoint of the log,
 * removes files that no version within the retention needs. Rows stay what they are. To be done
 * under the lease of the lake.
 */
public final class TableUpkeep {
  /** Delta refuses to remove what is younger: a reader may still be at it. */
  public static final Duration LEAST_RETENTION = Duration.ofDays(7);

  private final SparkSession spark;
  private final String root;
  private final PinnedVersions pinned;
  private final Clock clock;

  private TableUpkeep(SparkSession spark, String root, PinnedVersions pinned, Clock clock) {
    this.spark = spark;
    this.root = root;
    this.pinned = pinned;
    this.clock = clock;
  }

  /** Looks up which versions releases need. */
  public static TableUpkeep of(SparkSession spark, String lakeRoot, Clock clock)
      throws IOException {
    // Delta lists the files of a table in this many tasks: ten thousand, if nobody says less.
    spark
        .conf()
        .set(
            "spark.sql.sources.parallelPartitionDiscovery.parallelism",
            spark.sparkContext().defaultParallelism());
    Configuration hadoop = spark.sessionState().newHadoopConf();
    return new TableUpkeep(spark, lakeRoot, PinnedVersions.read(hadoop, lakeRoot), clock);
  }

  /**
   * Brings the small files of each partition together; no commit where there is nothing to gain.
   * Files that end with a county are left as they are ({@link Staging}).
   */
  public void compact(StoredTable table) {
    if (Staging.endsFilesWithCounties(table)) {
      return;
    }
    DeltaTable.forPath(spark, path(table)).optimize().executeCompaction();
  }

  /** Writes a checkpoint of the latest version, so that readers need not read all commits. */
  public void checkpoint(StoredTable table) throws IOException {
    Engine engine = DefaultEngine.create(hadoop());
    KernelTable latest = new KernelTable(hadoop(), path(table));
    try {
      Table.forPath(engine, latest.path().toString()).checkpoint(engine, latest.version());
    } catch (CheckpointAlreadyExistsException e) {
      // The version has one: that is all that was wanted.
      return;
    }
  }

  /**
   * Removes files that only older versions need; those of pinned versions stay. A table whose
   * folder holds the files of its latest version alone is left as it is.
   */
  public void vacuum(StoredTable table, Duration retention) throws IOException {
    if (filesInFolder(table) > new KernelTable(hadoop(), path(table)).files(any -> true).size()) {
      Duration kept = kept(table, retention);
      // Delta tells on the console what it removes; there stand our own lines.
      Console.withOut(
          OutputStream.nullOutputStream(),
          () -> DeltaTable.forPath(spark, path(table)).vacuum(kept.toHours() + 1.0));
    }
  }

  private long filesInFolder(StoredTable table) throws IOException {
    Path folder = new Path(path(table));
    String root = folder.toUri().getPath();
    RemoteIterator<LocatedFileStatus> files =
        folder.getFileSystem(hadoop()).listFiles(folder, true);
    long count = 0;
    while (files.hasNext()) {
      String place = files.next().getPath().toUri().getPath();
      String name = place.substring(place.lastIndexOf('/') + 1);
      boolean isOfLog = place.startsWith(root + "/_delta_log/");
      count += isOfLog || name.startsWith(".") ? 0 : 1;
    }
    return count;
  }

  /**
   * How long removed files of a table stay: the retention, or as long ago as the oldest pinned
   * version was committed, for what it needs was removed after it.
   */
  Duration kept(StoredTable table, Duration retention) throws IOException {
    Duration least = retention.compareTo(LEAST_RETENTION) < 0 ? LEAST_RETENTION : retention;
    OptionalLong version = pinned.of(table);
    if (version.isEmpty()) {
      return least;
    }
    Duration age = Duration.between(committedAt(table, version.getAsLong()), clock.instant());
    return age.compareTo(least) > 0 ? age : least;
  }

  private Instant committedAt(StoredTable table, long version) throws IOException {
    Path commit = new Path(path(table), "_delta_log/%020d.json".formatted(version));
    return Instant.ofEpochMilli(
        commit.getFileSystem(hadoop()).getFileStatus(commit).getModificationTime());
  }

  private Configuration hadoop() {
    return spark.sessionState().newHadoopConf();
  }

  private String path(StoredTable table) {
    return root + "/" + table.folder();
  }
}

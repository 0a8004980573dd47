package io.junheng.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Removes what nobody needs from the folders beside the tables. To be done under the lease. */
public final class Tidy {
  private final LakeFiles files;
  private final String root;

  public Tidy(Configuration hadoop, String lakeRoot) {
    this.files = new LakeFiles(hadoop);
    this.root = lakeRoot;
  }

  /** Log files that were last written before a time. */
  public long logs(Instant before) throws IOException {
    return oldFiles(new Path(root, "_logs"), before);
  }

  /** Event logs of Spark that were last written before a time. */
  public long events(Instant before) throws IOException {
    return oldFiles(SparkEvents.folder(root), before);
  }

  /** Hashes of data files that were made before a time: what is still asked for is made again. */
  public long hashes(Instant before) throws IOException {
    return oldFiles(RepeatedHashes.folder(root), before);
  }

  /** States of runs that were last written before a time; their rows of {@code ops.run} stay. */
  public long runs(Instant before) throws IOException {
    Path pattern = new Path(root, "runs/*/run-state.json");
    FileSystem system = files.system(pattern);
    FileStatus[] states = system.globStatus(pattern);
    long removed = 0;
    for (FileStatus state : states == null ? new FileStatus[0] : states) {
      if (isBefore(state, before)) {
        system.delete(state.getPath().getParent(), true);
        removed++;
      }
    }
    return removed;
  }

  private long oldFiles(Path folder, Instant before) throws IOException {
    FileSystem system = files.system(folder);
    Set<Path> left = new HashSet<>();
    long removed = 0;
    for (RemoteIterator<LocatedFileStatus> found = list(system, folder); found.hasNext(); ) {
      FileStatus file = found.next();
      if (isBefore(file, before)) {
        system.delete(file.getPath(), false);
        left.add(file.getPath().getParent());
        removed++;
      }
    }
    left.remove(system.makeQualified(folder));
    for (Path within : left) {
      if (system.exists(within) && system.listStatus(within).length == 0) {
        system.delete(within, false);
      }
    }
    return removed;
  }

  private static RemoteIterator<LocatedFileStatus> list(FileSystem system, Path folder)
      throws IOException {
    try {
      return system.listFiles(folder, true);
    } catch (FileNotFoundException e) {
      return org.apache.hadoop.util.functional.RemoteIterators.remoteIteratorFromArray(
          new LocatedFileStatus[0]);
    }
  }

  private static boolean isBefore(FileStatus file, Instant time) {
    return Instant.ofEpochMilli(file.getModificationTime()).isBefore(time);
  }
}

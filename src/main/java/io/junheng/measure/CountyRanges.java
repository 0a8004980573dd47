package io.junheng.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.Partitioner;

/**
 * Counties that stand beside each other go to the same of Spark's partitions, so that the files
 * that its tasks write hold ranges of counties that do not overlap.
 */
final class CountyRanges extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int partitions;

  /** The last key of each partition but the last. */
  private final ArrayList<String> ends = new ArrayList<>();

  /**
   * @param keys of the counties that are expected ({@link CountyTally#key}), in their order; others
   *     go where they would stand among them
   */
  CountyRanges(List<String> keys, int partitions) {
    this.partitions = partitions;
    for (int i = 1; i < partitions; i++) {
      int before = (int) ((long) keys.size() * i / partitions);
      ends.add(before == 0 ? "" : keys.get(before - 1));
    }
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object key) {
    int found = Collections.binarySearch(ends, (String) key);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountyRanges ranges
        && partitions == ranges.partitions
        && ends.equals(ranges.ends);
  }

  @Override
  public int hashCode() {
    return ends.hashCode();
  }
}

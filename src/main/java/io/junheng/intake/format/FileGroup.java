package io.junheng.intake.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * The files that one task reads. Files of one delivery stay together: their keys are told apart
 * from each other.
 */
record FileGroup(List<FilePlan> files) implements InputPartition {
  private static final long LARGEST_BYTES = 128L << 20;
  private static final long SMALLEST_BYTES = 4L << 20;
  // What opening a file costs, in bytes that could have been read instead.
  private static final long OPENING_BYTES = 64L << 10;

  private static final Comparator<FilePlan> IN_PLACE =
      Comparator.comparingInt(FilePlan::period)
          .thenComparing(FilePlan::county)
          .thenComparing(FilePlan::name)
          .thenComparing(FilePlan::path);

  /** Files to be read together, and what they weigh. */
  private record Load(List<FilePlan> files, long bytes) {}

  /**
   * Packs files so that tasks are about equally large: as many for each core as for any other, none
   * needlessly small.
   */
  static List<FileGroup> of(List<FilePlan> files, int cores) {
    List<Load> deliveries = deliveries(files);
    long total = deliveries.stream().mapToLong(Load::bytes).sum();
    long third = parts(total, 3L * cores);
    long groups = parts(total, Math.min(LARGEST_BYTES, Math.max(SMALLEST_BYTES, third)));
    // A multiple of the cores, so that none waits while others are at the last ones.
    long even = groups < cores ? groups : parts(groups, cores) * cores;
    return pack(deliveries, (int) Math.min(deliveries.size(), even));
  }

  /** Rounded up. */
  private static long parts(long whole, long size) {
    return (whole + size - 1) / size;
  }

  private static List<Load> deliveries(List<FilePlan> files) {
    List<Load> deliveries = new ArrayList<>();
    List<FilePlan> sorted = files.stream().sorted(IN_PLACE).toList();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !sorted.get(i).isOneDeliveryWith(sorted.get(from))) {
        List<FilePlan> parts = sorted.subList(from, i);
        deliveries.add(new Load(parts, weight(parts)));
        from = i;
      }
    }
    return deliveries;
  }

  private static long weight(List<FilePlan> files) {
    return files.stream().mapToLong(file -> file.bytes() + OPENING_BYTES).sum();
  }

  /** The largest first, each to the group that is lightest so far. */
  private static List<FileGroup> pack(List<Load> deliveries, int groups) {
    PriorityQueue<Load> lightest = new PriorityQueue<>(Comparator.comparingLong(Load::bytes));
    for (int i = 0; i < groups; i++) {
      lightest.add(new Load(new ArrayList<>(), 0));
    }
    deliveries.stream()
        .sorted(Comparator.comparingLong(Load::bytes).reversed())
        .forEach(
            delivery -> {
              Load group = lightest.remove();
              group.files().addAll(delivery.files());
              lightest.add(new Load(group.files(), group.bytes() + delivery.bytes()));
            });
    return lightest.stream()
        .filter(group -> !group.files().isEmpty())
        .sorted(Comparator.comparingLong(Load::bytes).reversed())
        .map(group -> new FileGroup(group.files().stream().sorted(IN_PLACE).toList()))
        .toList();
  }
}

package io.junheng.intake.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Finds hashes that stand more than once among many millions: they are sorted as plain numbers,
 * eight bytes each, a share of them in each task.
 */
final class RepeatedHashes {
  private RepeatedHashes() {}

  /**
   * The repeated ones, each once.
   *
   * @param rows a hash, and whether it is to be counted as repeated anyway
   */
  static JavaRDD<long[]> of(JavaRDD<InternalRow> rows) {
    int shares = Math.max(1, rows.getNumPartitions());
    return rows.mapPartitionsToPair(part -> shares(part, shares))
        .groupByKey(shares)
        .map(share -> repeated(share._2()))
        .filter(found -> found.length > 0);
  }

  private static Iterator<Tuple2<Integer, long[]>> shares(Iterator<InternalRow> rows, int shares) {
    LongStream.Builder[] found =
        IntStream.range(0, shares)
            .mapToObj(share -> LongStream.builder())
            .toArray(LongStream.Builder[]::new);
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      long hash = row.getLong(0);
      LongStream.Builder share = found[Math.floorMod(Long.hashCode(hash), shares)];
      share.add(hash);
      if (row.getBoolean(1)) {
        share.add(hash);
      }
    }
    return IntStream.range(0, shares)
        .mapToObj(share -> new Tuple2<>(share, found[share].build().toArray()))
        .iterator();
  }

  private static long[] repeated(Iterable<long[]> parts) {
    List<long[]> all = new ArrayList<>();
    parts.forEach(all::add);
    long[] hashes = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return IntStream.range(1, hashes.length)
        .filter(i -> hashes[i] == hashes[i - 1] && (i == 1 || hashes[i - 2] != hashes[i]))
        .mapToLong(i -> hashes[i])
        .toArray();
  }
}

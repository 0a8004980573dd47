package io.junheng.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * Sorted hashes of the rows of one data file. First, for each of {@value #RANGES} ranges of hashes,
 * how many stand up to its end, four bytes each; then the hashes, eight bytes each. So a task reads
 * the ranges that are its own in one piece.
 */
record HashFile(Path path) {
  /** Hashes are spread evenly: the first eight bits tell the range. */
  static final int RANGES = 256;

  private static final int HEAD = RANGES * Integer.BYTES;
  private static final int OTHER_BITS = Long.SIZE - 8;

  /**
   * Writes hashes that come in any order.
   *
   * @return how many
   */
  long write(Configuration hadoop, LongStream hashes) throws IOException {
    long[] sorted = hashes.sorted().toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.addExact(HEAD, Math.multiplyExact(sorted.length, Long.BYTES)));
    int end = 0;
    for (int range = 0; range < RANGES; range++) {
      while (end < sorted.length && range(sorted[end]) == range) {
        end++;
      }
      bytes.putInt(end);
    }
    bytes.asLongBuffer().put(sorted);
    new LakeFiles(hadoop).replace(path, out -> out.write(bytes.array()));
    return sorted.length;
  }

  private static int range(long hash) {
    return (int) (hash >> OTHER_BITS) + RANGES / 2;
  }

  /** How many hashes a file of so many bytes holds; below 0: it is not whole. */
  static long count(long bytes) {
    return (bytes - HEAD) % Long.BYTES == 0 ? (bytes - HEAD) / Long.BYTES : -1;
  }

  /** The hashes of some ranges, sorted. */
  LongBuffer read(Configuration hadoop, int from, int until) throws IOException {
    try (FSDataInputStream in = new LakeFiles(hadoop).system(path).open(path)) {
      ByteBuffer head = ByteBuffer.allocate(HEAD);
      in.readFully(0, head.array());
      int start = from == 0 ? 0 : head.getInt((from - 1) * Integer.BYTES);
      int end = head.getInt((until - 1) * Integer.BYTES);
      ByteBuffer hashes = ByteBuffer.allocate(Math.multiplyExact(end - start, Long.BYTES));
      in.readFully(HEAD + (long) start * Long.BYTES, hashes.array());
      return hashes.asLongBuffer();
    }
  }
}

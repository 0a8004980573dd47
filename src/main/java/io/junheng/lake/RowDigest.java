package io.junheng.lake;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.spark.sql.Row;

/**
 * What rows say, in 64 hexadecimal digits: the sum, modulo 2²⁵⁶, of the SHA-256 of each. Neither
 * the order of rows nor the files that they stand in count; how often a row stands there does.
 */
public final class RowDigest {
  private static final int WORDS = 4;

  private final MessageDigest sha256;
  private final long[] sum = new long[WORDS];
  private long rows;

  public RowDigest() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a row; a double counts bit by bit, a decimal with its scale. */
  public void add(Row row) {
    rows++;
    ByteBuffer digest = ByteBuffer.wrap(digest(row));
    long[] words = new long[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = digest.getLong();
    }
    long carry = 0;
    for (int i = WORDS - 1; i >= 0; i--) {
      long withCarry = words[i] + carry;
      long total = sum[i] + withCarry;
      carry =
          Long.compareUnsigned(withCarry, words[i]) < 0 || Long.compareUnsigned(total, sum[i]) < 0
              ? 1
              : 0;
      sum[i] = total;
    }
  }

  /** The SHA-256 of one row. */
  byte[] digest(Row row) {
    for (int i = 0; i < row.size(); i++) {
      byte[] text =
          row.isNullAt(i) ? new byte[0] : text(row.get(i)).getBytes(StandardCharsets.UTF_8);
      int length = row.isNullAt(i) ? -1 : text.length;
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
      sha256.update(text);
    }
    return sha256.digest();
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? Long.toHexString(Double.doubleToLongBits(number))
        : value.toString();
  }

  public long rows() {
    return rows;
  }

  public String sha256() {
    ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
    for (long word : sum) {
      bytes.putLong(word);
    }
    return "%064x".formatted(new BigInteger(1, bytes.array()));
  }
}

package io.junheng.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What rows bring to the measures of their source. Each measure has a place, and uses one of the
 * three kinds.
 */
final class Tally {
  private final long[] counts;
  private final Map<Integer, BigDecimal> quantities = new TreeMap<>();
  private final Map<Integer, Set<String>> values = new HashMap<>();

  Tally(int measures) {
    counts = new long[measures];
  }

  /** How many rows, or groups of rows. */
  long count(int place) {
    return counts[place];
  }

  /** A sum, or the smallest or largest value; null where no row has one. */
  BigDecimal quantity(int place) {
    return quantities.get(place);
  }

  /** How many different values. */
  int values(int place) {
    return values.getOrDefault(place, Set.of()).size();
  }

  void count(int place, long more) {
    counts[place] += more;
  }

  void add(int place, BigDecimal quantity, Combination combination) {
    quantities.merge(place, quantity, combination::apply);
  }

  void add(int place, String value) {
    values.computeIfAbsent(place, any -> new HashSet<>()).add(value);
  }

  /**
   * Adds what other rows bring.
   *
   * @param combinations by the measures' places
   */
  void add(Tally other, Combination[] combinations) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    other.quantities.forEach((place, quantity) -> add(place, quantity, combinations[place]));
    other.values.forEach((place, more) -> more.forEach(value -> add(place, value)));
  }

  /** Short, for there are as many as there are classes: only what is not 0 or unknown. */
  void write(DataOutput out) throws IOException {
    BitSet counted = new BitSet();
    for (int i = 0; i < counts.length; i++) {
      counted.set(i, counts[i] != 0);
    }
    byte[] bits = counted.toByteArray();
    out.writeInt(bits.length);
    out.write(bits);
    for (int i = counted.nextSetBit(0); i >= 0; i = counted.nextSetBit(i + 1)) {
      out.writeLong(counts[i]);
    }
    out.writeInt(quantities.size());
    for (Map.Entry<Integer, BigDecimal> quantity : quantities.entrySet()) {
      byte[] unscaled = quantity.getValue().unscaledValue().toByteArray();
      out.writeInt(quantity.getKey());
      out.writeInt(quantity.getValue().scale());
      out.writeInt(unscaled.length);
      out.write(unscaled);
    }
    out.writeInt(values.size());
    for (Map.Entry<Integer, Set<String>> different : values.entrySet()) {
      out.writeInt(different.getKey());
      out.writeInt(different.getValue().size());
      for (String value : different.getValue()) {
        write(out, value);
      }
    }
  }

  static Tally read(DataInput in, int measures) throws IOException {
    Tally tally = new Tally(measures);
    BitSet counted = BitSet.valueOf(bytes(in));
    for (int i = counted.nextSetBit(0); i >= 0; i = counted.nextSetBit(i + 1)) {
      tally.counts[i] = in.readLong();
    }
    for (int i = in.readInt(); i > 0; i--) {
      int place = in.readInt();
      int scale = in.readInt();
      tally.quantities.put(place, new BigDecimal(new BigInteger(bytes(in)), scale));
    }
    for (int i = in.readInt(); i > 0; i--) {
      int place = in.readInt();
      for (int j = in.readInt(); j > 0; j--) {
        tally.add(place, text(in));
      }
    }
    return tally;
  }

  /** A text of any length. */
  static void write(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInput in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}

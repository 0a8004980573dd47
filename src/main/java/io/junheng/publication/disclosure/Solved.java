package io.junheng.publication.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which unknown figures follow from totals: those that some combination of the totals leaves alone.
 * Gauss–Jordan elimination over the unknowns, in arithmetic modulo a prime so that it is exact. The
 * coefficients are 1 and −1, whose determinants in tables of this kind are nowhere near multiples
 * of the prime.
 */
final class Solved<K> {
  private static final long PRIME = 2_147_483_647L;

  private final Map<K, Integer> columns = new HashMap<>();
  private final List<K> unknowns;
  private final Map<Integer, TreeMap<Integer, Long>> rows = new HashMap<>();

  private Solved(List<K> unknowns) {
    this.unknowns = unknowns;
    unknowns.forEach(unknown -> columns.put(unknown, columns.size()));
  }

  /** The unknowns whose value whoever knows all else can work out. */
  static <K> Set<K> from(List<Total<K>> totals, Set<K> unknowns) {
    Solved<K> system = new Solved<>(new ArrayList<>(unknowns));
    totals.forEach(system::add);
    return system.alone();
  }

  private void add(Total<K> total) {
    TreeMap<Integer, Long> row = new TreeMap<>();
    put(row, total.whole(), PRIME - 1);
    total.parts().forEach(part -> put(row, part, 1));
    rows.forEach((pivot, known) -> subtract(row, known, pivot));
    if (row.isEmpty()) {
      return;
    }
    int pivot = row.firstKey();
    long inverse = power(row.get(pivot), PRIME - 2);
    row.replaceAll((column, value) -> value * inverse % PRIME);
    rows.values().forEach(known -> subtract(known, row, pivot));
    rows.put(pivot, row);
  }

  private void put(TreeMap<Integer, Long> row, K figure, long coefficient) {
    Integer column = columns.get(figure);
    if (column != null) {
      row.merge(column, coefficient, (a, b) -> (a + b) % PRIME == 0 ? null : (a + b) % PRIME);
    }
  }

  /** Takes a multiple of one row from another, so that the pivot's column is left empty there. */
  private static void subtract(TreeMap<Integer, Long> from, TreeMap<Integer, Long> row, int pivot) {
    Long factor = from.get(pivot);
    if (factor == null) {
      return;
    }
    row.forEach(
        (column, value) -> {
          long left = Math.floorMod(from.getOrDefault(column, 0L) - factor * value % PRIME, PRIME);
          if (left == 0) {
            from.remove(column);
          } else {
            from.put(column, left);
          }
        });
  }

  private static long power(long base, long exponent) {
    long result = 1;
    for (long square = base, left = exponent; left > 0; left >>= 1) {
      result = (left & 1) == 1 ? result * square % PRIME : result;
      square = square * square % PRIME;
    }
    return result;
  }

  private Set<K> alone() {
    Set<K> alone = new HashSet<>();
    rows.values().stream()
        .filter(row -> row.size() == 1)
        .forEach(row -> alone.add(unknowns.get(row.firstKey())));
    return alone;
  }
}

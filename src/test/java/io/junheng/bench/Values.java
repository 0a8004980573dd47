package io.junheng.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Values of indicators by county, stage and indicator, held against those of another tool. */
record Values(String tool, Map<String, Double> byKey) {
  /** Quantities are kept with ten digits after the point; sums of doubles have an order. */
  private static final double TOLERANCE = 1e-7;

  /** Where two tools tell different values; empty if nowhere. */
  List<String> differences(Values other) {
    TreeSet<String> keys = new TreeSet<>(byKey.keySet());
    keys.addAll(other.byKey.keySet());
    return keys.stream()
        .filter(key -> !isSame(byKey.get(key), other.byKey.get(key)))
        .map(
            key ->
                "%s: %s %s, %s %s"
                    .formatted(key, tool, byKey.get(key), other.tool, other.byKey.get(key)))
        .toList();
  }

  /** Throws where a result differs: no time is told of work that came to something else. */
  void requireSame(Values other) {
    List<String> differences = differences(other);
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d values differ:%n  %s"
              .formatted(
                  differences.size(),
                  byKey.size(),
                  String.join("\n  ", differences.subList(0, Math.min(5, differences.size())))));
    }
  }

  private static boolean isSame(Double one, Double other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
  }
}

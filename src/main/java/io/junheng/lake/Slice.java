package io.junheng.lake;

import io.junheng.definition.Period;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The part of a table that a write puts its rows in place of.
 *
 * @param condition over the partition columns; empty for everything or nothing
 */
record Slice(Kind kind, Optional<String> condition) {
  /** Everything that the table holds. */
  static final Slice ALL = new Slice(Kind.ALL, Optional.empty());

  /** Nothing: rows are added. */
  static final Slice NONE = new Slice(Kind.NONE, Optional.empty());

  /** How much of the table goes. */
  enum Kind {
    ALL,
    NONE,
    SOME
  }

  static Slice ofPeriods(Collection<Period> periods) {
    requireSome(periods.isEmpty());
    return new Slice(
        Kind.SOME,
        Optional.of(
            periods.stream()
                .sorted()
                .distinct()
                .map(Period::toString)
                .collect(Collectors.joining(", ", "period IN (", ")"))));
  }

  static Slice ofDeliveries(Map<Period, ? extends Collection<String>> counties) {
    requireSome(counties.isEmpty());
    return new Slice(
        Kind.SOME,
        Optional.of(
            new TreeMap<>(counties)
                .entrySet().stream()
                    .map(entry -> inCounties(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(" OR "))));
  }

  private static String inCounties(Period period, Collection<String> counties) {
    requireSome(counties.isEmpty());
    return counties.stream()
        .sorted()
        .distinct()
        .map(Slice::quoted)
        .collect(
            Collectors.joining(", ", "(period = %s AND county_code IN (".formatted(period), "))"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static void requireSome(boolean isEmpty) {
    if (isEmpty) {
      throw new IllegalArgumentException("a replacement must say what it replaces");
    }
  }
}

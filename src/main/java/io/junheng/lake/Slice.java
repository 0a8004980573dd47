package io.junheng.lake;

import io.junheng.definition.Period;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The part of a table that a write puts its rows in place of.
 *
 * @param condition over the partition columns; empty for everything or nothing
 * @param places the counties of each period, no counties standing for all; or the release
 */
record Slice(Kind kind, Optional<String> condition, Map<String, Set<String>> places) {
  /** Everything that the table holds. */
  static final Slice ALL = new Slice(Kind.ALL, Optional.empty(), Map.of());

  /** Nothing: rows are added. */
  static final Slice NONE = new Slice(Kind.NONE, Optional.empty(), Map.of());

  /** How much of the table goes. */
  enum Kind {
    ALL,
    NONE,
    SOME,
    RELEASE
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
                .collect(Collectors.joining(", ", "period IN (", ")"))),
        periods.stream()
            .distinct()
            .collect(Collectors.toMap(Period::toString, period -> Set.<String>of())));
  }

  static Slice ofDeliveries(Map<Period, ? extends Collection<String>> counties) {
    requireSome(counties.isEmpty());
    return new Slice(
        Kind.SOME,
        Optional.of(
            new TreeMap<>(counties)
                .entrySet().stream()
                    .map(entry -> inCounties(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(" OR "))),
        counties.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toString(), entry -> Set.copyOf(entry.getValue()))));
  }

  /** All that a table of layer {@code release} holds of one release. */
  static Slice ofRelease(String releaseId) {
    return new Slice(
        Kind.RELEASE,
        Optional.of("release_id = " + quoted(releaseId)),
        Map.of(releaseId, Set.of()));
  }

  /** Whether a partition, by the values of its columns, is within it. */
  boolean covers(Map<String, String> partition) {
    if (kind == Kind.RELEASE) {
      return places.containsKey(partition.get("release_id"));
    }
    if (kind != Kind.SOME) {
      return kind == Kind.ALL;
    }
    Set<String> counties = places.get(partition.get("period"));
    return counties != null
        && (counties.isEmpty() || counties.contains(partition.get("county_code")));
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

package io.junheng.intake.format;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The values that a coded column may hold.
 *
 * @param list name of the list, for messages
 * @param areas whether the codes are areas
 * @param successors codes that came after a code
 */
record CodePlan(
    String list, boolean areas, List<Entry> entries, Map<String, List<String>> successors)
    implements Serializable {
  /**
   * One accepted spelling.
   *
   * @param code what is stored for it
   * @param fromDay first day (days since 1970) on which the code holds
   * @param toDay last day
   */
  record Entry(String spelling, String code, long fromDay, long toDay) implements Serializable {
    static Entry always(String spelling, String code) {
      return new Entry(spelling, code, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    boolean holdsOn(long day) {
      return fromDay <= day && day <= toDay;
    }
  }

  /** Every spelling of any time. */
  Set<String> spellings() {
    return entries.stream().map(Entry::spelling).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The codes that stand on a day for one that does not: what came after an ended code, what was
   * before one that is yet to come. In order; none where that is not known.
   */
  Set<String> insteadOf(String code, long day) {
    boolean isOver =
        entries.stream().anyMatch(entry -> entry.code().equals(code) && entry.toDay() < day);
    Set<String> seen = new HashSet<>(Set.of(code));
    Set<String> right = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(neighbours(code, isOver));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (holdsOn(next, day)) {
        right.add(next);
      } else {
        open.addAll(neighbours(next, isOver));
      }
    }
    return right;
  }

  private Set<String> neighbours(String code, boolean after) {
    if (after) {
      return Set.copyOf(successors.getOrDefault(code, List.of()));
    }
    return successors.entrySet().stream()
        .filter(entry -> entry.getValue().contains(code))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  boolean holdsOn(String code, long day) {
    return entries.stream().anyMatch(entry -> entry.code().equals(code) && entry.holdsOn(day));
  }
}

package io.junheng.assessment;

import io.junheng.definition.AreaSet;
import io.junheng.definition.AreaSet.Member;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Who belongs to an area set on a day. A set without members stands for all counties that reported.
 */
record UnitsOf(AreaSet set) {

  /** The codes, in order. */
  List<String> on(LocalDate day, Collection<String> reporting) {
    if (set.members().isEmpty()) {
      return reporting.stream().distinct().sorted().toList();
    }
    return set.members().stream()
        .filter(member -> member.holdsOn(day))
        .map(Member::areaCode)
        .distinct()
        .sorted()
        .toList();
  }
}

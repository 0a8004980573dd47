package io.junheng.assessment;

import io.junheng.definition.Area;
import io.junheng.definition.Catalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Movement against the period before. A place is only held against a place among the same units
 * with the same boundaries and in the same edition; a score against one of the same county,
 * boundary and edition.
 */
final class Movement {
  private final String edition;
  private final Set<String> units;
  private final Optional<PreviousResult> previous;

  /** Units whose boundary is not the one of the period before. */
  private final Set<String> moved;

  Movement(
      Catalogue catalogue,
      String edition,
      LocalDate day,
      Collection<String> units,
      Optional<PreviousResult> previous) {
    this.edition = edition;
    this.units = new TreeSet<>(units);
    this.previous = previous;
    this.moved = previous.map(before -> moved(catalogue, before.day(), day)).orElseGet(Set::of);
  }

  /** Whether two places of a county may be held against each other. */
  ChangeStatus ofPlace(String county, Optional<BigDecimal> now) {
    ChangeStatus unit = ofUnit(county);
    if (unit != ChangeStatus.COMPARABLE) {
      return unit;
    }
    if (!units.equals(previous.orElseThrow().places().keySet())
        || units.stream().anyMatch(moved::contains)) {
      return ChangeStatus.OTHER_UNITS;
    }
    return now.isEmpty() || placeBefore(county).isEmpty()
        ? ChangeStatus.VALUE_MISSING
        : ChangeStatus.COMPARABLE;
  }

  Optional<BigDecimal> placeBefore(String county) {
    return previous.map(PreviousResult::places).map(places -> places.get(county)).flatMap(p -> p);
  }

  /** The rows with the score of the period before beside them, where the two may be compared. */
  List<CountyScore> beside(List<CountyScore> scores) {
    return scores.stream().map(row -> scoreBefore(row).map(row::beside).orElse(row)).toList();
  }

  private Optional<BigDecimal> scoreBefore(CountyScore row) {
    if (ofUnit(row.county()) != ChangeStatus.COMPARABLE) {
      return Optional.empty();
    }
    return previous
        .map(PreviousResult::scores)
        .map(scores -> scores.get(row.county()))
        .map(nodes -> nodes.get(row.node()));
  }

  private ChangeStatus ofUnit(String county) {
    if (previous.isEmpty()) {
      return ChangeStatus.NO_PREVIOUS;
    }
    if (!previous.get().edition().equals(edition)) {
      return ChangeStatus.OTHER_EDITION;
    }
    if (!previous.get().places().containsKey(county)) {
      return ChangeStatus.NEW_UNIT;
    }
    return moved.contains(county) ? ChangeStatus.OTHER_BOUNDARY : ChangeStatus.COMPARABLE;
  }

  private static Set<String> moved(Catalogue catalogue, LocalDate before, LocalDate now) {
    Map<String, Optional<LocalDate>> then = boundaries(catalogue, before);
    Map<String, Optional<LocalDate>> today = boundaries(catalogue, now);
    Set<String> codes = new TreeSet<>(then.keySet());
    codes.addAll(today.keySet());
    codes.removeIf(code -> Objects.equals(then.get(code), today.get(code)));
    return codes;
  }

  /**
   * The first day of the division that stands on a day, by code. Foreign data brings no divisions:
   * its areas never move.
   */
  private static Map<String, Optional<LocalDate>> boundaries(Catalogue catalogue, LocalDate on) {
    Map<String, Optional<LocalDate>> firstDays = new HashMap<>();
    catalogue.areas().stream()
        .filter(area -> stands(area, on))
        .forEach(area -> firstDays.put(area.code(), area.validFrom()));
    return firstDays;
  }

  private static boolean stands(Area area, LocalDate on) {
    return area.validFrom().map(from -> !on.isBefore(from)).orElse(true)
        && area.validTo().map(to -> !on.isAfter(to)).orElse(true);
  }
}

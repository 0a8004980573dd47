package io.junheng.explain;

import io.junheng.table.CountyRanking;
import io.junheng.table.StoredRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The places of one ranking, with what they were given for.
 *
 * @param units by code: only those with a place
 */
record Places(Map<String, Unit> units) {
  private static final List<Comparator<BigDecimal>> DIRECTIONS =
      List.of(Comparator.reverseOrder(), Comparator.naturalOrder());

  /** A place, and what it rests on; who was vetoed stands behind all others. */
  record Unit(int rank, boolean isVetoed, Optional<BigDecimal> value, Optional<BigDecimal> tie) {}

  /**
   * The places of a ranking.
   *
   * @param rows of gold.county_ranking
   * @param vetoed codes of the counties that a veto puts last
   */
  static Places of(List<StoredRow> rows, Set<String> vetoed) {
    Map<String, Unit> units = new TreeMap<>();
    for (StoredRow row : rows) {
      row.integer(CountyRanking.RANK_NO)
          .ifPresent(
              rank ->
                  units.put(
                      row.require(CountyRanking.COUNTY_CODE),
                      new Unit(
                          rank,
                          vetoed.contains(row.require(CountyRanking.COUNTY_CODE)),
                          row.number(CountyRanking.VALUE),
                          row.number(CountyRanking.TIE_VALUE))));
    }
    return new Places(units);
  }

  /**
   * The place that a unit would have here with another period's figures; empty where the places
   * here do not follow from the figures alone.
   */
  Optional<Integer> with(String code, Unit figures) {
    return order().map(order -> place(code, figures, order));
  }

  /** The order that gives exactly these places, if one does. */
  private Optional<Comparator<Unit>> order() {
    for (Comparator<BigDecimal> byValue : DIRECTIONS) {
      for (Comparator<BigDecimal> byTie : DIRECTIONS) {
        Comparator<Unit> order =
            Comparator.comparing(Unit::isVetoed)
                .thenComparing(Unit::value, lastIfEmpty(byValue))
                .thenComparing(Unit::tie, lastIfEmpty(byTie));
        if (units.entrySet().stream()
            .allMatch(
                unit -> place(unit.getKey(), unit.getValue(), order) == unit.getValue().rank())) {
          return Optional.of(order);
        }
      }
    }
    return Optional.empty();
  }

  private int place(String code, Unit figures, Comparator<Unit> order) {
    return 1
        + (int)
            units.entrySet().stream()
                .filter(other -> !other.getKey().equals(code))
                .filter(other -> order.compare(other.getValue(), figures) < 0)
                .count();
  }

  private static Comparator<Optional<BigDecimal>> lastIfEmpty(Comparator<BigDecimal> order) {
    return Comparator.comparing(value -> value.orElse(null), Comparator.nullsLast(order));
  }
}

package io.junheng.publication.disclosure;

import static io.junheng.publication.Cells.code;
import static io.junheng.publication.Cells.integer;
import static io.junheng.publication.Cells.number;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.SmallCounts;
import io.junheng.definition.Stages;
import io.junheng.publication.disclosure.Figure.Access;
import io.junheng.table.ConfStatus;
import io.junheng.table.CountyIndicator;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Which indicators of which areas the audience may not see, because of a small count in them, of a
 * withheld cell, of too few schools or counties, or because another hidden figure would follow.
 */
final class HiddenFigures {
  private static final BigDecimal NOTHING = BigDecimal.ZERO;

  /** An indicator of an area. */
  record Key(int period, String area, String stage, String indicator) {
    static Key of(Row row) {
      return new Key(
          row.<Integer>getAs("period"),
          code(row, CountyIndicator.AREA_CODE),
          code(row, CountyIndicator.STAGE),
          code(row, CountyIndicator.INDICATOR));
    }
  }

  /** An indicator with what stands above and below its line. */
  private record Known(
      Indicator indicator, Optional<Quantity> above, Optional<Quantity> below, Set<String> inputs) {
    static Known of(Catalogue catalogue, Indicator indicator) {
      return new Known(
          indicator,
          Quantity.above(catalogue, indicator),
          Quantity.below(catalogue, indicator),
          HiddenFigures.inputs(indicator));
    }

    boolean restsOnSchools() {
      return indicator.formula() instanceof Formula.Dispersion
          || above.filter(Quantity::isOfSchools).isPresent();
    }
  }

  private record Reading(Row row, Key key, Optional<Known> indicator, Access access) {
    List<Quantity> quantities() {
      return indicator.stream()
          .flatMap(known -> Stream.concat(known.above().stream(), known.below().stream()))
          .toList();
    }
  }

  private final Stages stageTree;
  private final Territory territory;
  private final SmallCounts limits;
  private final Map<String, Known> indicators;
  private final Set<Key> hidden = new HashSet<>();
  private final Set<Key> all = new HashSet<>();
  private final Set<String> stages = new TreeSet<>();
  private final Set<Key> hiddenSomewhere = new HashSet<>();
  private final Set<Key> fewCounties = new HashSet<>();
  private final Set<Key> fewSchools = new HashSet<>();

  /**
   * @param rows all of county_indicator
   * @param isShown whether a row of others goes to the audience if nothing in it is small
   */
  HiddenFigures(
      Catalogue catalogue,
      Territory territory,
      SmallCounts limits,
      List<Row> rows,
      Predicate<Row> isShown) {
    this.stageTree = catalogue.stages();
    this.territory = territory;
    this.limits = limits;
    this.indicators =
        catalogue.indicators().stream()
            .collect(Collectors.toMap(Indicator::id, one -> Known.of(catalogue, one)));
    List<Reading> readings = rows.stream().map(row -> reading(row, isShown)).toList();
    for (Reading reading : readings) {
      all.add(reading.key());
      stages.add(reading.key().stage());
      noteRow(reading);
    }
    noteFewCounties(readings);
    Map<Integer, List<Reading>> byPeriod =
        readings.stream().collect(Collectors.groupingBy(reading -> reading.key().period()));
    byPeriod.values().forEach(this::noteCounts);
    passOn(readings);
  }

  /** Whether the indicator is worked out there at all. */
  boolean knows(Key key) {
    return all.contains(key);
  }

  /** The stages at which indicators are worked out. */
  Set<String> stages() {
    return stages;
  }

  /** Whether value, numerator and denominator must not be shown. */
  boolean isHidden(Key key) {
    return hidden.contains(key);
  }

  /** Whether a test of schools rests on too few of them to be shown. */
  boolean restsOnFewSchools(int period, String area, String stage) {
    return fewSchools.contains(new Key(period, area, stage, ""));
  }

  /** Whether a figure of all counties would give single ones away. */
  private boolean hasFewCounties(Key key) {
    return fewCounties.contains(ofAll(key));
  }

  /** Whether the mean and median of counties would give a hidden one away. */
  boolean betraysByMean(Key key) {
    return hasFewCounties(key) || hiddenSomewhere.contains(ofAll(key));
  }

  private static Key ofAll(Key key) {
    return new Key(key.period(), "", key.stage(), key.indicator());
  }

  private Reading reading(Row row, Predicate<Row> isShown) {
    Key key = Key.of(row);
    Access others = isShown.test(row) ? Access.SHOWN : Access.ABSENT;
    return new Reading(
        row,
        key,
        Optional.ofNullable(indicators.get(key.indicator())),
        territory.owns(key.area()) ? Access.KNOWN : others);
  }

  /** What can be told by the row alone. */
  private void noteRow(Reading reading) {
    if (reading.access() == Access.KNOWN) {
      return;
    }
    boolean fewOfThem =
        integer(reading.row(), CountyIndicator.SCHOOL_COUNT)
            .filter(schools -> schools > 0 && schools < limits.units())
            .isPresent();
    if (fewOfThem) {
      Key key = reading.key();
      fewSchools.add(new Key(key.period(), key.area(), key.stage(), ""));
    }
    boolean isWithheld =
        ConfStatus.WITHHELD.code().equals(code(reading.row(), CountyIndicator.CONF_STATUS));
    boolean isUnknown = reading.indicator().isEmpty();
    boolean restsOnSchools = reading.indicator().filter(Known::restsOnSchools).isPresent();
    if (isWithheld || isUnknown || (fewOfThem && restsOnSchools)) {
      hide(reading.key());
    }
  }

  private void hide(Key key) {
    hidden.add(key);
    if (territory.isReporting(key.area())) {
      hiddenSomewhere.add(ofAll(key));
    }
  }

  private void noteFewCounties(List<Reading> readings) {
    Map<Key, Integer> others = new HashMap<>();
    for (Reading reading : readings) {
      boolean isOther =
          reading.access() != Access.KNOWN && territory.isReporting(reading.key().area());
      if (isOther && number(reading.row(), CountyIndicator.VALUE).isPresent()) {
        others.merge(ofAll(reading.key()), 1, Integer::sum);
      }
    }
    others.forEach(
        (key, count) -> {
          if (count < limits.units()) {
            fewCounties.add(key);
          }
        });
    readings.stream()
        .filter(reading -> territory.isProvince(reading.key().area()))
        .filter(reading -> hasFewCounties(reading.key()))
        .forEach(reading -> hidden.add(reading.key()));
  }

  /** One period's counts, each held against the totals that it stands in. */
  private void noteCounts(List<Reading> readings) {
    Map<Quantity, CountTable> tables = new HashMap<>();
    for (Reading reading : readings) {
      each(
          reading,
          (quantity, count) ->
              tables
                  .computeIfAbsent(quantity, q -> new CountTable(stageTree, territory))
                  .add(reading.key(), count));
    }
    Map<Quantity, Set<CountTable.Cell>> hiddenCells =
        tables.entrySet().parallelStream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, table -> hidden(table.getKey(), table.getValue())));
    for (Reading reading : readings) {
      if (reading.access() == Access.KNOWN) {
        continue;
      }
      CountTable.Cell cell = CountTable.Cell.of(reading.key());
      boolean isTouched =
          reading.quantities().stream()
              .anyMatch(q -> hiddenCells.getOrDefault(q, Set.of()).contains(cell));
      if (isTouched) {
        hide(reading.key());
      }
    }
  }

  private Set<CountTable.Cell> hidden(Quantity quantity, CountTable table) {
    BigDecimal least = quantity.countsPeople() ? BigDecimal.valueOf(limits.people()) : NOTHING;
    return table.hidden(least, quantity.addsUp());
  }

  private interface Taker {
    void take(Quantity quantity, Figure figure);
  }

  private void each(Reading reading, Taker taker) {
    reading
        .indicator()
        .ifPresent(
            known -> {
              boolean isUnanimous = isUnanimous(known.indicator(), reading.row());
              known
                  .above()
                  .ifPresent(
                      quantity ->
                          figure(reading, CountyIndicator.NUMERATOR, quantity, isUnanimous)
                              .ifPresent(figure -> taker.take(quantity, figure)));
              known
                  .below()
                  .ifPresent(
                      quantity ->
                          figure(reading, CountyIndicator.DENOMINATOR, quantity, false)
                              .ifPresent(figure -> taker.take(quantity, figure)));
            });
  }

  private Optional<Figure> figure(
      Reading reading, TableColumn column, Quantity quantity, boolean isSecret) {
    return number(reading.row(), column)
        .map(
            value -> {
              boolean isFew =
                  quantity.countsPeople()
                      && value.signum() > 0
                      && value.compareTo(BigDecimal.valueOf(limits.people())) < 0;
              boolean isOfRow =
                  column == CountyIndicator.NUMERATOR && hidden.contains(reading.key());
              return new Figure(value, isFew || isSecret || isOfRow, reading.access());
            });
  }

  /** Whether everybody answered the same, so that each single answer is known. */
  private static boolean isUnanimous(Indicator indicator, Row row) {
    Optional<BigDecimal> yes = number(row, CountyIndicator.NUMERATOR);
    Optional<BigDecimal> all = number(row, CountyIndicator.DENOMINATOR);
    return indicator.formula() instanceof Formula.Survey
        && yes.isPresent()
        && all.isPresent()
        && (yes.get().signum() == 0 || yes.get().compareTo(all.get()) == 0);
  }

  /** What is worked out of hidden figures is hidden with them. */
  private void passOn(List<Reading> readings) {
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (Reading reading : readings) {
        Key key = reading.key();
        boolean leans =
            reading.access() != Access.KNOWN
                && !hidden.contains(key)
                && reading.indicator().stream()
                    .flatMap(known -> known.inputs().stream())
                    .map(input -> new Key(key.period(), key.area(), key.stage(), input))
                    .anyMatch(hidden::contains);
        if (leans) {
          hide(key);
          isChanged = true;
        }
      }
    }
  }

  private static Set<String> inputs(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Derived derived) {
      return Set.copyOf(derived.value().names());
    } else if (formula instanceof Formula.Dispersion dispersion) {
      return Set.of(dispersion.of());
    }
    return Set.of();
  }
}

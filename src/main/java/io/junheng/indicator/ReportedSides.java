package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Rollup;
import io.junheng.table.CountyMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Row;

/**
 * What figures of counties bring to each indicator: those that were reported for the county, those
 * of the period before and those that weigh.
 */
final class ReportedSides {
  /** From a period to the same a year later. */
  private static final int YEAR = 100;

  /**
   * Where a county measure goes.
   *
   * @param isBefore to the indicator of the period after
   */
  private record Use(Indicator indicator, boolean isBefore, BiConsumer<Figures, Figure> into) {}

  /** A figure, and what the records alone give where a signed form decided; else null. */
  private record Figure(BigDecimal value, BigDecimal byRecords) {
    private static final Figure UNKNOWN = new Figure(null, null);

    /** A growth takes both years from forms, or both from records. */
    BigDecimal beside(Figure other) {
      boolean isOfRecords = other.value != null && other.byRecords == null;
      return isOfRecords && byRecords != null ? byRecords : value;
    }
  }

  /** The figures of one unit while they are gathered. */
  private static final class Figures {
    private Figure above = Figure.UNKNOWN;
    private Figure before = Figure.UNKNOWN;
    private Figure below = Figure.UNKNOWN;
    private Figure weight = Figure.UNKNOWN;

    Sides sides() {
      Sides sides = new Sides();
      sides.above = above.beside(before);
      sides.before = before.beside(above);
      sides.below = below.value();
      sides.weight = weight.value();
      return sides;
    }
  }

  private final Map<String, List<Use>> uses = new HashMap<>();

  ReportedSides(Catalogue catalogue) {
    Formulas formulas = new Formulas(catalogue);
    for (Indicator indicator : catalogue.indicators()) {
      formulas
          .numerator(indicator)
          .filter(measure -> !formulas.countsSchools(measure))
          .ifPresent(m -> use(m, indicator, false, (figures, figure) -> figures.above = figure));
      formulas
          .denominator(indicator)
          .filter(measure -> !formulas.countsSchools(measure))
          .ifPresent(m -> use(m, indicator, false, (figures, figure) -> figures.below = figure));
      if (indicator.formula() instanceof Formula.Growth growth) {
        use(growth.of(), indicator, false, (figures, figure) -> figures.above = figure);
        use(growth.of(), indicator, true, (figures, figure) -> figures.before = figure);
      }
      if (indicator.rollup() instanceof Rollup.Weighted weighted) {
        use(weighted.measure(), indicator, false, (figures, figure) -> figures.weight = figure);
      }
    }
  }

  private void use(
      String measure, Indicator indicator, boolean isBefore, BiConsumer<Figures, Figure> into) {
    uses.computeIfAbsent(measure, any -> new ArrayList<>()).add(new Use(indicator, isBefore, into));
  }

  /** By county, stage and indicator, from rows of {@code gold.county_measure}. */
  Map<Unit, Sides> of(List<Row> countyMeasure) {
    Map<Unit, Figures> gathered = new HashMap<>();
    for (Row row : countyMeasure) {
      String stage = row.getString(CountyMeasure.STAGE.ordinal());
      for (Use use : uses.getOrDefault(row.getString(CountyMeasure.MEASURE.ordinal()), List.of())) {
        if (use.indicator().stages().contains(stage)) {
          Unit unit =
              new Unit(
                  row.getInt(CountyMeasure.PERIOD.ordinal()) + (use.isBefore() ? YEAR : 0),
                  row.getString(CountyMeasure.COUNTY_CODE.ordinal()),
                  stage,
                  use.indicator().id());
          use.into()
              .accept(
                  gathered.computeIfAbsent(unit, any -> new Figures()),
                  new Figure(
                      row.getDecimal(CountyMeasure.VALUE.ordinal()),
                      row.getDecimal(CountyMeasure.RECORDED_VALUE.ordinal())));
        }
      }
    }
    Map<Unit, Sides> sides = new HashMap<>();
    gathered.forEach((unit, figures) -> sides.put(unit, figures.sides()));
    return sides;
  }
}

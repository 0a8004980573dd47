package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Rollup;
import io.junheng.table.CountyDispersion;
import io.junheng.table.ObsStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The indicators of counties, and of cities and provinces as each indicator's rollup says: sums are
 * taken first, then divided.
 *
 * <p>Spark's tasks add up the schools ({@link SumSchools}); the sums of a province fit in memory,
 * and everything after them is plain Java.
 */
public final class EvaluateAreas {
  private final Map<String, Asked> asked = new HashMap<>();
  private final ReportedSides reported;

  /** An indicator and what its sums need to know of it. */
  private record Asked(
      Indicator indicator, BigDecimal times, boolean takesLargest, boolean countsSchools) {
    static Asked of(Indicator indicator, Formulas formulas) {
      Optional<String> numerator = formulas.numerator(indicator);
      boolean ofSchools =
          indicator.formula() instanceof Formula.ShareOfSchools
              || numerator.filter(formulas::countsSchools).isPresent()
              || formulas.denominator(indicator).filter(formulas::countsSchools).isPresent();
      return new Asked(
          indicator,
          formulas.times(indicator),
          numerator.filter(formulas::takesLargest).isPresent(),
          ofSchools);
    }

    boolean isGrowth() {
      return indicator.formula() instanceof Formula.Growth;
    }

    boolean isDerived() {
      return indicator.formula() instanceof Formula.Derived;
    }

    boolean isWeighted() {
      return indicator.rollup() instanceof Rollup.Weighted;
    }

    /** Whether areas above the counties are worked out from the counties' sides. */
    boolean climbs() {
      return !isDerived() && (isWeighted() || indicator.rollup() instanceof Rollup.Add);
    }

    BigDecimal numerator(Sides sides) {
      if (isGrowth()) {
        return sides.above == null || sides.before == null
            ? null
            : sides.above.subtract(sides.before);
      }
      return takesLargest && sides.largest != null ? sides.largest : sides.above;
    }

    BigDecimal denominator(Sides sides) {
      return isGrowth() ? sides.before : sides.below;
    }

    /** n × times ÷ d, exact until the one division; a measure as it is. */
    Double value(BigDecimal n, BigDecimal d) {
      return isMeasure() ? asDouble(n) : multiple(n, d);
    }

    /** The same before the factor: what an area above counties takes the mean of. */
    Double part(BigDecimal n, BigDecimal d) {
      return isMeasure() ? asDouble(n) : quotient(n, d);
    }

    /** n × times ÷ d. */
    Double multiple(BigDecimal n, BigDecimal d) {
      return n == null ? null : quotient(n.multiply(times), d);
    }

    private boolean isMeasure() {
      return indicator.formula() instanceof Formula.MeasureValue;
    }

    private static Double asDouble(BigDecimal n) {
      return n == null ? null : (Double) n.doubleValue();
    }
  }

  /** The sums of one indicator at one stage of one area. */
  private static final class Sums {
    private BigDecimal n;
    private BigDecimal d;
    private BigDecimal weight;
    private int schools;
    private BigDecimal covered;
    private BigDecimal concerned;

    void add(Asked asked, BigDecimal moreN, BigDecimal moreD, Sides sides, int moreSchools) {
      n = asked.takesLargest() ? Sides.larger(n, moreN) : Sides.sum(n, moreN);
      d = Sides.sum(d, moreD);
      schools += moreSchools;
      covered = Sides.sum(covered, sides.covered);
      concerned = Sides.sum(concerned, sides.concerned);
    }
  }

  public EvaluateAreas(Catalogue catalogue) {
    Formulas formulas = new Formulas(catalogue);
    catalogue.indicators().forEach(i -> asked.put(i.id(), Asked.of(i, formulas)));
    reported = new ReportedSides(catalogue);
  }

  /**
   * The indicators of all areas: one figure for each combination that some record speaks of. {@link
   * DeriveFigures} adds those that are derived from them, {@link CompareAreas} completes them to
   * {@code gold.county_indicator}.
   *
   * @param schools of {@link SumSchools}
   * @param countyMeasure rows of {@code gold.county_measure} of the periods and of the periods
   *     before them
   * @param spreads rows of {@code gold.county_dispersion}
   * @param lineage each county with itself and the areas above it: period, county_code, area_code,
   *     area_level
   */
  public List<AreaFigure> apply(
      SumSchools.Sums schools, List<Row> countyMeasure, List<Row> spreads, List<Row> lineage) {
    Map<CountyOfPeriod, List<AreaFigure.Place>> places = places(lineage);
    List<AreaFigure> figures = new ArrayList<>(rollUp(schools, countyMeasure, places));
    figures.addAll(spreadsOfCounties(spreads, places));
    return figures;
  }

  private record CountyOfPeriod(int period, String county) {}

  private static Map<CountyOfPeriod, List<AreaFigure.Place>> places(List<Row> lineage) {
    Map<CountyOfPeriod, List<AreaFigure.Place>> places = new HashMap<>();
    for (Row row : lineage) {
      String county = row.getString(1);
      String area = row.getString(2);
      places
          .computeIfAbsent(new CountyOfPeriod(row.getInt(0), county), any -> new ArrayList<>())
          .add(new AreaFigure.Place(area, row.getString(3), area.equals(county)));
    }
    return places;
  }

  // ---- upward
  // ---------------------------------------------------------------------------------------------------------------

  private record PlacedUnit(AreaFigure.Place place, Unit unit) {}

  private List<AreaFigure> rollUp(
      SumSchools.Sums schools,
      List<Row> countyMeasure,
      Map<CountyOfPeriod, List<AreaFigure.Place>> places) {
    Map<Unit, Sides> sides = reported.of(countyMeasure);
    schools.sides().forEach((unit, more) -> sides.merge(unit, more, Sides::with));
    Map<PlacedUnit, Sums> sums = new HashMap<>();
    sides.forEach(
        (county, brought) -> {
          int schoolCount = schools.schoolsOf(county);
          CountyOfPeriod key = new CountyOfPeriod(county.period(), county.area());
          for (AreaFigure.Place place : places.getOrDefault(key, List.of())) {
            bring(county, brought, schoolCount, place, sums);
          }
        });
    List<AreaFigure> figures = new ArrayList<>();
    sums.forEach((placed, sum) -> figures.add(figure(placed, sum)));
    return figures;
  }

  private void bring(
      Unit county,
      Sides sides,
      int schoolCount,
      AreaFigure.Place place,
      Map<PlacedUnit, Sums> into) {
    Asked indicator = asked.get(county.indicator());
    if (!place.isCounty() && !indicator.climbs()) {
      return;
    }
    BigDecimal n = indicator.numerator(sides);
    BigDecimal d = indicator.denominator(sides);
    if (indicator.isWeighted() && !place.isCounty()) {
      Double part = indicator.part(n, d);
      n = weighted(part, sides.weight);
      d = part == null ? null : sides.weight;
    }
    Unit unit = new Unit(county.period(), place.area(), county.stage(), county.indicator());
    Sums sums = into.computeIfAbsent(new PlacedUnit(place, unit), any -> new Sums());
    sums.add(indicator, n, d, sides, schoolCount);
    if (place.isCounty() && indicator.isDerived()) {
      sums.weight = sides.weight;
    }
  }

  private static BigDecimal weighted(Double part, BigDecimal weight) {
    return part == null || weight == null
        ? null
        : BigDecimal.valueOf(part * weight.doubleValue()).setScale(10, RoundingMode.HALF_UP);
  }

  // ---- values
  // ---------------------------------------------------------------------------------------------------------------

  private AreaFigure figure(PlacedUnit placed, Sums sums) {
    Asked indicator = asked.get(placed.unit().indicator());
    boolean isMean = indicator.isWeighted() && !placed.place().isCounty();
    Double value = isMean ? indicator.multiple(sums.n, sums.d) : indicator.value(sums.n, sums.d);
    Double coverage = quotient(sums.covered, sums.concerned);
    return new AreaFigure(
        placed.place(),
        placed.unit(),
        value,
        sums.n,
        sums.d,
        sums.schools,
        status(indicator, sums, value, coverage),
        coverage,
        sums.weight);
  }

  private static ObsStatus status(Asked indicator, Sums sums, Double value, Double coverage) {
    if (value != null) {
      return coverage != null && coverage < 1 ? ObsStatus.LOW_RELIABILITY : ObsStatus.NORMAL;
    }
    boolean isWithoutSchools = indicator.countsSchools() && sums.schools == 0;
    return isWithoutSchools || hasNoSuchSchool(indicator, sums)
        ? ObsStatus.NOT_APPLICABLE
        : ObsStatus.NOT_AVAILABLE;
  }

  /** Schools were delivered, and none of them is of the kind that a share asks. */
  private static boolean hasNoSuchSchool(Asked indicator, Sums sums) {
    return indicator.indicator().formula() instanceof Formula.ShareOfSchools
        && sums.d != null
        && sums.d.signum() == 0
        && sums.concerned == null;
  }

  /** Null where a side is unknown or nothing stands below the line. */
  private static Double quotient(BigDecimal n, BigDecimal d) {
    return n == null || d == null || d.signum() == 0 ? null : n.doubleValue() / d.doubleValue();
  }

  private static List<AreaFigure> spreadsOfCounties(
      List<Row> spreads, Map<CountyOfPeriod, List<AreaFigure.Place>> places) {
    List<AreaFigure> figures = new ArrayList<>();
    for (Row row : spreads) {
      int period = row.getInt(CountyDispersion.PERIOD.ordinal());
      String county = row.getString(CountyDispersion.COUNTY_CODE.ordinal());
      int value = CountyDispersion.VALUE.ordinal();
      for (AreaFigure.Place place :
          places.getOrDefault(new CountyOfPeriod(period, county), List.of())) {
        if (place.isCounty()) {
          figures.add(
              new AreaFigure(
                  place,
                  new Unit(
                      period,
                      county,
                      row.getString(CountyDispersion.STAGE.ordinal()),
                      row.getString(CountyDispersion.INDICATOR.ordinal())),
                  row.isNullAt(value) ? null : (Double) row.getDouble(value),
                  null,
                  null,
                  row.getInt(CountyDispersion.SCHOOL_COUNT.ordinal()),
                  ObsStatus.of(row.getString(CountyDispersion.OBS_STATUS.ordinal())),
                  null,
                  null));
        }
      }
    }
    return figures;
  }
}

package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.PUPILS;
import static io.junheng.indicator.PanelColumns.QUANTITY;
import static io.junheng.indicator.PanelColumns.STAGE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Rollup;
import io.junheng.definition.UnitBasis;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyMeasure;
import io.junheng.table.ObsStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The indicators of counties, and of cities and provinces as each indicator's rollup says: sums are
 * taken first, then divided.
 *
 * <p>Out: period, area_code, area_level, stage, indicator, value, numerator, denominator,
 * school_count, obs_status, coverage: one row for each combination that some record speaks of.
 * {@link CompareAreas} completes it to {@code gold.county_indicator}.
 *
 * <p>A school takes part in a sum of two sides only if both sides are known for it; coverage says
 * how many of the pupils that leaves.
 */
public record EvaluateAreas(Catalogue catalogue) {
  private static final String COUNTY_SCHOOLS = "schools";
  private static final String AREA = CountyIndicator.AREA_CODE.columnName();
  private static final String LEVEL = CountyIndicator.AREA_LEVEL.columnName();

  /** Column that is true where an area is the reporting county itself. */
  private static final String IS_COUNTY = "is_county";

  /**
   * The indicators of all areas.
   *
   * @param panel the {@link SchoolPanel}
   * @param countyMeasure rows of {@code gold.county_measure} of the periods and of the periods
   *     before them
   * @param spreads rows of {@code gold.county_dispersion}
   * @param lineage each county with itself and the areas above it: period, county_code, area_code,
   *     area_level
   */
  public Dataset<Row> apply(
      Dataset<Row> panel, Dataset<Row> countyMeasure, Dataset<Row> spreads, Dataset<Row> lineage) {
    Formulas formulas = new Formulas(catalogue);
    Dataset<Row> counties =
        join(
            join(sums(panel, formulas), reported(countyMeasure, formulas), "full_outer"),
            spreadsByColumn(spreads),
            "left");
    Dataset<Row> sides = counties.select(sides(formulas));
    Dataset<Row> areas = rollUp(sides, lineage, formulas);
    return unpivot(withValues(areas, formulas));
  }

  private static Dataset<Row> join(Dataset<Row> one, Dataset<Row> other, String how) {
    return one.join(
        other,
        scala.jdk.javaapi.CollectionConverters.asScala(List.of(PERIOD, COUNTY, STAGE)).toSeq(),
        how);
  }

  // ---- counties: sums over schools
  // -----------------------------------------------------------------------------------------

  private Dataset<Row> sums(Dataset<Row> panel, Formulas formulas) {
    List<Column> columns = new ArrayList<>();
    for (Indicator indicator : catalogue.indicators()) {
      addSums(indicator, formulas, columns);
    }
    return panel
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE))
        .agg(
            count_if(col(PUPILS).gt(0)).cast(DataTypes.IntegerType).alias(COUNTY_SCHOOLS),
            columns.toArray(Column[]::new));
  }

  private void addSums(Indicator indicator, Formulas formulas, List<Column> columns) {
    String id = indicator.id();
    Column member = member(indicator, formulas);
    if (indicator.formula() instanceof Formula.ShareOfSchools) {
      Column condition = col(PanelColumns.condition(id));
      Column taking = member.and(col(PUPILS).gt(0));
      columns.add(quantity(count_if(taking.and(condition)), "n", id));
      columns.add(quantity(count_if(taking.and(condition.isNotNull())), "d", id));
      addCoverage(id, taking, condition.isNotNull(), columns);
      return;
    }
    boolean above = formulas.numerator(indicator).filter(formulas::countsSchools).isPresent();
    boolean below = formulas.denominator(indicator).filter(formulas::countsSchools).isPresent();
    Column numerator = above ? col(PanelColumns.numerator(id)) : lit(null).cast(QUANTITY);
    Column denominator = below ? col(PanelColumns.denominator(id)) : lit(null).cast(QUANTITY);
    Column known = above ? numerator.isNotNull() : lit(true);
    known = below ? known.and(denominator.isNotNull()) : known;
    if (above) {
      Column taken = when(member.and(known), numerator);
      boolean largest = formulas.takesLargest(formulas.numerator(indicator).orElseThrow());
      columns.add(quantity(largest ? max(taken) : sum(taken), "n", id));
    }
    if (below) {
      columns.add(quantity(sum(when(member.and(known), denominator)), "d", id));
    }
    if (above || below) {
      addCoverage(id, member.and(col(PUPILS).gt(0)), known, columns);
    }
  }

  private static void addCoverage(String id, Column taking, Column known, List<Column> columns) {
    columns.add(sum(when(taking.and(known), col(PUPILS))).alias(side("covered", id)));
    columns.add(sum(when(taking, col(PUPILS))).alias(side("concerned", id)));
  }

  private static Column member(Indicator indicator, Formulas formulas) {
    Column member =
        formulas.among(indicator).map(scope -> col(PanelColumns.scope(scope))).orElse(lit(true));
    return indicator.unitBasis() == UnitBasis.RUN_BY
        ? member.and(coalesce(col(PanelColumns.RUN_BY_COUNTY), lit(true)))
        : member;
  }

  // ---- counties: what was reported for them, and figures of the period before
  // ---------------------------------------------------

  private Dataset<Row> reported(Dataset<Row> countyMeasure, Formulas formulas) {
    Column period = col(CountyMeasure.PERIOD.columnName());
    List<String> measures = List.copyOf(measuresOfCounties(formulas));
    Column[] columns =
        measures.stream()
            .flatMap(
                measure ->
                    List.of(
                        figure(measure, "now").alias(side("now", measure)),
                        figure(measure, "before").alias(side("before", measure)))
                        .stream())
            .toArray(Column[]::new);
    Column marker = max(when(col("at").equalTo("now"), lit(true))).alias("is_reported");
    return countyMeasure
        .where(
            col(CountyMeasure.MEASURE.columnName())
                .isin(measures.toArray())
                .or(lit(measures.isEmpty())))
        .withColumn(
            "shifted",
            explode(
                array(
                    struct(period.alias("period"), lit("now").alias("at")),
                    struct(period.plus(100).alias("period"), lit("before").alias("at")))))
        .withColumn("at", col("shifted.at"))
        .withColumn(PERIOD, col("shifted.period"))
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE))
        .agg(marker, columns)
        .where(col("is_reported"))
        .drop("is_reported");
  }

  private static Column figure(String measure, String at) {
    return max(
        when(
            col(CountyMeasure.MEASURE.columnName()).equalTo(measure).and(col("at").equalTo(at)),
            col(CountyMeasure.VALUE.columnName())));
  }

  /**
   * Measures that are read from county_measure: reported ones, those that grow and those that
   * weigh.
   */
  private Set<String> measuresOfCounties(Formulas formulas) {
    Set<String> measures = new LinkedHashSet<>();
    for (Indicator indicator : catalogue.indicators()) {
      formulas
          .numerator(indicator)
          .filter(m -> !formulas.countsSchools(m))
          .ifPresent(measures::add);
      formulas
          .denominator(indicator)
          .filter(m -> !formulas.countsSchools(m))
          .ifPresent(measures::add);
      if (indicator.formula() instanceof Formula.Growth growth) {
        measures.add(growth.of());
      }
      if (indicator.rollup() instanceof Rollup.Weighted weighted) {
        measures.add(weighted.measure());
      }
    }
    return measures;
  }

  private Dataset<Row> spreadsByColumn(Dataset<Row> spreads) {
    List<Column> columns = new ArrayList<>();
    for (Indicator indicator : catalogue.indicators()) {
      if (indicator.formula() instanceof Formula.Dispersion) {
        Column here = col(CountyDispersion.INDICATOR.columnName()).equalTo(indicator.id());
        columns.add(
            max(when(here, col(CountyDispersion.CV.columnName())))
                .alias(side("cv", indicator.id())));
        columns.add(
            max(when(here, col(CountyDispersion.OBS_STATUS.columnName())))
                .alias(side("status", indicator.id())));
      }
    }
    Column marker = lit(1).alias("has_spread");
    return spreads
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE))
        .agg(max(marker), columns.toArray(Column[]::new));
  }

  // ---- both sides of every formula, and how they roll up
  // ------------------------------------------------------------------------

  private Column[] sides(Formulas formulas) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col(PERIOD),
                col(COUNTY),
                col(STAGE),
                coalesce(col(COUNTY_SCHOOLS), lit(0)).alias(COUNTY_SCHOOLS)));
    for (Indicator indicator : catalogue.indicators()) {
      String id = indicator.id();
      Formula formula = indicator.formula();
      if (formula instanceof Formula.Derived) {
        continue;
      }
      if (formula instanceof Formula.Dispersion) {
        columns.add(col(side("cv", id)));
        columns.add(col(side("status", id)));
        continue;
      }
      Column numerator = numerator(indicator, formulas);
      Column denominator = denominator(indicator, formulas);
      columns.add(numerator.alias(side("n", id)));
      columns.add(denominator.alias(side("d", id)));
      boolean counted = hasCoverage(indicator, formulas);
      columns.add(nullable(counted, side("covered", id)));
      columns.add(nullable(counted, side("concerned", id)));
      if (indicator.rollup() instanceof Rollup.Weighted weighted) {
        Column weight = col(side("now", weighted.measure()));
        Column value = value(indicator, formulas, numerator, denominator);
        columns.add(
            value.multiply(weight.cast(DataTypes.DoubleType)).cast(QUANTITY).alias(side("wn", id)));
        columns.add(when(value.isNotNull(), weight).alias(side("wd", id)));
      }
    }
    return columns.toArray(Column[]::new);
  }

  private static Column nullable(boolean exists, String name) {
    return (exists ? col(name) : lit(null)).cast(QUANTITY).alias(name);
  }

  private static boolean hasCoverage(Indicator indicator, Formulas formulas) {
    return indicator.formula() instanceof Formula.ShareOfSchools
        || formulas.numerator(indicator).filter(formulas::countsSchools).isPresent()
        || formulas.denominator(indicator).filter(formulas::countsSchools).isPresent();
  }

  private Column numerator(Indicator indicator, Formulas formulas) {
    if (indicator.formula() instanceof Formula.Growth growth) {
      return col(side("now", growth.of())).minus(col(side("before", growth.of()))).cast(QUANTITY);
    }
    return oneSide(indicator, formulas.numerator(indicator).orElse(null), "n", formulas);
  }

  private Column denominator(Indicator indicator, Formulas formulas) {
    if (indicator.formula() instanceof Formula.Growth growth) {
      return col(side("before", growth.of()));
    }
    return oneSide(indicator, formulas.denominator(indicator).orElse(null), "d", formulas);
  }

  private static Column oneSide(
      Indicator indicator, String measure, String which, Formulas formulas) {
    if (indicator.formula() instanceof Formula.ShareOfSchools) {
      return col(side(which, indicator.id()));
    }
    if (measure == null) {
      return lit(null).cast(QUANTITY);
    }
    return formulas.countsSchools(measure)
        ? col(side(which, indicator.id()))
        : col(side("now", measure));
  }

  private Dataset<Row> rollUp(Dataset<Row> sides, Dataset<Row> lineage, Formulas formulas) {
    List<Column> columns = new ArrayList<>();
    for (Indicator indicator : catalogue.indicators()) {
      addRolledUp(indicator, formulas, columns);
    }
    return sides
        .join(
            broadcast(lineage.withColumn(IS_COUNTY, col(COUNTY).equalTo(col(AREA)))),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of(PERIOD, COUNTY)).toSeq(),
            "inner")
        .groupBy(col(PERIOD), col(AREA), col(LEVEL), col(IS_COUNTY), col(STAGE))
        .agg(
            sum(col(COUNTY_SCHOOLS)).cast(DataTypes.IntegerType).alias(COUNTY_SCHOOLS),
            columns.toArray(Column[]::new));
  }

  private static void addRolledUp(Indicator indicator, Formulas formulas, List<Column> columns) {
    String id = indicator.id();
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Derived) {
      return;
    }
    if (formula instanceof Formula.Dispersion) {
      columns.add(max(when(col(IS_COUNTY), col(side("cv", id)))).alias(side("cv", id)));
      columns.add(max(when(col(IS_COUNTY), col(side("status", id)))).alias(side("status", id)));
      return;
    }
    boolean largest = formulas.numerator(indicator).filter(formulas::takesLargest).isPresent();
    columns.add(rolled(indicator, "n", "wn", largest));
    columns.add(rolled(indicator, "d", "wd", false));
    columns.add(sum(col(side("covered", id))).alias(side("covered", id)));
    columns.add(sum(col(side("concerned", id))).alias(side("concerned", id)));
  }

  private static Column rolled(
      Indicator indicator, String plain, String weighted, boolean largest) {
    Column own = col(side(plain, indicator.id()));
    Column part;
    if (indicator.rollup() instanceof Rollup.Add) {
      part = own;
    } else if (indicator.rollup() instanceof Rollup.Weighted) {
      part = when(col(IS_COUNTY), own).otherwise(col(side(weighted, indicator.id())));
    } else {
      part = when(col(IS_COUNTY), own);
    }
    return (largest ? max(part) : sum(part)).cast(QUANTITY).alias(side(plain, indicator.id()));
  }

  // ---- values
  // ---------------------------------------------------------------------------------------------------------------

  private Dataset<Row> withValues(Dataset<Row> areas, Formulas formulas) {
    List<Column> columns = new ArrayList<>(List.of(col("*")));
    for (Indicator indicator : catalogue.indicators()) {
      if (!(indicator.formula() instanceof Formula.Derived)) {
        columns.add(areaValue(indicator, formulas).alias(indicator.id()));
      }
    }
    Dataset<Row> valued = areas.select(columns.toArray(Column[]::new));
    for (Indicator indicator : formulas.derived()) {
      Column value =
          expr(((Formula.Derived) indicator.formula()).value().sql()).cast(DataTypes.DoubleType);
      boolean everywhere = indicator.rollup() instanceof Rollup.Add;
      valued = valued.withColumn(indicator.id(), everywhere ? value : when(col(IS_COUNTY), value));
    }
    return valued;
  }

  private static Column areaValue(Indicator indicator, Formulas formulas) {
    String id = indicator.id();
    if (indicator.formula() instanceof Formula.Dispersion) {
      return col(side("cv", id));
    }
    Column own = value(indicator, formulas, col(side("n", id)), col(side("d", id)));
    if (indicator.rollup() instanceof Rollup.Weighted) {
      Column mean =
          try_divide(
              col(side("n", id)).cast(DataTypes.DoubleType),
              col(side("d", id)).cast(DataTypes.DoubleType));
      return when(col(IS_COUNTY), own).otherwise(mean);
    }
    return own;
  }

  private static Column value(
      Indicator indicator, Formulas formulas, Column numerator, Column denominator) {
    return indicator.formula() instanceof Formula.MeasureValue
        ? numerator.cast(DataTypes.DoubleType)
        : Formulas.ratio(numerator, formulas.times(indicator), denominator);
  }

  // ---- long
  // -----------------------------------------------------------------------------------------------------------------

  private Dataset<Row> unpivot(Dataset<Row> valued) {
    Formulas formulas = new Formulas(catalogue);
    Column[] figures =
        catalogue.indicators().stream()
            .map(indicator -> figure(indicator, formulas))
            .toArray(Column[]::new);
    return valued
        .select(
            col(PERIOD),
            col(AREA),
            col(LEVEL),
            col(STAGE),
            col(COUNTY_SCHOOLS),
            explode(array_compact(array(figures))).alias("f"))
        .select(
            col(PERIOD),
            col(AREA),
            col(LEVEL),
            col(STAGE),
            col("f.indicator").alias(CountyIndicator.INDICATOR.columnName()),
            col("f.value").alias(CountyIndicator.VALUE.columnName()),
            col("f.numerator").alias(CountyIndicator.NUMERATOR.columnName()),
            col("f.denominator").alias(CountyIndicator.DENOMINATOR.columnName()),
            col(COUNTY_SCHOOLS).alias(CountyIndicator.SCHOOL_COUNT.columnName()),
            col("f.status").alias(CountyIndicator.OBS_STATUS.columnName()),
            col("f.coverage").alias(CountyIndicator.COVERAGE.columnName()));
  }

  private Column figure(Indicator indicator, Formulas formulas) {
    String id = indicator.id();
    boolean hasSides =
        !(indicator.formula() instanceof Formula.Derived
            || indicator.formula() instanceof Formula.Dispersion);
    Column none = lit(null).cast(QUANTITY);
    Column coverage =
        hasSides
            ? try_divide(
                col(side("covered", id)).cast(DataTypes.DoubleType),
                col(side("concerned", id)).cast(DataTypes.DoubleType))
            : lit(null).cast(DataTypes.DoubleType);
    return when(
        SchoolPanel.atStages(indicator.stages()),
        struct(
            lit(id).alias("indicator"),
            col(id).alias("value"),
            (hasSides ? col(side("n", id)) : none).alias("numerator"),
            (hasSides ? col(side("d", id)) : none).alias("denominator"),
            status(indicator, formulas, coverage).alias("status"),
            coverage.alias("coverage")));
  }

  private Column status(Indicator indicator, Formulas formulas, Column coverage) {
    Column value = col(indicator.id());
    Column aboveCounty = col(IS_COUNTY).equalTo(false);
    if (indicator.formula() instanceof Formula.Dispersion) {
      return when(aboveCounty, lit(ObsStatus.NOT_APPLICABLE.code()))
          .otherwise(
              coalesce(col(side("status", indicator.id())), lit(ObsStatus.NOT_APPLICABLE.code())));
    }
    if (indicator.formula() instanceof Formula.Derived derived
        && !(indicator.rollup() instanceof Rollup.Add)) {
      return when(aboveCounty, lit(ObsStatus.NOT_APPLICABLE.code()))
          .otherwise(derivedStatus(derived, value));
    }
    Column known =
        when(coverage.lt(1), lit(ObsStatus.LOW_RELIABILITY.code()))
            .otherwise(lit(ObsStatus.NORMAL.code()));
    Column undefined = indicator.rollup() instanceof Rollup.None ? aboveCounty : lit(false);
    Column nothingThere =
        hasCoverage(indicator, formulas) ? col(COUNTY_SCHOOLS).equalTo(0) : lit(false);
    return when(value.isNotNull(), known)
        .when(undefined.or(nothingThere), lit(ObsStatus.NOT_APPLICABLE.code()))
        .otherwise(lit(ObsStatus.NOT_AVAILABLE.code()));
  }

  /** The status of the inputs is passed on: the gravest of those that are spreads. */
  private Column derivedStatus(Formula.Derived derived, Column value) {
    List<Column> inputs =
        derived.value().names().stream()
            .sorted()
            .filter(name -> catalogue.indicator(name).formula() instanceof Formula.Dispersion)
            .map(name -> col(side("status", name)))
            .toList();
    Column known = lit(ObsStatus.NORMAL.code());
    Column missing =
        when(col(COUNTY_SCHOOLS).equalTo(0), lit(ObsStatus.NOT_APPLICABLE.code()))
            .otherwise(lit(ObsStatus.NOT_AVAILABLE.code()));
    for (Column input : inputs) {
      known = when(input.equalTo(ObsStatus.LOW_RELIABILITY.code()), input).otherwise(known);
      missing = when(input.equalTo(ObsStatus.NOT_APPLICABLE.code()), input).otherwise(missing);
    }
    return when(value.isNotNull(), known).otherwise(missing);
  }

  private static Column quantity(Column column, String which, String id) {
    return column.cast(QUANTITY).alias(side(which, id));
  }

  private static String side(String which, String id) {
    return which + ":" + id;
  }

  /** The columns of the result, for tests and for {@link CompareAreas}. */
  static List<String> columns() {
    return Arrays.asList(
        PERIOD,
        AREA,
        LEVEL,
        STAGE,
        CountyIndicator.INDICATOR.columnName(),
        CountyIndicator.VALUE.columnName(),
        CountyIndicator.NUMERATOR.columnName(),
        CountyIndicator.DENOMINATOR.columnName(),
        CountyIndicator.SCHOOL_COUNT.columnName(),
        CountyIndicator.OBS_STATUS.columnName(),
        CountyIndicator.COVERAGE.columnName());
  }
}

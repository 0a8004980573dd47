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
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.try_element_at;
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
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The indicators of counties, and of cities and provinces as each indicator's rollup says: sums are
 * taken first, then divided.
 *
 * <p>Out: period, area_code, area_level, stage, indicator, value, numerator, denominator,
 * school_count, obs_status, coverage: one row for each combination that some record speaks of.
 * {@link CompareAreas} completes it to {@code gold.county_indicator}.
 *
 * <p>A school takes part in a sum of two sides only if both sides are known for it; coverage says
 * for how many of the pupils they are. The work is done on long rows, one for each indicator, so
 * that its plan does not grow with their number.
 */
public record EvaluateAreas(Catalogue catalogue) {
  private static final String AREA = CountyIndicator.AREA_CODE.columnName();
  private static final String LEVEL = CountyIndicator.AREA_LEVEL.columnName();
  private static final String INDICATOR = CountyIndicator.INDICATOR.columnName();
  private static final String VALUE = CountyIndicator.VALUE.columnName();
  private static final String NUMERATOR = CountyIndicator.NUMERATOR.columnName();
  private static final String DENOMINATOR = CountyIndicator.DENOMINATOR.columnName();
  private static final String SCHOOLS = CountyIndicator.SCHOOL_COUNT.columnName();
  private static final String STATUS = CountyIndicator.OBS_STATUS.columnName();
  private static final String COVERAGE = CountyIndicator.COVERAGE.columnName();

  /**
   * What weighs a county's derived value when areas above it are worked out; null for all other
   * rows.
   */
  public static final String WEIGHT = "derived_weight";

  /**
   * Columns of the sides on their way: what stands above and below the line, now and one period
   * before, and what weighs.
   */
  private static final List<String> SIDES =
      List.of("above", "largest", "below", "before", "weight", "covered", "concerned");

  private static final String IS_COUNTY = "is_county";

  /** From a period to the same a year later. */
  private static final int YEAR = 100;

  private static final List<String> FIGURE =
      List.of(
          PERIOD,
          COUNTY,
          STAGE,
          CountyMeasure.MEASURE.columnName(),
          CountyMeasure.VALUE.columnName(),
          CountyMeasure.RECORDED_VALUE.columnName());

  /** After a side: the same as the records alone give it, where a signed form decided. */
  private static final String BY_RECORDS = " by records";

  private static final StructType USED =
      new StructType()
          .add(PERIOD, DataTypes.IntegerType)
          .add(COUNTY, DataTypes.StringType)
          .add(STAGE, DataTypes.StringType)
          .add(INDICATOR, DataTypes.StringType)
          .add("side", DataTypes.StringType)
          .add("figure", QUANTITY);

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
    Dataset<Row> counties = sumsOfSchools(panel).unionByName(reported(countyMeasure));
    Dataset<Row> areas = rollUp(counties, schoolCounts(panel), lineage);
    return derive(valued(areas).unionByName(spreadsOfCounties(spreads, lineage)));
  }

  // ---- what schools bring
  // ----------------------------------------------------------------------------------------------------

  private Dataset<Row> sumsOfSchools(Dataset<Row> panel) {
    Formulas formulas = new Formulas(catalogue);
    Column[] sides =
        catalogue.indicators().stream()
            .filter(indicator -> countsSchools(indicator, formulas))
            .map(indicator -> schoolSide(indicator, formulas))
            .toArray(Column[]::new);
    Column all = sides.length == 0 ? array(lit(null)) : array(sides);
    return panel
        .select(col(PERIOD), col(COUNTY), col(STAGE), explode(array_compact(all)).alias("s"))
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE), col("s.indicator").alias(INDICATOR))
        .agg(
            quantity(sum(col("s.above")), "above"),
            quantity(max(col("s.above")), "largest"),
            quantity(sum(col("s.below")), "below"),
            none("before"),
            none("weight"),
            quantity(sum(col("s.covered")), "covered"),
            quantity(sum(col("s.concerned")), "concerned"));
  }

  private static boolean countsSchools(Indicator indicator, Formulas formulas) {
    return indicator.formula() instanceof Formula.ShareOfSchools
        || formulas.numerator(indicator).filter(formulas::countsSchools).isPresent()
        || formulas.denominator(indicator).filter(formulas::countsSchools).isPresent();
  }

  private static Column schoolSide(Indicator indicator, Formulas formulas) {
    String id = indicator.id();
    Column hasPupils = coalesce(col(PUPILS).gt(0), lit(false));
    Column taking = member(indicator, formulas);
    Column above = lit(null).cast(QUANTITY);
    Column below = lit(null).cast(QUANTITY);
    Column known = lit(true);
    Column asked = taking;
    if (indicator.formula() instanceof Formula.ShareOfSchools) {
      Column condition = col(PanelColumns.condition(id));
      taking = taking.and(hasPupils);
      asked = hasPupils;
      known = not(taking).or(condition.isNotNull());
      above = when(taking.and(condition), lit(1)).otherwise(lit(0)).cast(QUANTITY);
      below = when(taking, lit(1)).otherwise(lit(0)).cast(QUANTITY);
    } else {
      if (formulas.numerator(indicator).filter(formulas::countsSchools).isPresent()) {
        above = col(formulas.above(indicator));
        known = known.and(above.isNotNull());
      }
      if (formulas.denominator(indicator).filter(formulas::countsSchools).isPresent()) {
        below = col(formulas.below(indicator));
        known = known.and(below.isNotNull());
      }
    }
    return when(
        SchoolPanel.atStages(indicator.stages()).and(asked),
        struct(
            lit(id).alias("indicator"),
            when(known, above).alias("above"),
            when(known, below).alias("below"),
            when(known.and(hasPupils).and(taking), col(PUPILS)).alias("covered"),
            when(hasPupils.and(taking), col(PUPILS)).alias("concerned")));
  }

  private static Column member(Indicator indicator, Formulas formulas) {
    Column member =
        formulas.among(indicator).map(scope -> col(PanelColumns.scope(scope))).orElse(lit(true));
    return indicator.unitBasis() == UnitBasis.RUN_BY
        ? member.and(coalesce(col(PanelColumns.RUN_BY_COUNTY), lit(true)))
        : member;
  }

  private static Dataset<Row> schoolCounts(Dataset<Row> panel) {
    return panel
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE))
        .agg(count_if(col(PUPILS).gt(0)).cast(DataTypes.IntegerType).alias(SCHOOLS));
  }

  // ---- what was reported for counties
  // ----------------------------------------------------------------------------------------

  /**
   * Where a county measure goes: to which indicator, at which side, of this period or of the one
   * before.
   */
  private record Use(String indicator, String side, boolean before, List<String> stages)
      implements Serializable {
    boolean isAt(String stage) {
      return stages.contains(stage);
    }

    /** The use of a row of {@link #FIGURE}, as rows of {@link #USED}. */
    Stream<Row> of(Row figure) {
      return figure.isNullAt(5)
          ? Stream.of(row(figure, side, 4))
          : Stream.of(row(figure, side, 4), row(figure, side + BY_RECORDS, 5));
    }

    private Row row(Row figure, String ofSide, int place) {
      return RowFactory.create(
          figure.getInt(0) + (before ? YEAR : 0),
          figure.getString(1),
          figure.getString(2),
          indicator,
          ofSide,
          figure.getDecimal(place));
    }
  }

  /** Plain Java: Spark would ask for each figure whether it is each of some hundred measures. */
  private Dataset<Row> reported(Dataset<Row> countyMeasure) {
    Map<String, List<Use>> uses = uses();
    List<Column> sides = new ArrayList<>();
    List<String> all = new ArrayList<>(SIDES);
    all.addAll(List.of("above" + BY_RECORDS, "before" + BY_RECORDS));
    for (String side : all) {
      sides.add(quantity(max(when(col("side").equalTo(side), col("figure"))), side));
    }
    return countyMeasure
        .select(SchoolPanel.columns(FIGURE))
        .flatMap(
            (FlatMapFunction<Row, Row>)
                figure ->
                    uses.getOrDefault(figure.getString(3), List.of()).stream()
                        .filter(use -> use.isAt(figure.getString(2)))
                        .flatMap(use -> use.of(figure))
                        .iterator(),
            Encoders.row(USED))
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE), col(INDICATOR))
        .agg(sides.get(0), sides.subList(1, sides.size()).toArray(Column[]::new))
        .withColumns(
            Map.of(
                "above", ofOneSource("above", "before"), "before", ofOneSource("before", "above")))
        .drop("above" + BY_RECORDS, "before" + BY_RECORDS);
  }

  /** A growth takes both years from forms, or both from records. */
  private static Column ofOneSource(String side, String other) {
    Column byRecords = col(side + BY_RECORDS);
    return when(
            col(other).isNotNull().and(col(other + BY_RECORDS).isNull()),
            coalesce(byRecords, col(side)))
        .otherwise(col(side));
  }

  private Map<String, List<Use>> uses() {
    Formulas formulas = new Formulas(catalogue);
    LinkedHashMap<String, List<Use>> uses = new LinkedHashMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      formulas
          .numerator(indicator)
          .filter(m -> !formulas.countsSchools(m))
          .ifPresent(m -> add(uses, m, indicator, "above", false));
      formulas
          .denominator(indicator)
          .filter(m -> !formulas.countsSchools(m))
          .ifPresent(m -> add(uses, m, indicator, "below", false));
      if (indicator.formula() instanceof Formula.Growth growth) {
        add(uses, growth.of(), indicator, "above", false);
        add(uses, growth.of(), indicator, "before", true);
      }
      if (indicator.rollup() instanceof Rollup.Weighted weighted) {
        add(uses, weighted.measure(), indicator, "weight", false);
      }
    }
    return uses;
  }

  private static void add(
      Map<String, List<Use>> uses, String measure, Indicator of, String side, boolean before) {
    uses.computeIfAbsent(measure, key -> new ArrayList<>())
        .add(new Use(of.id(), side, before, of.stages()));
  }

  // ---- upward
  // ---------------------------------------------------------------------------------------------------------------

  private Dataset<Row> rollUp(
      Dataset<Row> counties, Dataset<Row> schoolCounts, Dataset<Row> lineage) {
    List<Column> merged = new ArrayList<>();
    SIDES.forEach(side -> merged.add(quantity(max(col(side)), side)));
    Dataset<Row> whole =
        counties
            .groupBy(col(PERIOD), col(COUNTY), col(STAGE), col(INDICATOR))
            .agg(merged.get(0), merged.subList(1, merged.size()).toArray(Column[]::new))
            .join(broadcast(schoolCounts), names(PERIOD, COUNTY, STAGE), "left")
            .withColumn(SCHOOLS, coalesce(col(SCHOOLS), lit(0)));
    Dataset<Row> sides =
        whole.select(
            col(PERIOD),
            col(COUNTY),
            col(STAGE),
            col(INDICATOR),
            col(SCHOOLS),
            numerator().alias("n"),
            denominator().alias("d"),
            col("largest"),
            col("weight"),
            col("covered"),
            col("concerned"));
    Column isCounty = col(IS_COUNTY);
    Column weighs = is(indicator -> indicator.rollup() instanceof Rollup.Weighted);
    Column climbs = is(indicator -> indicator.rollup() instanceof Rollup.Add).or(weighs);
    Column value = value(col("n"), col("d"));
    Column weighted = value.multiply(col("weight").cast(DataTypes.DoubleType)).cast(QUANTITY);
    Column n = when(weighs.and(not(isCounty)), weighted).otherwise(col("n"));
    Column d =
        when(weighs.and(not(isCounty)), when(value.isNotNull(), col("weight"))).otherwise(col("d"));
    return sides
        .join(
            broadcast(lineage.withColumn(IS_COUNTY, col(COUNTY).equalTo(col(AREA)))),
            names(PERIOD, COUNTY),
            "inner")
        .where(isCounty.or(climbs.and(not(isDerived()))))
        .groupBy(
            col(PERIOD),
            col(AREA),
            col(LEVEL),
            isCounty.alias(IS_COUNTY),
            col(STAGE),
            col(INDICATOR))
        .agg(
            quantity(when(takesLargest(), max(n)).otherwise(sum(n)), "n"),
            quantity(sum(d), "d"),
            quantity(max(when(isCounty.and(isDerived()), col("weight"))), WEIGHT),
            sum(col(SCHOOLS)).cast(DataTypes.IntegerType).alias(SCHOOLS),
            quantity(sum(col("covered")), "covered"),
            quantity(sum(col("concerned")), "concerned"));
  }

  private Column numerator() {
    return when(
            is(indicator -> indicator.formula() instanceof Formula.Growth),
            col("above").minus(col("before")))
        .when(takesLargest(), coalesce(col("largest"), col("above")))
        .otherwise(col("above"))
        .cast(QUANTITY);
  }

  private Column denominator() {
    return when(is(indicator -> indicator.formula() instanceof Formula.Growth), col("before"))
        .otherwise(col("below"));
  }

  private Column takesLargest() {
    Formulas formulas = new Formulas(catalogue);
    return is(
        indicator -> formulas.numerator(indicator).filter(formulas::takesLargest).isPresent());
  }

  private Column isDerived() {
    return is(indicator -> indicator.formula() instanceof Formula.Derived);
  }

  private Column is(Predicate<Indicator> wanted) {
    Object[] ids = catalogue.indicators().stream().filter(wanted).map(Indicator::id).toArray();
    return ids.length == 0 ? lit(false) : col(INDICATOR).isin(ids);
  }

  // ---- values
  // ---------------------------------------------------------------------------------------------------------------

  /** n ÷ d with the indicator's factor; a measure as it is. */
  private Column value(Column n, Column d) {
    Formulas formulas = new Formulas(catalogue);
    Column value = n.cast(DataTypes.DoubleType);
    Map<BigDecimal, List<String>> byFactor = new LinkedHashMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      if (!(indicator.formula() instanceof Formula.MeasureValue)) {
        byFactor
            .computeIfAbsent(formulas.times(indicator), key -> new ArrayList<>())
            .add(indicator.id());
      }
    }
    for (Map.Entry<BigDecimal, List<String>> factor : byFactor.entrySet()) {
      value =
          when(
                  col(INDICATOR).isin(factor.getValue().toArray()),
                  Formulas.ratio(n, factor.getKey(), d))
              .otherwise(value);
    }
    return value;
  }

  private Dataset<Row> valued(Dataset<Row> areas) {
    Column isCounty = col(IS_COUNTY);
    Column mean =
        try_divide(col("n").cast(DataTypes.DoubleType), col("d").cast(DataTypes.DoubleType));
    Column weighs = is(indicator -> indicator.rollup() instanceof Rollup.Weighted);
    return areas
        .withColumn(
            VALUE, when(weighs.and(not(isCounty)), mean).otherwise(value(col("n"), col("d"))))
        .withColumn(
            COVERAGE,
            try_divide(
                col("covered").cast(DataTypes.DoubleType),
                col("concerned").cast(DataTypes.DoubleType)))
        .select(
            col(PERIOD),
            col(AREA),
            col(LEVEL),
            isCounty,
            col(STAGE),
            col(INDICATOR),
            col(VALUE),
            col("n").alias(NUMERATOR),
            col("d").alias(DENOMINATOR),
            col(SCHOOLS),
            status().alias(STATUS),
            col(COVERAGE),
            col(WEIGHT));
  }

  private Column status() {
    Formulas formulas = new Formulas(catalogue);
    Column ofSchools = is(indicator -> countsSchools(indicator, formulas));
    return when(
            col(VALUE).isNotNull(),
            when(col(COVERAGE).lt(1), lit(ObsStatus.LOW_RELIABILITY.code()))
                .otherwise(lit(ObsStatus.NORMAL.code())))
        .when(ofSchools.and(col(SCHOOLS).equalTo(0)), lit(ObsStatus.NOT_APPLICABLE.code()))
        .when(hasNoSuchSchool(), lit(ObsStatus.NOT_APPLICABLE.code()))
        .otherwise(lit(ObsStatus.NOT_AVAILABLE.code()));
  }

  /** Schools were delivered, and none of them is of the kind that a share asks. */
  private Column hasNoSuchSchool() {
    return is(indicator -> indicator.formula() instanceof Formula.ShareOfSchools)
        .and(col("d").equalTo(0))
        .and(col("concerned").isNull());
  }

  private static Dataset<Row> spreadsOfCounties(Dataset<Row> spreads, Dataset<Row> lineage) {
    return spreads
        .join(
            broadcast(lineage.where(col(COUNTY).equalTo(col(AREA)))),
            names(PERIOD, COUNTY),
            "inner")
        .select(
            col(PERIOD),
            col(AREA),
            col(LEVEL),
            lit(true).alias(IS_COUNTY),
            col(STAGE),
            col(CountyDispersion.INDICATOR.columnName()).alias(INDICATOR),
            col(CountyDispersion.VALUE.columnName()).alias(VALUE),
            lit(null).cast(QUANTITY).alias(NUMERATOR),
            lit(null).cast(QUANTITY).alias(DENOMINATOR),
            col(CountyDispersion.SCHOOL_COUNT.columnName()).alias(SCHOOLS),
            col(CountyDispersion.OBS_STATUS.columnName()).alias(STATUS),
            lit(null).cast(DataTypes.DoubleType).alias(COVERAGE),
            lit(null).cast(QUANTITY).alias(WEIGHT));
  }

  // ---- what is derived from other indicators
  // ------------------------------------------------------------------------------------

  private Dataset<Row> derive(Dataset<Row> valued) {
    Formulas formulas = new Formulas(catalogue);
    List<Indicator> derived = formulas.derived();
    Column figure =
        struct(
            col(INDICATOR),
            col(VALUE),
            col(NUMERATOR),
            col(DENOMINATOR),
            col(SCHOOLS),
            col(STATUS),
            col(COVERAGE),
            lit(null).cast(QUANTITY).alias(WEIGHT));
    // Until here a derived indicator has rows for its weight only.
    Column plain = when(not(isDerived()), figure);
    Dataset<Row> areas =
        valued
            .groupBy(col(PERIOD), col(AREA), col(LEVEL), col(IS_COUNTY), col(STAGE))
            .agg(
                collect_list(plain).alias("figures"),
                map_from_entries(collect_list(struct(col(INDICATOR), col(WEIGHT))))
                    .alias("weights"),
                map_from_entries(collect_list(struct(col(INDICATOR), col(VALUE)))).alias("values"),
                map_from_entries(collect_list(struct(col(INDICATOR), col(STATUS))))
                    .alias("statuses"),
                max(col(SCHOOLS)).alias(SCHOOLS));
    List<Column> inputs = new ArrayList<>(List.of(col("*")));
    for (String name : inputsOf(derived)) {
      inputs.add(try_element_at(col("values"), lit(name)).alias(name));
    }
    Dataset<Row> with = areas.select(inputs.toArray(Column[]::new));
    List<Column> figures = new ArrayList<>(List.of(col("figures")));
    for (List<Indicator> layer : formulas.layers(derived)) {
      Map<String, Column> values = new LinkedHashMap<>();
      layer.forEach(indicator -> values.put(indicator.id(), derivedValue(indicator)));
      with = with.withColumns(values);
    }
    derived.forEach(indicator -> figures.add(array_compact(array(derivedFigure(indicator)))));
    return with.select(
            col(PERIOD),
            col(AREA),
            col(LEVEL),
            col(STAGE),
            explode(concat(figures.toArray(Column[]::new))).alias("f"))
        .select(
            col(PERIOD),
            col(AREA),
            col(LEVEL),
            col(STAGE),
            col("f." + INDICATOR),
            col("f." + VALUE),
            col("f." + NUMERATOR),
            col("f." + DENOMINATOR),
            col("f." + SCHOOLS),
            col("f." + STATUS),
            col("f." + COVERAGE),
            col("f." + WEIGHT));
  }

  /** Indicators that others are derived from and that are not derived themselves. */
  private TreeSet<String> inputsOf(List<Indicator> derived) {
    TreeSet<String> names = new TreeSet<>();
    derived.forEach(
        indicator -> names.addAll(((Formula.Derived) indicator.formula()).value().names()));
    derived.forEach(indicator -> names.remove(indicator.id()));
    return names;
  }

  private static Column derivedValue(Indicator indicator) {
    Column value =
        expr(((Formula.Derived) indicator.formula()).value().sql()).cast(DataTypes.DoubleType);
    return indicator.rollup() instanceof Rollup.Add ? value : when(col(IS_COUNTY), value);
  }

  private Column derivedFigure(Indicator indicator) {
    Column none = lit(null).cast(QUANTITY);
    Column here = SchoolPanel.atStages(indicator.stages());
    if (!(indicator.rollup() instanceof Rollup.Add)) {
      here = here.and(col(IS_COUNTY));
    }
    return when(
        here,
        struct(
            lit(indicator.id()).alias(INDICATOR),
            col(indicator.id()).alias(VALUE),
            none.alias(NUMERATOR),
            none.alias(DENOMINATOR),
            col(SCHOOLS),
            derivedStatus(indicator).alias(STATUS),
            lit(null).cast(DataTypes.DoubleType).alias(COVERAGE),
            try_element_at(col("weights"), lit(indicator.id())).alias(WEIGHT)));
  }

  /**
   * The status of the inputs is passed on: not applicable before not available, low reliability
   * before normal.
   */
  private Column derivedStatus(Indicator indicator) {
    Column known = lit(ObsStatus.NORMAL.code());
    Column missing =
        when(col(SCHOOLS).equalTo(0), lit(ObsStatus.NOT_APPLICABLE.code()))
            .otherwise(lit(ObsStatus.NOT_AVAILABLE.code()));
    for (String name : inputsOf(List.of(indicator))) {
      Column input = try_element_at(col("statuses"), lit(name));
      known = when(input.equalTo(ObsStatus.LOW_RELIABILITY.code()), input).otherwise(known);
      missing = when(input.equalTo(ObsStatus.NOT_APPLICABLE.code()), input).otherwise(missing);
    }
    return when(col(indicator.id()).isNotNull(), known).otherwise(missing);
  }

  // ---- small words
  // ----------------------------------------------------------------------------------------------------------

  private static Column quantity(Column column, String name) {
    return column.cast(QUANTITY).alias(name);
  }

  private static Column none(String name) {
    return max(lit(null).cast(QUANTITY)).alias(name);
  }

  private static scala.collection.immutable.Seq<String> names(String... names) {
    return scala.jdk.javaapi.CollectionConverters.asScala(Arrays.asList(names)).toSeq();
  }

  /** The columns of the result. */
  static List<String> columns() {
    return List.of(
        PERIOD,
        AREA,
        LEVEL,
        STAGE,
        INDICATOR,
        VALUE,
        NUMERATOR,
        DENOMINATOR,
        SCHOOLS,
        STATUS,
        COVERAGE,
        WEIGHT);
  }
}

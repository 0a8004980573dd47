package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.SCHOOL;
import static io.junheng.indicator.PanelColumns.STAGE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Statistic;
import io.junheng.definition.UnitBasis;
import io.junheng.dispersion.Dispersion;
import io.junheng.dispersion.EvaluateStatistic;
import io.junheng.table.CountyDispersion;
import io.junheng.table.ObsStatus;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.TableColumn;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The spread between the schools of each county: {@code gold.county_dispersion} and {@code
 * gold.school_dispersion_share}.
 *
 * <p>Status A: worked out from all schools in scope; U: some school in scope has pupils but no
 * value and is left out; X: no school has a value, or the statistic is not defined, as with a mean
 * of 0; Z: fewer than two schools in scope, no spread to tell.
 */
public record EvaluateDispersion(Catalogue catalogue) {
  private static final StructType SHARE =
      new StructType().add("school", DataTypes.StringType).add("share", DataTypes.DoubleType);

  /** {@code county_dispersion} with one more column, {@link #SHARES}. */
  private static final String SHARES = "shares";

  private static final StructType RESULT =
      new StructType()
          .add(name(CountyDispersion.PERIOD), DataTypes.IntegerType)
          .add(name(CountyDispersion.COUNTY_CODE), DataTypes.StringType)
          .add(name(CountyDispersion.STAGE), DataTypes.StringType)
          .add(name(CountyDispersion.INDICATOR), DataTypes.StringType)
          .add(name(CountyDispersion.SCOPE), DataTypes.StringType)
          .add(name(CountyDispersion.STATISTIC), DataTypes.StringType)
          .add(name(CountyDispersion.VALUE), DataTypes.DoubleType)
          .add(name(CountyDispersion.CV), DataTypes.DoubleType)
          .add(name(CountyDispersion.CV_UNWEIGHTED), DataTypes.DoubleType)
          .add(name(CountyDispersion.WEIGHTED_MEAN), DataTypes.DoubleType)
          .add(name(CountyDispersion.WEIGHTED_SD), DataTypes.DoubleType)
          .add(name(CountyDispersion.GINI_WEIGHTED), DataTypes.DoubleType)
          .add(name(CountyDispersion.THEIL_T_WEIGHTED), DataTypes.DoubleType)
          .add(name(CountyDispersion.SCHOOL_COUNT), DataTypes.IntegerType)
          .add(name(CountyDispersion.EXCLUDED_COUNT), DataTypes.IntegerType)
          .add(name(CountyDispersion.LARGEST_CONTRIBUTOR), DataTypes.StringType)
          .add(name(CountyDispersion.OBS_STATUS), DataTypes.StringType)
          .add(SHARES, DataTypes.createArrayType(SHARE));

  /** A formula as it travels to Spark's executors. */
  private record Told(
      String of,
      String weight,
      String among,
      Statistic statistic,
      Statistic.Counting counting,
      List<Statistic.Part> part)
      implements Serializable {
    static Told of(Formula.Dispersion formula) {
      return new Told(
          formula.of(),
          formula.weight(),
          formula.among(),
          formula.statistic(),
          formula.counting(),
          formula.part().map(List::of).orElse(List.of()));
    }

    Formula.Dispersion formula() {
      return new Formula.Dispersion(
          of, weight, among, statistic, counting, part.stream().findFirst());
    }
  }

  /**
   * One row for each period, county, stage and dispersion indicator, with the shares of its
   * schools; see the two methods below.
   */
  public Dataset<Row> apply(Dataset<Row> panel) {
    Map<String, Told> told =
        dispersions().stream()
            .collect(Collectors.toMap(Indicator::id, indicator -> Told.of(formula(indicator))));
    return schools(panel)
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE), col("school.indicator"))
        .agg(
            collect_list(
                struct(
                    col(SCHOOL),
                    col("school.value"),
                    col("school.pupils"),
                    col("school.in_scope"),
                    col("school.group"))))
        .map(
            (MapFunction<Row, Row>)
                county -> spread(county, told.get(county.getString(3)).formula()),
            Encoders.row(RESULT))
        // Files then hold counties that stand beside each other.
        .sortWithinPartitions(col(COUNTY));
  }

  /** Rows of {@code county_dispersion}. */
  public Dataset<Row> spreads(Dataset<Row> result) {
    return result.drop(SHARES);
  }

  /** Rows of {@code school_dispersion_share}. */
  public Dataset<Row> shares(Dataset<Row> result) {
    return result
        .withColumn("part", explode(col(SHARES)))
        .select(
            col(name(SchoolDispersionShare.PERIOD)),
            col(name(SchoolDispersionShare.COUNTY_CODE)),
            col(name(SchoolDispersionShare.STAGE)),
            col(name(SchoolDispersionShare.INDICATOR)),
            col(name(SchoolDispersionShare.SCOPE)),
            col("part.school").alias(name(SchoolDispersionShare.SCHOOL_CODE)),
            col("part.share").alias(name(SchoolDispersionShare.SHARE)));
  }

  private List<Indicator> dispersions() {
    return catalogue.indicators().stream()
        .filter(indicator -> indicator.formula() instanceof Formula.Dispersion)
        .toList();
  }

  private static Formula.Dispersion formula(Indicator indicator) {
    return (Formula.Dispersion) indicator.formula();
  }

  /** Schools with pupils, once for each dispersion. */
  private Dataset<Row> schools(Dataset<Row> panel) {
    Column[] schools =
        dispersions().stream().map(EvaluateDispersion::school).toArray(Column[]::new);
    Column all = schools.length == 0 ? array(lit(null)) : array(schools);
    return panel
        .select(
            col(PERIOD),
            col(COUNTY),
            col(SCHOOL),
            col(STAGE),
            explode(array_compact(all)).alias("school"))
        .where(col("school.pupils").gt(0));
  }

  private static Column school(Indicator indicator) {
    Formula.Dispersion formula = formula(indicator);
    Column inScope = col(PanelColumns.scope(formula.among()));
    if (indicator.unitBasis() == UnitBasis.RUN_BY) {
      inScope = inScope.and(coalesce(col(PanelColumns.RUN_BY_COUNTY), lit(true)));
    }
    return when(
        SchoolPanel.atStages(indicator.stages()),
        struct(
            lit(indicator.id()).alias("indicator"),
            col(formula.of()).alias("value"),
            col(PanelColumns.figure(formula.weight())).cast(DataTypes.DoubleType).alias("pupils"),
            inScope.alias("in_scope"),
            formula
                .part()
                .map(part -> coalesce(col(PanelColumns.group(part.by())), lit("")))
                .orElse(lit(""))
                .alias("group")));
  }

  private static Row spread(Row county, Formula.Dispersion formula) {
    List<Row> all = county.getList(4);
    List<Row> inScope = all.stream().filter(school -> school.getBoolean(3)).toList();
    List<Dispersion.School> known =
        inScope.stream()
            .filter(school -> !school.isNullAt(1))
            .map(
                s ->
                    new Dispersion.School(
                        s.getString(0), s.getDouble(1), s.getDouble(2), s.getString(4)))
            .toList();
    Dispersion dispersion = Dispersion.between(known).orElse(null);
    String indicator = county.getString(3);
    if (dispersion == null) {
      return RowFactory.create(
          county.getInt(0),
          county.getString(1),
          county.getString(2),
          indicator,
          formula.among(),
          formula.told(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          known.size(),
          all.size() - known.size(),
          null,
          (inScope.size() < 2 ? ObsStatus.NOT_APPLICABLE : ObsStatus.NOT_AVAILABLE).code(),
          seq(List.of()));
    }
    Optional<Double> value = new EvaluateStatistic(formula).apply(known);
    return RowFactory.create(
        county.getInt(0),
        county.getString(1),
        county.getString(2),
        indicator,
        formula.among(),
        formula.told(),
        value.orElse(null),
        dispersion.cv().orElse(null),
        dispersion.cvUnweighted().orElse(null),
        dispersion.weightedMean(),
        dispersion.weightedSd(),
        dispersion.gini().orElse(null),
        dispersion.theilT().orElse(null),
        dispersion.schools(),
        all.size() - dispersion.schools(),
        largest(dispersion),
        status(value, dispersion.schools(), inScope.size()).code(),
        seq(
            dispersion.shares().stream()
                .map(s -> RowFactory.create(s.school(), s.share()))
                .toList()));
  }

  /** Spark takes lists of rows as Scala sequences. */
  private static scala.collection.immutable.Seq<Row> seq(List<Row> rows) {
    return scala.jdk.javaapi.CollectionConverters.asScala(rows).toSeq();
  }

  private static ObsStatus status(Optional<Double> value, int schools, int inScope) {
    if (value.isEmpty()) {
      return ObsStatus.NOT_AVAILABLE;
    }
    return schools < inScope ? ObsStatus.LOW_RELIABILITY : ObsStatus.NORMAL;
  }

  private static String largest(Dispersion dispersion) {
    return dispersion.shares().stream()
        .max(
            Comparator.comparingDouble(Dispersion.Share::share)
                .thenComparing(Dispersion.Share::school, Comparator.reverseOrder()))
        .map(Dispersion.Share::school)
        .orElse(null);
  }

  private static String name(TableColumn column) {
    return column.columnName();
  }
}

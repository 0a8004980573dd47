package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.SCHOOL;
import static io.junheng.indicator.PanelColumns.STAGE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.dispersion.Entropy;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DispersionSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * {@code gold.dispersion_split}: how much of the spread between schools lies within groups and how
 * much between them.
 *
 * <p>Cities and the province are split by county; every area by the groupings that the school
 * contract knows (urban and rural, ownership). Measures: {@code ge_0}, {@code ge_1} (Theil T),
 * {@code ge_2}, weighted by pupils; within and between add up to the total.
 */
public record SplitDispersion(Catalogue catalogue) {
  private static final String BY_COUNTY = "county";

  private static final StructType RESULT =
      new StructType()
          .add(DispersionSplit.PERIOD.columnName(), DataTypes.IntegerType)
          .add(DispersionSplit.AREA_CODE.columnName(), DataTypes.StringType)
          .add(DispersionSplit.STAGE.columnName(), DataTypes.StringType)
          .add(DispersionSplit.INDICATOR.columnName(), DataTypes.StringType)
          .add(DispersionSplit.GROUPING.columnName(), DataTypes.StringType)
          .add(DispersionSplit.MEASURE.columnName(), DataTypes.StringType)
          .add(DispersionSplit.TOTAL.columnName(), DataTypes.DoubleType)
          .add(DispersionSplit.WITHIN.columnName(), DataTypes.DoubleType)
          .add(DispersionSplit.BETWEEN.columnName(), DataTypes.DoubleType);

  /**
   * Rows of {@code dispersion_split}.
   *
   * @param panel the {@link SchoolPanel}
   * @param lineage each county with itself and the areas above it: period, county_code, area_code,
   *     area_level
   */
  public Dataset<Row> apply(Dataset<Row> panel, Dataset<Row> lineage) {
    List<String> groupings =
        SchoolPanel.GROUPINGS.stream()
            .filter(name -> Arrays.asList(panel.columns()).contains(PanelColumns.group(name)))
            .toList();
    List<Column> school =
        new ArrayList<>(
            List.of(col(COUNTY), col(SCHOOL), col("school.value"), col("school.pupils")));
    groupings.forEach(name -> school.add(col(PanelColumns.group(name))));
    return schools(panel, groupings)
        .join(
            broadcast(lineage),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of(PERIOD, COUNTY)).toSeq(),
            "inner")
        .groupBy(
            col(PERIOD),
            col(CountyIndicator.AREA_CODE.columnName()),
            col(STAGE),
            col("school.indicator"))
        .agg(collect_list(struct(school.toArray(Column[]::new))))
        .flatMap(
            (FlatMapFunction<Row, Row>) area -> splits(area, groupings).iterator(),
            Encoders.row(RESULT));
  }

  private Dataset<Row> schools(Dataset<Row> panel, List<String> groupings) {
    Column[] schools =
        catalogue.indicators().stream()
            .filter(indicator -> indicator.formula() instanceof Formula.Dispersion)
            .map(SplitDispersion::school)
            .toArray(Column[]::new);
    List<Column> columns =
        new ArrayList<>(List.of(col(PERIOD), col(COUNTY), col(SCHOOL), col(STAGE)));
    groupings.forEach(name -> columns.add(col(PanelColumns.group(name))));
    Column all = schools.length == 0 ? array(lit(null)) : array(schools);
    columns.add(explode(array_compact(all)).alias("school"));
    return panel
        .select(columns.toArray(Column[]::new))
        .where(col("school.pupils").gt(0).and(col("school.value").isNotNull()));
  }

  private static Column school(Indicator indicator) {
    Formula.Dispersion formula = (Formula.Dispersion) indicator.formula();
    return when(
        SchoolPanel.atStages(indicator.stages()).and(col(PanelColumns.scope(formula.among()))),
        struct(
            lit(indicator.id()).alias("indicator"),
            col(formula.of()).alias("value"),
            col(PanelColumns.figure(formula.weight())).cast(DataTypes.DoubleType).alias("pupils")));
  }

  private static List<Row> splits(Row area, List<String> groupings) {
    List<Row> schools =
        area.<Row>getList(4).stream()
            .sorted(
                Comparator.comparing((Row s) -> s.getString(0)).thenComparing(s -> s.getString(1)))
            .toList();
    List<Row> rows = new ArrayList<>();
    boolean isCounty = schools.stream().map(s -> s.getString(0)).distinct().count() == 1;
    if (!isCounty) {
      rows.addAll(split(area, BY_COUNTY, group(schools, 0)));
    }
    for (int i = 0; i < groupings.size(); i++) {
      rows.addAll(split(area, groupings.get(i), group(schools, 4 + i)));
    }
    return rows;
  }

  /** Groups in the order of their names; schools whose group is unknown make one of their own. */
  private static List<List<Entropy.Unit>> group(List<Row> schools, int by) {
    Map<String, List<Entropy.Unit>> groups = new TreeMap<>();
    for (Row school : schools) {
      String name = school.isNullAt(by) ? "" : school.getString(by);
      groups
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(new Entropy.Unit(school.getDouble(2), school.getDouble(3)));
    }
    return List.copyOf(groups.values());
  }

  private static List<Row> split(Row area, String grouping, List<List<Entropy.Unit>> groups) {
    List<Row> rows = new ArrayList<>();
    for (int alpha = 0; alpha <= 2; alpha++) {
      String measure = "ge_" + alpha;
      Entropy.split(alpha, groups)
          .ifPresent(
              parts ->
                  rows.add(
                      RowFactory.create(
                          area.getInt(0),
                          area.getString(1),
                          area.getString(2),
                          area.getString(3),
                          grouping,
                          measure,
                          parts.total(),
                          parts.within(),
                          parts.between())));
    }
    return rows;
  }
}

package io.junheng.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Expression;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Text;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures of every kind over random rows, against Spark's own aggregations of the same
 * expressions; from rows in memory, and from files as their columns come, with dictionaries and
 * without.
 */
class MeasureCountiesTest {
  private static final Catalogue SHIPPED = ShippedConf.catalogue();
  private static final Contract STUDENT = SHIPPED.contract("student");
  private static final int ROWS = 20_000;
  private static final List<String> STAGES = List.of("primary", "junior");

  private static final StructType SHAPE =
      new StructType()
          .add("period", DataTypes.IntegerType)
          .add("county_code", DataTypes.StringType)
          .add("school_code", DataTypes.StringType)
          .add("stage", DataTypes.StringType)
          .add("grade", DataTypes.IntegerType)
          .add("class_no", DataTypes.StringType)
          .add("boards", DataTypes.BooleanType)
          .add("kind", DataTypes.StringType)
          .add("hours", DataTypes.LongType)
          .add("area", DataTypes.createDecimalType(12, 2));

  /** Conditions, with what Spark counts for them. */
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "pupils", "true",
          "boarders", "boards",
          "others", "NOT coalesce(boards, false) AND kind <> 'a'",
          "either", "boards OR kind = 'b' AND hours > 50",
          "guarded", "hours <> 0 AND 100 DIV hours >= 2 AND boards",
          "chosen", "hours BETWEEN 10 AND 20 AND nullif(hours * 2, 24) IS NOT NULL",
          "repeated", "coalesce(nullif(hours + length(kind), 12), 0) > 3",
          "never", "CAST(null AS BOOLEAN)",
          "large", "area > 500.5");

  /** Measures with parts that are worked out before: their source is read row by row. */
  private static final Set<String> LAYERED = Set.of("repeated", "spared", "chosen");

  @TempDir static Path folder;

  private static Dataset<Row> rows(long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          RowFactory.create(
              202310,
              "33010" + random.nextInt(3),
              "school-" + random.nextInt(4),
              orNull(random, STAGES.get(random.nextInt(2))),
              orNull(random, 1 + random.nextInt(3)),
              orNull(random, "班" + random.nextInt(4)),
              orNull(random, random.nextBoolean()),
              orNull(random, "abc".substring(random.nextInt(3)).substring(0, 1)),
              orNull(random, (long) random.nextInt(100)),
              orNull(random, BigDecimal.valueOf(random.nextInt(1_000_000), 2))));
    }
    return SharedSpark.session().createDataFrame(rows, SHAPE).repartition(3);
  }

  private static Object orNull(Random random, Object value) {
    return random.nextInt(10) == 0 ? null : value;
  }

  private static Measure measure(String id, Aggregate aggregate, String where) {
    return new Measure(
        id,
        Text.same(id),
        "1",
        aggregate,
        Optional.ofNullable(where).map(MeasureCountiesTest::sql),
        Measure.Split.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Expression sql(String sql) {
    return new Expression(sql, Set.of());
  }

  private static List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    CONDITIONS.forEach((id, sql) -> measures.add(measure(id, new Aggregate.Count(sql(sql)), null)));
    measures.add(measure("bright", new Aggregate.Count(sql("boards")), "kind = 'c'"));
    measures.add(measure("room", new Aggregate.Sum(sql("area / 3")), "hours > 30"));
    measures.add(measure("nothing", new Aggregate.Sum(sql("area")), "hours > 1000"));
    measures.add(measure("least", new Aggregate.Min(sql("hours")), "boards"));
    measures.add(measure("most", new Aggregate.Max(sql("area")), null));
    // Bits of conditions fill more than one word.
    for (int i = 0; i < 70; i++) {
      measures.add(measure("below_" + i, new Aggregate.Count(sql("hours < " + i)), "boards"));
    }
    measures.add(
        measure(
            "spared", new Aggregate.Sum(sql("100 / nullif(hours - 7, 0) / hours")), "hours > 7"));
    measures.add(measure("kinds", new Aggregate.CountDistinct(sql("kind")), "boards"));
    List<String> by = List.of("grade", "class_no");
    measures.add(measure("classes", new Aggregate.CountGroups(by, Optional.empty()), null));
    measures.add(
        measure(
            "crowded",
            new Aggregate.CountGroups(
                by, Optional.of(sql("pupils BETWEEN 60 AND 70 OR coalesce(room, 0) > 6000"))),
            null));
    measures.add(measure("largest", new Aggregate.MaxOfGroups(by, "pupils"), null));
    return measures;
  }

  private static Map<String, BigDecimal> ours(Dataset<Row> rows, List<Measure> measures) {
    return ours(SilverRows.of(rows), measures);
  }

  private static Map<String, BigDecimal> ours(SilverRows rows, List<Measure> measures) {
    Catalogue catalogue =
        new Catalogue(
            SHIPPED.digest(),
            SHIPPED.figuresDigest(),
            SHIPPED.stages(),
            SHIPPED.areas(),
            SHIPPED.areaSets(),
            SHIPPED.codeLists(),
            SHIPPED.contracts(),
            List.of(new MeasureSet(STUDENT.id(), Grain.SCHOOL_STAGE, measures)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            SHIPPED.calendar());
    Map<String, BigDecimal> figures = new TreeMap<>();
    new MeasureCounties(catalogue, List.of(new SourcePlan(STUDENT, Grain.SCHOOL_STAGE, measures)))
        .apply(Map.of(STUDENT.id(), rows), Map.of(202310, Set.of("330100", "330101", "330102")), 3)
        .collect()
        .forEach(
            county -> {
              for (MeasuredCounty.Of figure : county.ofSchools()) {
                if (STAGES.contains(figure.stage()) || figure.stage().equals("_T")) {
                  figures.put(
                      key(county.code(), figure.school(), figure.stage(), figure.measure()),
                      figure.value());
                }
              }
            });
    return figures;
  }

  private static String key(Row row, String measure) {
    return key(row.getString(1), row.getString(2), row.getString(3), measure);
  }

  private static String key(String county, String school, String stage, String measure) {
    return "%s %s %s %s".formatted(county, school, stage, measure);
  }

  /** What Spark's aggregations give; a distinct count of all stages looks at all values. */
  private static Map<String, BigDecimal> sparks(Dataset<Row> rows) {
    rows.withColumn("stage", lit("_T"))
        .unionByName(rows.where(col("stage").isNotNull()))
        .createOrReplaceTempView("pupil_rows");
    String counts =
        CONDITIONS.entrySet().stream()
            .map(one -> "count_if(%s) AS %s".formatted(one.getValue(), one.getKey()))
            .collect(Collectors.joining(", "));
    String below =
        IntStream.range(0, 70)
            .mapToObj(i -> "count_if(hours < %d AND boards) AS below_%d".formatted(i, i))
            .collect(Collectors.joining(", "));
    Dataset<Row> schools =
        SharedSpark.session()
            .sql(
                """
                SELECT period, county_code, school_code, stage, %s,
                  count_if(boards AND kind = 'c') AS bright, %s,
                  sum(CASE WHEN hours > 7 THEN
                    CAST(100 / nullif(hours - 7, 0) / hours AS DECIMAL(28, 10)) END) AS spared,
                  sum(CASE WHEN hours > 30 THEN CAST(area / 3 AS DECIMAL(28, 10)) END) AS room,
                  CAST(min(CASE WHEN boards THEN hours END) AS DECIMAL(28, 10)) AS least,
                  max(area) AS most,
                  count(DISTINCT CASE WHEN boards THEN kind END) AS kinds
                FROM pupil_rows GROUP BY ALL
                """
                    .formatted(counts, below));
    // A class of the total is one of a stage, or of the rows without one.
    rows.createOrReplaceTempView("pupil_rows_once");
    Dataset<Row> classes =
        SharedSpark.session()
            .sql(
                """
                WITH class AS (
                  SELECT period, county_code, school_code, stage, grade, class_no,
                    count(*) AS pupils,
                    sum(CASE WHEN hours > 30 THEN CAST(area / 3 AS DECIMAL(28, 10)) END) AS room
                  FROM pupil_rows_once GROUP BY ALL),
                counted AS (
                  SELECT *, explode(array_compact(array(stage, '_T'))) AS at FROM class
                  WHERE grade IS NOT NULL AND class_no IS NOT NULL)
                SELECT period, county_code, school_code, at AS stage, count(*) AS classes,
                  count_if(pupils BETWEEN 60 AND 70 OR coalesce(room, 0) > 6000) AS crowded,
                  max(pupils) AS largest
                FROM counted GROUP BY ALL
                """);
    Map<String, BigDecimal> figures = new TreeMap<>();
    for (Dataset<Row> table : List.of(schools, classes)) {
      for (Row row : table.collectAsList()) {
        for (int i = 4; i < row.size(); i++) {
          if (!row.isNullAt(i)) {
            figures.put(key(row, table.columns()[i]), new BigDecimal(row.get(i).toString()));
          }
        }
      }
    }
    return figures;
  }

  private static void assertSame(Map<String, BigDecimal> ours, Map<String, BigDecimal> sparks) {
    assertThat(ours.keySet()).isEqualTo(sparks.keySet());
    sparks.forEach((key, value) -> assertThat(ours.get(key)).as(key).isEqualByComparingTo(value));
  }

  @Test
  void everyKindOfMeasureGivesWhatSparkGives() {
    Dataset<Row> rows = rows(1).cache();
    assertSame(ours(rows, measures()), sparks(rows));
    rows.unpersist();
  }

  @Test
  void filesGiveTheSameAsRowsWithDictionariesAndWithout() {
    Dataset<Row> rows = rows(2);
    List<Measure> measures =
        measures().stream().filter(one -> !LAYERED.contains(one.id())).toList();
    // Without, with, and with one that a column outgrows.
    for (int bytes : List.of(0, 1 << 20, 500)) {
      String path = folder.resolve("rows-" + bytes).toString();
      rows.write()
          .option("parquet.enable.dictionary", bytes > 0)
          .option("parquet.dictionary.page.size", Math.max(bytes, 1))
          .option("parquet.page.size", 2000)
          .partitionBy("period", "county_code")
          .parquet(path);
      // Spark hands columns over only where it compiles whole stages, as it does in runs.
      SparkSession compiling = SharedSpark.session().newSession();
      compiling.conf().set("spark.sql.codegen.wholeStage", true);
      compiling.conf().set("spark.sql.parquet.columnarReaderBatchSize", 100);
      Dataset<Row> stored = compiling.read().schema(SHAPE).parquet(path).select(allColumns());
      assertThat(ColumnBatches.of(stored)).isPresent();
      Map<String, BigDecimal> sparks = sparks(rows);
      sparks.keySet().removeIf(key -> LAYERED.stream().anyMatch(key::endsWith));
      assertSame(ours(stored, measures), sparks);
    }
  }

  /** A file may hold counties that are not measured: what they have goes nowhere. */
  @Test
  void onlyTheCountiesThatAreMeasuredAreTold() {
    SilverRows all = SilverRows.of(rows(6));
    SilverRows one =
        new SilverRows(all.none(), all.rows(), all.batches(), Optional.of(Set.of("330101")));
    Map<String, BigDecimal> expected = new TreeMap<>(ours(all, measures()));
    expected.keySet().removeIf(key -> !key.startsWith("330101 "));
    assertThat(expected).isNotEmpty();
    assertThat(ours(one, measures())).isEqualTo(expected);
  }

  private static org.apache.spark.sql.Column[] allColumns() {
    return List.of(SHAPE.fieldNames()).stream()
        .map(org.apache.spark.sql.functions::col)
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  @Test
  void valuesThatHardlyEverRepeatAreLookedAtOneByOne() {
    Dataset<Row> rows =
        SharedSpark.session()
            .range(50_000)
            .selectExpr(
                "202310 AS period",
                "'330102' AS county_code",
                "'s' AS school_code",
                "'primary' AS stage",
                "id AS hours",
                "id % 2 = 0 AS boards");
    Map<String, BigDecimal> figures =
        ours(
            rows,
            List.of(
                measure("pupils", new Aggregate.Count(sql("true")), null),
                measure("late", new Aggregate.Count(sql("hours >= 20000 AND boards")), null),
                measure("both", new Aggregate.Count(sql("hours >= 20000 OR boards")), null)));
    assertThat(figures.get("330102 s primary late")).isEqualByComparingTo("15000");
    assertThat(figures.get("330102 s _T both")).isEqualByComparingTo("40000");
  }

  /** A class may be told by its stage: a key of every group, too. */
  @Test
  void aGroupMayBeToldByAColumnThatIsAKeyAnyway() {
    Dataset<Row> rows = rows(5);
    List<String> by = List.of("stage", "class_no", "school_code");
    Map<String, BigDecimal> figures =
        ours(
            rows,
            List.of(
                measure("pupils", new Aggregate.Count(sql("kind = 'a'")), null),
                measure("classes", new Aggregate.CountGroups(by, Optional.empty()), null)));
    assertThat(figures.get("330101 school-1 primary classes")).isEqualByComparingTo("4");
    assertThat(figures.get("330101 school-1 _T classes")).isEqualByComparingTo("8");
  }

  @Test
  void aRowAtFaultStopsTheRunUnlessAnEarlierConditionSparesIt() {
    Dataset<Row> rows = rows(3);
    assertThat(
            ours(
                rows,
                List.of(
                    measure("pupils", new Aggregate.Count(sql("true")), null),
                    measure(
                        "guarded",
                        new Aggregate.Count(sql("hours <> 0 AND 100 DIV hours >= 2")),
                        null))))
        .isNotEmpty();
    assertThatThrownBy(
            () ->
                ours(
                    rows,
                    List.of(
                        measure("pupils", new Aggregate.Count(sql("true")), null),
                        measure("open", new Aggregate.Count(sql("100 DIV hours >= 2")), null))))
        .hasStackTraceContaining("DIVIDE_BY_ZERO");
  }

  @Test
  void aSumTooLongForItsTableStopsTheRunAndNamesTheMeasure() {
    Dataset<Row> rows = rows(4);
    assertThatThrownBy(
            () ->
                ours(
                    rows,
                    List.of(
                        measure("pupils", new Aggregate.Count(sql("true")), null),
                        measure(
                            "endless",
                            new Aggregate.Sum(sql("999999999999999999 + 0 * coalesce(area, 0)")),
                            null))))
        .hasStackTraceContaining("measure endless: a figure has more than 18 digits");
  }
}

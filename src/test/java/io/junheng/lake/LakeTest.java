package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Period;
import io.junheng.table.CountyMeasure;
import io.junheng.table.DimStage;
import io.junheng.table.Run;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Signoff;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class LakeTest {
  private static final Period BEFORE = new Period(202210);
  private static final Period NOW = new Period(202310);

  @TempDir Path folder;
  private SparkSession spark;
  private Lake lake;

  @BeforeEach
  void openLake(SparkSession session) {
    spark = session;
    lake = new Lake(session, folder.resolve("湖").toString());
  }

  @Test
  void commentsOfEveryColumnSurviveReplacements() {
    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 10));
    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 20));

    StructField[] stored =
        spark.read().format("delta").load(lake.root() + "/gold/county_measure").schema().fields();
    assertThat(stored)
        .extracting(field -> field.name() + " " + field.metadata().getString("comment"))
        .containsExactlyElementsOf(
            CountyMeasure.TABLE.columns().stream()
                .map(column -> column.columnName() + " " + column.comment())
                .toList());
  }

  @Test
  void aReplacementIsOneCommitAndTellsItsRows() {
    Written first = lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 10, 11, 12));
    Written second = lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 20, 21));

    assertThat(first).isEqualTo(new Written("gold.county_measure", 0, 3, true));
    assertThat(second).isEqualTo(new Written("gold.county_measure", 1, 2, true));
    assertThat(lake.version(CountyMeasure.TABLE)).hasValue(1);
    assertThat(lake.versionsWritten()).containsExactly(Map.entry("gold.county_measure", 1L));
  }

  @Test
  void replacingAPeriodLeavesTheOthersAsTheyAre() {
    lake.replace(
        CountyMeasure.TABLE, List.of(BEFORE, NOW), pupils(BEFORE, 1).union(pupils(NOW, 10)));
    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 20));

    assertThat(values(lake.read(CountyMeasure.TABLE, List.of(BEFORE)))).containsExactly("1");
    assertThat(values(lake.read(CountyMeasure.TABLE))).containsExactly("1", "20");
  }

  @Test
  void aPeriodWithoutRowsIsEmptiedByItsReplacement() {
    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 10));
    Written written = lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW));

    assertThat(written.rows()).isZero();
    assertThat(values(lake.read(CountyMeasure.TABLE))).isEmpty();
  }

  @Test
  void rowsOfAnotherPeriodAreRefusedAlsoWhenTheTableIsNew() {
    assertThatThrownBy(() -> lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(BEFORE, 10)))
        .hasStackTraceContaining("not within period IN (202310)");
    assertThat(lake.exists(CountyMeasure.TABLE)).isFalse();

    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 10));
    assertThatThrownBy(() -> lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(BEFORE, 10)))
        .hasMessageContaining("not within period IN (202310)");
    assertThat(values(lake.read(CountyMeasure.TABLE))).containsExactly("10");
  }

  private Dataset<Row> of(String county, int value) {
    return pupils(NOW, value).withColumn("county_code", functions.lit(county));
  }

  @Test
  void oneCountysRowsAreReplacedAndOthersStay() {
    lake.replace(CountyMeasure.TABLE, List.of(NOW), of("990102", 1).union(of("990103", 2)));
    lake.replace(CountyMeasure.TABLE, List.of(BEFORE), pupils(BEFORE, 7));

    replaceCounty("990103", of("990103", 3));

    assertThat(values(lake.read(CountyMeasure.TABLE))).containsExactlyInAnyOrder("1", "3", "7");
    assertThatThrownBy(() -> replaceCounty("990103", of("990102", 4)))
        .hasMessageContaining("of another county than the ones replaced");
    assertThat(values(lake.read(CountyMeasure.TABLE))).containsExactlyInAnyOrder("1", "3", "7");
  }

  @Test
  void filesThatCannotHoldTheCountyAreLeftAlone() {
    lake.replace(CountyMeasure.TABLE, List.of(NOW), of("990102", 1).union(of("990104", 2)));
    Set<String> ofAnother = without("990104", files());
    assertThat(ofAnother).hasSize(1);

    replaceCounty("990104", of("990104", 3));
    assertThat(files()).hasSize(2).containsAll(ofAnother);
    assertThat(values(lake.read(CountyMeasure.TABLE))).containsExactlyInAnyOrder("1", "3");

    // Between the codes of the files that stand.
    Set<String> standing = files();
    replaceCounty("990103", of("990103", 4));
    assertThat(files()).hasSize(3).containsAll(standing);
    assertThat(values(lake.read(CountyMeasure.TABLE))).containsExactlyInAnyOrder("1", "3", "4");
  }

  @Test
  void aLongFileEndsWithItsCountyAndUpkeepLeavesItSo() throws IOException {
    lake.replace(
        CountyMeasure.TABLE,
        List.of(NOW),
        spark
            .range(0, 100_003, 1, 1)
            .select(
                functions
                    .when(functions.col("id").lt(100_001), "990102")
                    .when(functions.col("id").lt(100_002), "990103")
                    .otherwise("990104")
                    .as("county_code"))
            .crossJoin(pupils(NOW, 1).drop("county_code")));
    Set<String> others = without("990103", files());
    assertThat(files()).hasSize(2);
    assertThat(others).hasSize(1);

    replaceCounty("990103", of("990103", 7));
    assertThat(files()).hasSize(3).containsAll(others);
    assertThat(lake.read(CountyMeasure.TABLE).count()).isEqualTo(100_003);

    OptionalLong version = lake.version(CountyMeasure.TABLE);
    TableUpkeep.of(spark, lake.root(), Clock.systemUTC())
        .compact(StoredTable.of(CountyMeasure.TABLE));
    assertThat(lake.version(CountyMeasure.TABLE)).isEqualTo(version);
  }

  /** As tasks are given counties: the values of each, in the groups in which they come. */
  private List<Map<String, List<String>>> wholeCounties(Optional<List<String>> counties) {
    return lake.wholeCounties(
            CountyMeasure.TABLE,
            List.of(BEFORE, NOW),
            counties,
            List.of(CountyMeasure.COUNTY_CODE, CountyMeasure.MEASURE))
        .map(
            group -> {
              Map<String, List<String>> values = new TreeMap<>();
              group
                  .rows()
                  .forEachRemaining(
                      row ->
                          values
                              .computeIfAbsent(
                                  group.period() + " " + row.getUTF8String(0),
                                  any -> new ArrayList<>())
                              .add(row.getUTF8String(1).toString()));
              return values;
            })
        .collect();
  }

  private static Map<String, List<String>> together(List<Map<String, List<String>>> groups) {
    Map<String, List<String>> all = new TreeMap<>();
    groups.forEach(
        group ->
            group.forEach(
                (county, values) ->
                    assertThat(all.put(county, values.stream().sorted().toList()))
                        .as(county + " comes in one piece")
                        .isNull()));
    return all;
  }

  @Test
  void allRowsOfACountyComeToOneTaskHoweverFilesHoldThem() {
    lake.replace(CountyMeasure.TABLE, List.of(BEFORE), pupils(BEFORE, 1));
    // Two files with rows of 990103, and one that overlaps neither.
    lake.replace(
        CountyMeasure.TABLE,
        List.of(NOW),
        of("990102", 1)
            .union(of("990103", 2))
            .coalesce(1)
            .union(of("990103", 3).union(of("990104", 4)).coalesce(1))
            .union(of("990105", 5)));
    assertThat(files()).hasSize(4);

    List<Map<String, List<String>>> groups = wholeCounties(Optional.empty());
    assertThat(groups).hasSize(3);
    assertThat(together(groups))
        .isEqualTo(
            Map.of(
                "202210 990101", List.of("pupils1"),
                "202310 990102", List.of("pupils1"),
                "202310 990103", List.of("pupils2", "pupils3"),
                "202310 990104", List.of("pupils4"),
                "202310 990105", List.of("pupils5")));
    assertThat(together(wholeCounties(Optional.of(List.of("990103", "990105")))))
        .containsOnlyKeys("202310 990103", "202310 990105");

    // A reader that looks at files alone would see what was deleted.
    spark.sql(
        "ALTER TABLE delta.`%s/gold/county_measure` SET TBLPROPERTIES('delta.enableDeletionVectors' = true)"
            .formatted(lake.root()));
    spark.sql(
        "DELETE FROM delta.`%s/gold/county_measure` WHERE measure = 'pupils2'"
            .formatted(lake.root()));
    assertThat(together(wholeCounties(Optional.of(List.of("990103")))))
        .isEqualTo(Map.of("202310 990103", List.of("pupils3")));
    replaceCounty("990104", of("990104", 7));
    assertThat(values(lake.read(CountyMeasure.TABLE)))
        .containsExactlyInAnyOrder("1", "1", "3", "5", "7");
  }

  @Test
  void countiesThatAreCorrectedTogetherLeaveFilesThatDoNotOverlap() {
    Dataset<Row> all =
        IntStream.rangeClosed(2, 9)
            .mapToObj(i -> of("99010" + i, i))
            .reduce(Dataset::union)
            .orElseThrow();
    lake.replace(CountyMeasure.TABLE, List.of(NOW), all.coalesce(1));
    assertThat(files()).hasSize(1);

    lake.replaceStaged(
        CountyMeasure.TABLE,
        List.of(NOW),
        List.of("990103", "990106"),
        Stream.of(of("990103", 30), of("990106", 60))
            .flatMap(rows -> lake.staged(CountyMeasure.TABLE, List.of(NOW), rows).stream())
            .toList());

    // 2 | 3 | 4 5 | 6 | 7 8 9
    assertThat(files()).hasSize(5);
    assertThat(wholeCounties(Optional.empty())).hasSize(5);
    Set<String> standing = files();
    replaceCounty("990103", of("990103", 31));
    assertThat(files()).hasSize(5);
    assertThat(files().stream().filter(standing::contains)).hasSize(4);
    assertThat(values(lake.read(CountyMeasure.TABLE)))
        .containsExactlyInAnyOrder("2", "31", "4", "5", "60", "7", "8", "9");
  }

  @Test
  void countiesOfATaskHaveFilesOfTheirOwnWhereAsked() throws IOException {
    for (boolean isEachApart : List.of(true, false)) {
      StagedTables.Task task = lake.staged(List.of(CountyMeasure.TABLE), isEachApart).open();
      for (Period period : List.of(BEFORE, NOW)) {
        for (String county : List.of("990102", "990102", "990103")) {
          task.add(
              CountyMeasure.TABLE, period.number(), text(county), null, null, null, null, null);
        }
      }
      assertThat(task.finish().of(CountyMeasure.TABLE))
          .extracting(file -> file.period() + " " + file.least() + " " + file.rows())
          .containsExactlyElementsOf(
              isEachApart
                  ? List.of(
                      "202210 990102 2", "202210 990103 1", "202310 990102 2", "202310 990103 1")
                  : List.of("202210 990102 3", "202310 990102 3"));
    }
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 1));
    Path file = Path.of(URI.create(files().iterator().next()).getPath());
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));

    assertThatThrownBy(() -> wholeCounties(Optional.empty()))
        .hasStackTraceContaining("IOException: cannot read")
        .hasStackTraceContaining(file.getFileName().toString());
  }

  @Test
  void rowsOfSeveralTablesThatATaskGivesUpLeaveNoFiles() throws IOException {
    StagedTables staged = lake.staged(List.of(CountyMeasure.TABLE, SchoolMeasure.TABLE), false);
    StagedTables.Task task = staged.open();
    task.add(CountyMeasure.TABLE, NOW.number(), text("990102"), null, null, null, null, null);
    task.add(SchoolMeasure.TABLE, NOW.number(), text("990102"), null, null, null, null, null, null);
    assertThatThrownBy(() -> task.add(CountyMeasure.TABLE, NOW.number(), text("990102")))
        .hasMessageContaining("2 values for the 7 columns of gold.county_measure");
    task.abandon(new IllegalStateException("a task failed"));
    try (Stream<Path> left = Files.walk(Path.of(lake.root()))) {
      assertThat(left.filter(file -> file.toString().endsWith(".parquet"))).isEmpty();
    }
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  @Test
  void upkeepBringsTogetherWhatWasAppended() throws IOException {
    for (String county : List.of("990102", "990103")) {
      Map<Signoff, Object> row = new EnumMap<>(Signoff.class);
      row.put(Signoff.PERIOD, NOW.number());
      row.put(Signoff.COUNTY_CODE, county);
      lake.append(Signoff.TABLE, List.of(TableRow.of(Signoff.TABLE, row)));
    }
    assertThat(lake.read(Signoff.TABLE).inputFiles()).hasSize(2);

    TableUpkeep.of(spark, lake.root(), Clock.systemUTC()).compact(StoredTable.of(Signoff.TABLE));
    assertThat(lake.read(Signoff.TABLE).inputFiles()).hasSize(1);
    assertThat(lake.read(Signoff.TABLE).count()).isEqualTo(2);
  }

  private Written replaceCounty(String county, Dataset<Row> rows) {
    return lake.replaceStaged(
        CountyMeasure.TABLE,
        List.of(NOW),
        List.of(county),
        lake.staged(CountyMeasure.TABLE, List.of(NOW), rows));
  }

  private Set<String> files() {
    return Set.of(lake.read(CountyMeasure.TABLE).inputFiles());
  }

  /** Those that hold no row of the county. */
  private Set<String> without(String county, Set<String> files) {
    return files.stream()
        .filter(
            file ->
                spark
                    .read()
                    .parquet(file)
                    .where(functions.col("county_code").equalTo(county))
                    .isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void countiesThatAreReplacedAtTheSameMomentDoNotLoseEachOther() throws Exception {
    List<String> counties = List.of("990102", "990103", "990104", "990105");
    lake.replace(CountyMeasure.TABLE, List.of(NOW), of("990121", 9));
    ExecutorService together = Executors.newFixedThreadPool(counties.size());
    try {
      List<Future<Written>> writes = new ArrayList<>();
      for (String county : counties) {
        writes.add(together.submit(() -> replaceCounty(county, of(county, 1))));
      }
      for (Future<Written> write : writes) {
        write.get();
      }
    } finally {
      together.shutdown();
    }
    assertThat(values(lake.read(CountyMeasure.TABLE)))
        .containsExactlyInAnyOrder("1", "1", "1", "1", "9");
  }

  @Test
  void rowsThatDoNotFitTheTableAreRefusedWithEveryDifference() {
    Dataset<Row> wrong =
        pupils(NOW, 10)
            .withColumn("value", functions.col("value").cast("double"))
            .drop("measure")
            .withColumn("extra", functions.lit(1));

    assertThatThrownBy(() -> lake.replace(CountyMeasure.TABLE, List.of(NOW), wrong))
        .hasMessage(
            "these rows do not fit gold.county_measure: no column 'measure'; "
                + "'value' is double, not decimal(28,10); the table has no column 'extra'");
  }

  @Test
  void aWriteThatFailsLeavesTheLastState() {
    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 10));
    Dataset<Row> failing =
        pupils(NOW, 20)
            .withColumn("measure", functions.raise_error(functions.lit("half way")).cast("string"));

    assertThatThrownBy(() -> lake.replace(CountyMeasure.TABLE, List.of(NOW), failing))
        .hasStackTraceContaining("half way");
    assertThat(values(lake.read(CountyMeasure.TABLE))).containsExactly("10");
    assertThat(lake.version(CountyMeasure.TABLE)).hasValue(0);
  }

  @Test
  void everyGoldRowOfALabelledLakeCarriesTheLabel() {
    Lake sample = lake.labelled(Optional.of(Table.SAMPLE_LABEL));
    sample.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 10).drop("data_label"));

    assertThat(
            lake.read(CountyMeasure.TABLE)
                .select("data_label")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("演示数据,非真实结果 · sample data");
  }

  @Test
  void aDimensionIsOnlyWrittenWhenItDiffers() {
    assertThat(lake.replaceIfChanged(DimStage.TABLE, stages("小学", "初中")).changed()).isTrue();
    assertThat(lake.replaceIfChanged(DimStage.TABLE, stages("小学", "初中")))
        .isEqualTo(new Written("gold.dim_stage", 0, 2, false));
    assertThat(lake.replaceIfChanged(DimStage.TABLE, stages("小学", "高中")))
        .isEqualTo(new Written("gold.dim_stage", 1, 2, true));
  }

  @Test
  void aTableThatWasNeverWrittenHasNoRowsButAllColumns() {
    assertThat(lake.read(CountyMeasure.TABLE).columns())
        .containsExactlyElementsOf(CountyMeasure.TABLE.columnNames());
    assertThat(lake.read(CountyMeasure.TABLE).isEmpty()).isTrue();
    assertThat(lake.version(CountyMeasure.TABLE)).isEmpty();
  }

  @Test
  void aNewerDefinitionAddsItsColumnsAndComments() {
    Table now = CountyMeasure.TABLE;
    Table old =
        new Table(
            now.layer(),
            now.name(),
            now.title(),
            now.columns().stream().filter(c -> c != CountyMeasure.VALUE).toList(),
            now.key(),
            now.partitionBy(),
            now.statistics());
    lake.replace(old, List.of(BEFORE), pupils(BEFORE, 1).drop("value"));
    spark.sql(
        "ALTER TABLE delta.`%s/gold/county_measure` ALTER COLUMN stage COMMENT 'old', measure COMMENT 'older'"
            .formatted(lake.root()));

    assertThat(lake.read(now).columns()).containsExactlyElementsOf(now.columnNames());
    lake.replace(now, List.of(NOW), pupils(NOW, 10));

    assertThat(values(lake.read(now))).containsExactlyInAnyOrder(null, "10");
    assertThat(
            new TableLog(spark.sessionState().newHadoopConf(), lake.root() + "/gold/county_measure")
                .hasSchemaOf(StoredTable.of(now)))
        .isTrue();

    // The column stands last in the table and within the others in the definition.
    List<Row> inMemory = pupils(NOW, 20).collectAsList();
    lake.replace(now, List.of(NOW), inMemory);
    assertThat(values(lake.read(now))).containsExactlyInAnyOrder(null, "20");
    assertThat(lake.small().read(now).stream().map(row -> row.<String>getAs("measure")))
        .doesNotContainNull();
  }

  @Test
  void tablesStayOpenToOtherReaders() {
    lake.replace(CountyMeasure.TABLE, List.of(NOW), pupils(NOW, 10));
    Row detail =
        spark
            .sql("DESCRIBE DETAIL delta.`%s/gold/county_measure`".formatted(lake.root()))
            .select("minReaderVersion", "minWriterVersion", "partitionColumns", "properties")
            .head();

    assertThat(detail.getInt(0)).isEqualTo(1);
    assertThat(detail.getInt(1)).isEqualTo(2);
    assertThat(detail.getList(2)).isEqualTo(List.of("period"));
    assertThat(detail.getJavaMap(3))
        .isEqualTo(Map.of("delta.dataSkippingStatsColumns", "county_code,stage,measure"));
  }

  @Test
  void appendedRowsComeOnTopOfTheOthers() {
    lake.append(Run.TABLE, List.of(TableRow.of(Run.TABLE, Map.of(Run.RUN_ID, "a"))));
    lake.append(Run.TABLE, List.of(TableRow.of(Run.TABLE, Map.of(Run.RUN_ID, "b"))));

    assertThat(lake.read(Run.TABLE).count()).isEqualTo(2);
  }

  private Dataset<Row> pupils(Period period, int... values) {
    return lake.rows(
        CountyMeasure.TABLE, Arrays.stream(values).mapToObj(value -> row(period, value)).toList());
  }

  private static Map<TableColumn, Object> row(Period period, int value) {
    return Map.of(
        CountyMeasure.PERIOD,
        period.number(),
        CountyMeasure.COUNTY_CODE,
        "990101",
        CountyMeasure.STAGE,
        "primary",
        CountyMeasure.MEASURE,
        "pupils" + value,
        CountyMeasure.VALUE,
        new BigDecimal(value));
  }

  private static List<Row> stages(String... titles) {
    return Arrays.stream(titles)
        .map(
            title -> {
              Map<DimStage, Object> row = new EnumMap<>(DimStage.class);
              row.put(DimStage.STAGE, title);
              row.put(DimStage.SPLIT_WEIGHT, new BigDecimal("1.1"));
              return TableRow.of(DimStage.TABLE, row);
            })
        .toList();
  }

  private static List<String> values(Dataset<Row> rows) {
    return rows.orderBy("period", "value").select("value").collectAsList().stream()
        .map(row -> row.isNullAt(0) ? null : row.getDecimal(0).stripTrailingZeros().toPlainString())
        .toList();
  }
}

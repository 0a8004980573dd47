package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Period;
import io.junheng.testing.SharedSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows of several tables of silver come to the task of their county, however files hold them. */
@ExtendWith(SharedSpark.class)
class SideBySideTest {
  private static final Period BEFORE = Period.parse("202210");
  private static final Period NOW = Period.parse("202310");
  private static final List<String> COUNTIES = List.of("990101", "990102", "990103", "990104");
  private static final StoredTable PEOPLE = table("people", List.of("period", "county_code"));
  private static final StoredTable PLACES = table("places", List.of("period"));

  private SparkSession spark;
  private Lake lake;

  private static StoredTable table(String name, List<String> partitions) {
    return new StoredTable(
        "silver." + name,
        new StructType(
            new StructField[] {
              StoredTable.field("period", DataTypes.IntegerType, "周期｜Period｜｜"),
              StoredTable.field("name", DataTypes.StringType, "名称｜Name｜｜"),
              StoredTable.field("county_code", DataTypes.StringType, "县｜County｜｜")
            }),
        List.of("period", "county_code"),
        partitions,
        List.of(),
        false);
  }

  @BeforeEach
  void deliver(SparkSession session, @TempDir Path folder) {
    spark = session;
    lake = new Lake(session, folder.toString());
    for (StoredTable table : List.of(PEOPLE, PLACES)) {
      for (Period period : List.of(BEFORE, NOW)) {
        lake.replaceDeliveries(
            table, Map.of(period, COUNTIES), rows(table, period), Layout.BY_PARTITION);
      }
    }
  }

  private Dataset<Row> rows(StoredTable table, Period period) {
    return spark
        .createDataset(COUNTIES, org.apache.spark.sql.Encoders.STRING())
        .toDF("county_code")
        .selectExpr(
            "%d AS period".formatted(period.number()),
            "county_code",
            "explode(array('a', 'b')) AS letter")
        .selectExpr(
            "period",
            "concat('%s ', period, letter) AS name".formatted(table.name()),
            "county_code");
  }

  /** By the period and county that rows are told under; each county in one task. */
  private Map<String, TreeSet<String>> read(Map<Period, ? extends Collection<String>> counties) {
    List<String> columns = List.of("name", "county_code", "period");
    List<Map<String, TreeSet<String>>> tasks =
        lake
            .sideBySide(
                List.of(
                    new CountyRows(PEOPLE, Map.of(NOW, NOW), columns),
                    new CountyRows(PLACES, Map.of(NOW, NOW), columns),
                    new CountyRows(PEOPLE, Map.of(BEFORE, NOW), columns)),
                counties)
            .map(
                tables -> {
                  Map<String, TreeSet<String>> found = new TreeMap<>();
                  tables.forEach(
                      table ->
                          table.forEachRemaining(
                              row ->
                                  found
                                      .computeIfAbsent(
                                          row.getInt(2) + " " + row.getUTF8String(1),
                                          any -> new TreeSet<>())
                                      .add(row.getUTF8String(0).toString())));
                  return found;
                })
            .collect()
            .stream()
            .<Map<String, TreeSet<String>>>map(found -> new TreeMap<>(found))
            .toList();
    return tasks.stream()
        .flatMap(task -> task.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static TreeSet<String> all() {
    return new TreeSet<>(
        List.of(
            "silver.people 202210a",
            "silver.people 202210b",
            "silver.people 202310a",
            "silver.people 202310b",
            "silver.places 202310a",
            "silver.places 202310b"));
  }

  @Test
  void aTaskHasTheRowsOfItsCountiesOfEveryTableAndTheYearBeforeUnderThisOne() {
    assertThat(read(Map.of(NOW, COUNTIES)))
        .isEqualTo(COUNTIES.stream().collect(Collectors.toMap(c -> "202310 " + c, c -> all())));
    assertThat(read(Map.of(NOW, List.of("990103")))).isEqualTo(Map.of("202310 990103", all()));
  }

  /** Text of each row of batches whose columns are name, county and period in another order. */
  private Optional<TreeSet<String>> batches(
      StoredTable table, Optional<? extends Collection<String>> counties) {
    return lake.batches(table, List.of(NOW), counties, List.of("period", "name", "county_code"))
        .map(
            all ->
                new TreeSet<>(
                    all.flatMap(
                            batch -> {
                              List<String> rows = new ArrayList<>();
                              batch
                                  .rowIterator()
                                  .forEachRemaining(
                                      row ->
                                          rows.add(
                                              row.getInt(0)
                                                  + row.getUTF8String(2).toString()
                                                  + row.getUTF8String(1)));
                              return rows.iterator();
                            })
                        .collect()));
  }

  @Test
  void batchesHaveTheColumnsAskedForOfThePeriodAndTheFilesOfTheCounties() {
    Optional<List<String>> one = Optional.of(List.of("990102"));
    assertThat(batches(PEOPLE, one).orElseThrow())
        .containsExactly("202310990102silver.people 202310a", "202310990102silver.people 202310b");
    assertThat(batches(PEOPLE, Optional.empty()).orElseThrow()).hasSize(8);
    // Files that hold all counties are given whole.
    assertThat(batches(PLACES, one).orElseThrow())
        .hasSize(8)
        .contains("202310990102silver.places 202310a", "202310990104silver.places 202310b");
    assertThat(batches(PEOPLE, Optional.of(List.of("990199"))).orElseThrow()).isEmpty();
  }

  /** A reader that looks at files alone would see what was deleted. */
  @Test
  void rowsThatSomebodyDeletedWithAVectorDoNotComeBack() {
    for (String table : List.of("people", "places")) {
      String name = "delta.`%s/silver/%s`".formatted(lake.root(), table);
      spark.sql(
          "ALTER TABLE %s SET TBLPROPERTIES('delta.enableDeletionVectors' = true)".formatted(name));
      spark.sql("DELETE FROM %s WHERE name LIKE '%%a'".formatted(name));
    }
    assertThat(batches(PEOPLE, Optional.empty())).isEmpty();
    TreeSet<String> left = all();
    left.removeIf(name -> name.endsWith("a"));
    assertThat(read(Map.of(NOW, List.of("990101", "990104"))))
        .isEqualTo(Map.of("202310 990101", left, "202310 990104", left));
  }

  @Test
  void columnsThatDoNotEndWithThePlaceAreRefused() {
    assertThatThrownBy(
            () ->
                new CountyRows(PLACES, Map.of(NOW, NOW), List.of("period", "county_code", "name")))
        .hasMessageContaining("county and period come last");
  }
}

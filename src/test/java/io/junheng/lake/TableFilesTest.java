package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import io.junheng.definition.Period;
import io.junheng.table.CountyMeasure;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The lake's way to read a table, beside Spark's own reader of Delta. */
@ExtendWith(SharedSpark.class)
class TableFilesTest {
  private static final Period BEFORE = new Period(202210);
  private static final Period NOW = new Period(202310);
  private static final JavaDataFrameSuiteBase FRAMES = new JavaDataFrameSuiteBase() {};

  @TempDir Path folder;
  private SparkSession spark;
  private Lake lake;

  @BeforeEach
  void openLake(SparkSession session) {
    spark = session;
    lake = new Lake(session, folder.resolve("湖 [1]").toString());
  }

  private String path() {
    return lake.root() + "/gold/county_measure";
  }

  private void replace(Period period, int... values) {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (int value : values) {
      rows.add(
          Map.of(
              CountyMeasure.PERIOD,
              period.number(),
              CountyMeasure.COUNTY_CODE,
              "990101",
              CountyMeasure.STAGE,
              "primary",
              CountyMeasure.MEASURE,
              "m" + value,
              CountyMeasure.VALUE,
              BigDecimal.valueOf(value)));
    }
    lake.replace(CountyMeasure.TABLE, List.of(period), lake.rows(CountyMeasure.TABLE, rows));
  }

  private void assertReadAlike() {
    Dataset<Row> expected = spark.read().format("delta").load(path());
    Dataset<Row> actual = lake.read(CountyMeasure.TABLE);
    FRAMES.assertDataFrameEquals(
        expected.select("period", "measure", "value").orderBy("period", "measure"),
        actual.select("period", "measure", "value").orderBy("period", "measure"));
  }

  @Test
  void aTableThatWasReplacedInPartsReadsAsSparkReadsIt() {
    replace(BEFORE, 1, 2, 3);
    replace(NOW, 4, 5);
    replace(BEFORE, 6);
    assertReadAlike();
    assertThat(lake.read(CountyMeasure.TABLE).count()).isEqualTo(3);
  }

  @Test
  void aTableWithACheckpointReadsAsSparkReadsIt() {
    replace(BEFORE, 1, 2);
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.checkpointInterval' = '2')"
            .formatted(path()));
    replace(NOW, 3);
    replace(BEFORE, 4, 5);
    assertThat(Path.of(path(), "_delta_log", "_last_checkpoint")).exists();
    assertReadAlike();
  }

  @Test
  void otherPeriodsAreNotEvenLookedAt() {
    replace(BEFORE, 1);
    replace(NOW, 2);
    assertThat(lake.read(CountyMeasure.TABLE, List.of(NOW)).inputFiles())
        .hasSize(1)
        .allMatch(file -> file.contains("period=202310"));
  }

  @Test
  void rowsThatSomebodyDeletedWithAVectorAreLeftToSparksReader() {
    replace(NOW, 1, 2, 3);
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')"
            .formatted(path()));
    spark.sql("DELETE FROM delta.`%s` WHERE measure = 'm2'".formatted(path()));
    assertReadAlike();
    assertThat(lake.read(CountyMeasure.TABLE).count()).isEqualTo(2);
  }
}

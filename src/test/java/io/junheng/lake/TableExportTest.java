package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.table.CountyMeasure;
import io.junheng.table.Submission;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class TableExportTest {
  private static final StoredTable TABLE = StoredTable.of(CountyMeasure.TABLE);

  @TempDir Path folder;
  private SparkSession spark;
  private Lake lake;

  @BeforeEach
  void openLake(SparkSession session) {
    spark = session;
    lake = new Lake(session, folder.resolve("lake").toString());
  }

  @Test
  void csvIsSortedByTheKeyAndHasPlainNumbers() throws IOException {
    assertThat(export(counties(), ExportFormat.CSV, ByteOrderMark.WRITTEN))
        .isEqualTo(
            """
            \uFEFFperiod,county_code,stage,measure,value,recorded_value,data_label
            202310,990101,primary,"a ""b"", c",,,
            202310,990102,,x,0,,
            202310,990103,,x,1200000,,
            202310,990104,,x,0.0000001,,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void jsonIsOneObjectPerLine() throws IOException {
    assertThat(export(counties(), ExportFormat.JSON, ByteOrderMark.LEFT_OUT).lines().skip(2))
        .containsExactly(
            "{\"period\":202310,\"county_code\":\"990103\",\"stage\":null,\"measure\":\"x\",\"value\":1200000,\"recorded_value\":null,\"data_label\":null}",
            "{\"period\":202310,\"county_code\":\"990104\",\"stage\":null,\"measure\":\"x\",\"value\":0.0000001,\"recorded_value\":null,\"data_label\":null}");
  }

  @Test
  void parquetIsOneFileWithTheSameRows() throws IOException {
    Path out = folder.resolve("out.parquet");
    long rows = write(counties(), ExportFormat.PARQUET, ByteOrderMark.LEFT_OUT, out);

    assertThat(rows).isEqualTo(4);
    assertThat(out).isRegularFile();
    assertThat(spark.read().parquet(out.toString()).collectAsList())
        .isEqualTo(counties().orderBy("county_code").collectAsList());
    assertThat(names()).containsExactly("out.parquet");
  }

  @Test
  void doublesHaveTheFewestDigitsThatMeanThem() throws IOException {
    StructType schema =
        new StructType().add("period", DataTypes.IntegerType).add("x", DataTypes.DoubleType);
    List<Row> rows =
        Stream.of(1.0, 0.1, 1.0 / 3, 2.0E-3, 1.0E23, -0.0, 123456789.125)
            .map(x -> RowFactory.create(1, x))
            .toList();
    StoredTable table =
        new StoredTable("gold.x", schema, List.of("period"), List.of(), List.of(), false);
    Path out = folder.resolve("x.csv");
    new TableExport(new Configuration())
        .write(
            table,
            spark.createDataFrame(rows, schema),
            ExportFormat.CSV,
            ByteOrderMark.LEFT_OUT,
            path(out));

    assertThat(Files.readString(out).lines().skip(1).map(line -> line.substring(2)))
        .containsExactlyInAnyOrder(
            "1",
            "0.1",
            "0.3333333333333333",
            "0.002",
            "100000000000000000000000",
            "0",
            "123456789.125");
  }

  @Test
  void timesAreUtcWhereverTheMachineStands() throws IOException {
    Dataset<Row> rows =
        lake.rows(
            Submission.TABLE,
            List.of(Map.of(Submission.RECEIVED_AT, Instant.parse("2024-09-01T12:00:00Z"))));
    Path out = folder.resolve("x.csv");
    new TableExport(new Configuration())
        .write(
            StoredTable.of(Submission.TABLE),
            rows,
            ExportFormat.CSV,
            ByteOrderMark.LEFT_OUT,
            path(out));

    assertThat(Files.readString(out)).contains(",2024-09-01T12:00:00Z,");
  }

  @Test
  void anExportThatFailsLeavesTheFileThatWasThere() throws IOException {
    Path out = Files.writeString(folder.resolve("out.txt"), "before");
    Dataset<Row> failing =
        counties()
            .withColumn(
                "data_label", functions.raise_error(functions.lit("half way")).cast("string"));

    assertThatThrownBy(() -> write(failing, ExportFormat.CSV, ByteOrderMark.WRITTEN, out))
        .hasStackTraceContaining("half way");
    assertThat(out).hasContent("before");
    assertThat(names()).containsExactly("out.txt");
  }

  private Dataset<Row> counties() {
    return lake.rows(
        CountyMeasure.TABLE,
        List.of(
            row("990103", new BigDecimal("1.2E6")),
            row("990104", new BigDecimal("0.0000001")),
            row("990102", BigDecimal.ZERO),
            Map.of(
                CountyMeasure.PERIOD, 202310,
                CountyMeasure.COUNTY_CODE, "990101",
                CountyMeasure.STAGE, "primary",
                CountyMeasure.MEASURE, "a \"b\", c")));
  }

  private static Map<TableColumn, Object> row(String county, BigDecimal value) {
    return Map.of(
        CountyMeasure.PERIOD,
        202310,
        CountyMeasure.COUNTY_CODE,
        county,
        CountyMeasure.MEASURE,
        "x",
        CountyMeasure.VALUE,
        value);
  }

  private String export(Dataset<Row> rows, ExportFormat format, ByteOrderMark mark)
      throws IOException {
    Path out = folder.resolve("out.txt");
    assertThat(write(rows, format, mark, out)).isEqualTo(4);
    assertThat(names()).containsExactly("out.txt");
    return Files.readString(out);
  }

  private static long write(Dataset<Row> rows, ExportFormat format, ByteOrderMark mark, Path out)
      throws IOException {
    return new TableExport(new Configuration()).write(TABLE, rows, format, mark, path(out));
  }

  private static org.apache.hadoop.fs.Path path(Path out) {
    return new org.apache.hadoop.fs.Path(out.toUri());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}

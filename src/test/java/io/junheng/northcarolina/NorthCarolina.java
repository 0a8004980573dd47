package io.junheng.northcarolina;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.definition.Catalogue;
import io.junheng.job.JobReport;
import io.junheng.job.JobRequest;
import io.junheng.job.Outcome;
import io.junheng.job.RunJob;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DimArea;
import io.junheng.table.DimSchool;
import io.junheng.table.RejectedRow;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The lake after the whole job on the file as published. Each table is read once. */
final class NorthCarolina {
  private static final Path CONF = Path.of("src/test/resources/conf/north-carolina");

  private final Catalogue catalogue;
  private final Path lake;
  private final SparkSession spark;
  private final Map<String, List<Row>> tables = new HashMap<>();

  private NorthCarolina(Catalogue catalogue, Path lake, SparkSession spark) {
    this.catalogue = catalogue;
    this.lake = lake;
    this.spark = spark;
  }

  /** Ingests and computes all four school years into an empty lake. */
  static NorthCarolina run(Path lake, SparkSession spark) {
    ConfResult conf = new ConfReader(CONF).read();
    assertThat(conf.problems()).isEmpty();
    Catalogue catalogue = conf.catalogue().orElseThrow();
    JobRequest request =
        new JobRequest(
            catalogue,
            lake.toString(),
            Optional.of(Published.folder().toString()),
            List.of(),
            lake.resolve("key").toString(),
            true,
            List.of("run"));
    JobReport report = new RunJob().run(spark, request, Watcher.NOBODY);
    assertThat(report.outcome()).as("%s", report.messages()).isEqualTo(Outcome.DONE);
    return new NorthCarolina(catalogue, lake, spark);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** All rows of a table. */
  List<Row> rows(Table table) {
    return tables.computeIfAbsent(
        table.qualifiedName(),
        name -> new Lake(spark, lake.toString()).read(table).collectAsList());
  }

  long schoolYears() {
    return rows(DimSchool.TABLE).size();
  }

  long rejectedRows() {
    return rows(RejectedRow.TABLE).size();
  }

  Figures countyIndicators() {
    return Figures.of(rows(CountyIndicator.TABLE), CountyIndicator.AREA_CODE.columnName());
  }

  Figures schoolIndicators() {
    return Figures.of(rows(SchoolIndicator.TABLE), SchoolIndicator.SCHOOL_CODE.columnName());
  }

  /** District codes by name. Charter schools share a name; no published mean asks for it. */
  Map<String, String> districtCodes() {
    return rows(DimArea.TABLE).stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs(DimArea.NAME_EN.columnName()),
                row -> row.getAs(DimArea.AREA_CODE.columnName()),
                (one, other) -> one));
  }

  /** The schools of each period and district. */
  Map<String, List<String>> schoolsByDistrict() {
    return rows(DimSchool.TABLE).stream()
        .collect(
            Collectors.groupingBy(
                row ->
                    row.getAs(DimSchool.PERIOD.columnName())
                        + " "
                        + row.getAs(DimSchool.COUNTY_CODE.columnName()),
                Collectors.mapping(
                    row -> row.<String>getAs(DimSchool.SCHOOL_CODE.columnName()),
                    Collectors.toList())));
  }
}

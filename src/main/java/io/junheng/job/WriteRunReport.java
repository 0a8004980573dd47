package io.junheng.job;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.lake.RunHistory;
import io.junheng.lake.RunState;
import io.junheng.lake.SmallTables;
import io.junheng.report.RunReport;
import io.junheng.report.RunReportPage;
import io.junheng.table.DimArea;
import io.junheng.table.Finding;
import io.junheng.table.RejectedRow;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Writes the report of a run from what it left in the lake. Starts no Spark. */
record WriteRunReport(SmallTables tables) {
  /** Where the report of a run lies, or will. */
  static String place(String lake, String runId) {
    return RunHistory.report(lake, runId).toString();
  }

  /** Writes it beside the run's state. */
  void write(RunState run) throws IOException {
    new RunHistory(tables.hadoop(), tables.root(), Clock.systemUTC())
        .writeReport(run.runId(), page(run));
  }

  /** The report as a page. */
  String page(RunState run) {
    return new RunReportPage(report(run), Language.ZH, ZoneId.systemDefault()).html();
  }

  private RunReport report(RunState run) {
    Map<String, Text> areas = new HashMap<>();
    for (Row area : tables.read(DimArea.TABLE)) {
      String zh = text(area, DimArea.NAME_ZH);
      String en = text(area, DimArea.NAME_EN);
      areas.put(text(area, DimArea.AREA_CODE), new Text(zh, en.isEmpty() ? zh : en));
    }
    return new RunReport(
        run,
        of(run, Submission.TABLE, Submission.RUN_ID)
            .map(row -> file(row, areas))
            .sorted(
                Comparator.comparingInt(RunReport.Delivered::period)
                    .thenComparing(RunReport.Delivered::county)
                    .thenComparing(RunReport.Delivered::dataset)
                    .thenComparing(RunReport.Delivered::file))
            .toList(),
        faults(run, areas),
        of(run, Finding.TABLE, Finding.RUN_ID)
            .map(row -> found(row, areas))
            .sorted(
                Comparator.comparing((RunReport.Found found) -> !found.severity().equals("refused"))
                    .thenComparing(RunReport.Found::period)
                    .thenComparing(RunReport.Found::county)
                    .thenComparing(RunReport.Found::dataset)
                    .thenComparing(RunReport.Found::rule))
            .toList());
  }

  /** Rows that the run wrote; a table that it did not write is not read. */
  private Stream<Row> of(RunState run, Table table, TableColumn runId) {
    return run.versionsWritten().containsKey(table.qualifiedName())
        ? tables.read(table).stream().filter(row -> text(row, runId).equals(run.runId()))
        : Stream.empty();
  }

  private List<RunReport.Fault> faults(RunState run, Map<String, Text> areas) {
    Map<RunReport.Fault, Long> rows =
        of(run, RejectedRow.TABLE, RejectedRow.RUN_ID)
            .collect(Collectors.groupingBy(row -> fault(row, areas), Collectors.counting()));
    return rows.entrySet().stream()
        .map(entry -> counted(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(RunReport.Fault::period)
                .thenComparing(RunReport.Fault::county)
                .thenComparing(RunReport.Fault::dataset)
                .thenComparing(RunReport.Fault::file)
                .thenComparing(Comparator.comparingLong(RunReport.Fault::rows).reversed())
                .thenComparing(RunReport.Fault::column)
                .thenComparing(RunReport.Fault::rule))
        .toList();
  }

  private static RunReport.Fault fault(Row row, Map<String, Text> areas) {
    String county = text(row, RejectedRow.COUNTY_CODE);
    return new RunReport.Fault(
        number(row, RejectedRow.PERIOD).intValue(),
        county,
        named(areas, county),
        text(row, RejectedRow.DATASET),
        text(row, RejectedRow.FILE_NAME),
        text(row, RejectedRow.COLUMN_NAME),
        text(row, RejectedRow.RULE),
        0);
  }

  private static RunReport.Fault counted(RunReport.Fault fault, long rows) {
    return new RunReport.Fault(
        fault.period(),
        fault.county(),
        fault.area(),
        fault.dataset(),
        fault.file(),
        fault.column(),
        fault.rule(),
        rows);
  }

  private static RunReport.Delivered file(Row row, Map<String, Text> areas) {
    String county = text(row, Submission.COUNTY_CODE);
    return new RunReport.Delivered(
        number(row, Submission.PERIOD).intValue(),
        county,
        named(areas, county),
        text(row, Submission.DATASET),
        text(row, Submission.FILE_NAME),
        text(row, Submission.STATE),
        number(row, Submission.ROWS_READ).longValue(),
        number(row, Submission.ROWS_ACCEPTED).longValue(),
        number(row, Submission.ROWS_REJECTED).longValue());
  }

  private static RunReport.Found found(Row row, Map<String, Text> areas) {
    String county = text(row, Finding.COUNTY_CODE);
    return new RunReport.Found(
        number(row, Finding.PERIOD).intValue(),
        county,
        named(areas, county),
        text(row, Finding.DATASET),
        text(row, Finding.RULE),
        text(row, Finding.SEVERITY),
        text(row, Finding.STATUS),
        number(row, Finding.FAILED).longValue(),
        new Text(text(row, Finding.MESSAGE_ZH), text(row, Finding.MESSAGE_EN)));
  }

  private static Text named(Map<String, Text> areas, String code) {
    return areas.getOrDefault(code, Text.same(code));
  }

  private static String text(Row row, TableColumn column) {
    return Objects.requireNonNullElse(row.getAs(column.columnName()), "");
  }

  private static Number number(Row row, TableColumn column) {
    return Optional.ofNullable(row.<Number>getAs(column.columnName())).orElse(0);
  }
}

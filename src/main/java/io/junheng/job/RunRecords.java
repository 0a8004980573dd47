package io.junheng.job;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.lake.Lake;
import io.junheng.table.Submission;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Reads what a run left: its state file and its lines in {@code ops.submission}. */
final class RunRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lake lake;
  private final Configuration hadoop;

  RunRecords(Lake lake, Configuration hadoop) {
    this.lake = lake;
    this.hadoop = hadoop;
  }

  RunRecord read(String runId) throws IOException {
    return new RunRecord(runId, tables(runId), files(runId));
  }

  private Map<String, Long> tables(String runId) throws IOException {
    Path state = new Path(lake.root(), "runs/" + runId + "/run-state.json");
    try (InputStream in = state.getFileSystem(hadoop).open(state)) {
      JsonNode written = JSON.readTree(in).path("versions_written");
      Map<String, Long> versions = new TreeMap<>();
      written.properties().forEach(e -> versions.put(e.getKey(), e.getValue().asLong()));
      return versions;
    }
  }

  private List<RunRecord.FileState> files(String runId) {
    return lake
        .read(Submission.TABLE)
        .where(of(Submission.RUN_ID).equalTo(runId))
        .orderBy(
            of(Submission.PERIOD),
            of(Submission.COUNTY_CODE),
            of(Submission.DATASET),
            of(Submission.FILE_NAME))
        .collectAsList()
        .stream()
        .map(RunRecords::file)
        .toList();
  }

  private static RunRecord.FileState file(Row row) {
    return new RunRecord.FileState(
        number(row, Submission.PERIOD).intValue(),
        text(row, Submission.COUNTY_CODE),
        text(row, Submission.DATASET),
        text(row, Submission.FILE_NAME),
        text(row, Submission.STATE),
        number(row, Submission.ROWS_READ).longValue(),
        number(row, Submission.ROWS_ACCEPTED).longValue(),
        number(row, Submission.ROWS_REJECTED).longValue());
  }

  private static Column of(TableColumn column) {
    return col(column.columnName());
  }

  private static String text(Row row, TableColumn column) {
    return Optional.ofNullable(row.<String>getAs(column.columnName())).orElse("");
  }

  private static Number number(Row row, TableColumn column) {
    return Optional.ofNullable(row.<Number>getAs(column.columnName())).orElse(0);
  }
}

package io.junheng.job;

import io.junheng.lake.RunHistory;
import io.junheng.lake.RunState;
import io.junheng.lake.SmallTables;
import io.junheng.table.Submission;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Reads what a run left: its state file and its lines in {@code ops.submission}. */
record RunRecords(SmallTables tables) {
  RunRecord read(String runId) throws IOException {
    return new RunRecord(
        runId,
        new RunHistory(tables.hadoop(), tables.root(), Clock.systemUTC())
            .find(runId)
            .map(RunState::versionsWritten)
            .orElseGet(TreeMap::new),
        files(runId));
  }

  private List<RunRecord.FileState> files(String runId) {
    return tables.read(Submission.TABLE).stream()
        .filter(row -> text(row, Submission.RUN_ID).equals(runId))
        .map(RunRecords::file)
        .sorted(
            Comparator.comparingInt(RunRecord.FileState::period)
                .thenComparing(RunRecord.FileState::county)
                .thenComparing(RunRecord.FileState::dataset)
                .thenComparing(RunRecord.FileState::file))
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

  private static String text(Row row, TableColumn column) {
    return Optional.ofNullable(row.<String>getAs(column.columnName())).orElse("");
  }

  private static Number number(Row row, TableColumn column) {
    return Optional.ofNullable(row.<Number>getAs(column.columnName())).orElse(0);
  }
}

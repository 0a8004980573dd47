package io.junheng.explain;

import io.junheng.definition.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What figures rest on: delivered files, and what was wrong with them.
 *
 * @param datasets whose rows were read
 * @param files accepted ones of these datasets, by dataset and name
 * @param rows those of the files that each measure is counted from
 * @param setAside rows of these datasets that were not taken
 * @param findings open ones of these datasets
 */
public record Sources(
    List<String> datasets,
    List<File> files,
    List<Rows> rows,
    List<SetAside> setAside,
    List<Finding> findings) {
  public Sources {
    datasets = List.copyOf(datasets);
    files = List.copyOf(files);
    rows = List.copyOf(rows);
    setAside = List.copyOf(setAside);
    findings = List.copyOf(findings);
  }

  /** A delivered file. A row of ops.submission. */
  public record File(
      int period,
      String dataset,
      String name,
      String sha256,
      long rowsAccepted,
      long rowsSetAside,
      String state,
      Instant receivedAt) {}

  /**
   * The rows of the files that a measure is counted from.
   *
   * @param period that it is counted for: also the one before, for a growth
   * @param stage at which it is counted; the total where rows state no stage
   * @param counted true if these are the rows that were counted: they add up to the figure; false:
   *     all rows of the dataset at that stage, for the formula cannot be followed row by row
   * @param count how many there are
   * @param first the first twenty of them
   */
  public record Rows(
      String measure,
      Text title,
      String dataset,
      int period,
      String stage,
      Text stageTitle,
      boolean counted,
      int count,
      List<RowsOfFile> first) {
    public Rows {
      first = List.copyOf(first);
    }
  }

  /** Numbers of rows as they stand in a file, the header counted. */
  public record RowsOfFile(String file, List<Long> rows) {
    public RowsOfFile {
      rows = List.copyOf(rows);
    }
  }

  /** A row that was set aside, and why. A row of ops.rejected_row, its value masked. */
  public record SetAside(
      String dataset,
      String file,
      long row,
      Optional<String> column,
      String rule,
      Text message,
      Optional<String> maskedValue) {}

  /** A finding of a check. A row of ops.finding. */
  public record Finding(
      String dataset, String rule, String severity, Text message, long failed, long checked) {}
}

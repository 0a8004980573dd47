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
 * @param setAside rows of these datasets that were not taken
 * @param findings open ones of these datasets
 */
public record Sources(
    List<String> datasets, List<File> files, List<SetAside> setAside, List<Finding> findings) {
  public Sources {
    datasets = List.copyOf(datasets);
    files = List.copyOf(files);
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

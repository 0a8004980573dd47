package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who has delivered what for a period, and who has not.
 *
 * @param expected counties and zones that are to report: all under a province of which one did
 * @param datasets one entry for each contract, in the order of their ids
 * @param lines every file and county in the register, in the order of dataset, county and file
 */
public record SubmissionOverview(
    Period period, List<County> expected, List<OfDataset> datasets, List<Line> lines) {
  public SubmissionOverview {
    expected = List.copyOf(expected);
    datasets = List.copyOf(datasets);
    lines = List.copyOf(lines);
  }

  /** A county or zone. */
  public record County(String code, Text name) {}

  /**
   * What stands of one dataset.
   *
   * @param delivered counties of which something is accepted
   * @param missing expected counties of which nothing is accepted, in the order of their codes
   * @param refused files that were refused last and are not replaced yet
   * @param lastReceived empty where nothing is accepted
   * @param lastDay last day on which a delivery is in time; empty where the calendar names none
   * @param late expected counties of which nothing had come by that day, also those that have
   *     delivered since; none before it is over
   */
  public record OfDataset(
      String dataset,
      Text title,
      int delivered,
      List<County> missing,
      long refused,
      long rowsAccepted,
      long rowsSetAside,
      Optional<Instant> lastReceived,
      Optional<LocalDate> lastDay,
      List<County> late) {
    public OfDataset {
      missing = List.copyOf(missing);
      late = List.copyOf(late);
    }

    /** Part of the expected counties of which something is accepted; 1 where none is expected. */
    public double coverage() {
      int expected = delivered + missing.size();
      return expected == 0 ? 1 : (double) delivered / expected;
    }
  }

  /** One line of the register. */
  public record Line(
      String dataset,
      County county,
      String file,
      String sha256,
      long bytes,
      long rowsRead,
      long rowsAccepted,
      long rowsSetAside,
      String state,
      Instant receivedAt,
      String runId) {}
}

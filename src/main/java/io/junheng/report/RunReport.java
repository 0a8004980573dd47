package io.junheng.report;

import io.junheng.definition.Text;
import io.junheng.lake.RunState;
import java.util.List;

/**
 * What is told of a run: its state, the files that it looked at, what their senders have to
 * correct, and what its checks found. Holds counts, codes and names of files; never a value of a
 * row.
 *
 * @param files looked at by the run, in the order of period, county and dataset
 * @param faults rows set aside, by file, column and rule
 * @param findings of checks that the run wrote
 */
public record RunReport(
    RunState run, List<Delivered> files, List<Fault> faults, List<Found> findings) {
  public RunReport {
    files = List.copyOf(files);
    faults = List.copyOf(faults);
    findings = List.copyOf(findings);
  }

  /**
   * One delivered file of one county.
   *
   * @param area name of the county; its code where it has none
   * @param state as {@code ops.submission} has it
   */
  public record Delivered(
      int period,
      String county,
      Text area,
      String dataset,
      String file,
      String state,
      long read,
      long accepted,
      long setAside) {
    /** Whether its sender has something to correct. */
    boolean isAtFault() {
      return setAside > 0 || state.equals("refused") || state.equals("accepted_with_warnings");
    }
  }

  /**
   * Rows of a file that break the same rule in the same column.
   *
   * @param column empty where whole rows are meant
   */
  public record Fault(
      int period,
      String county,
      Text area,
      String dataset,
      String file,
      String column,
      String rule,
      long rows) {}

  /** A check that did not hold, as {@code ops.finding} has it. */
  public record Found(
      int period,
      String county,
      Text area,
      String dataset,
      String rule,
      String severity,
      String status,
      long failed,
      Text message) {}
}

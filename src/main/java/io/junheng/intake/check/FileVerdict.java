package io.junheng.intake.check;

import io.junheng.definition.Period;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What becomes of a file.
 *
 * @param rowsRead all rows but header and blank ones
 * @param rowsRejected rows set aside
 * @param areas the periods and areas that it speaks of, with the rows of each that are good
 */
public record FileVerdict(
    ArchivedFile file,
    State state,
    long rowsRead,
    long rowsRejected,
    List<AreaRows> areas,
    List<FileFinding> findings) {
  public FileVerdict {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(state, "state");
    areas = List.copyOf(areas);
    findings = List.copyOf(findings);
  }

  /** As in {@code ops.submission}. */
  public enum State {
    ACCEPTED,
    ACCEPTED_WITH_WARNINGS,
    REFUSED;

    /** The word in the table. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The rows of a file that belong to a period and area. */
  public record AreaRows(Period period, String area, long read, long rejected) {}

  public boolean isRefused() {
    return state == State.REFUSED;
  }

  /** Rows that go to silver: none of a refused file. */
  public long rowsAccepted() {
    return isRefused() ? 0 : rowsRead - rowsRejected;
  }

  /** How the file was encoded; where the reader says nothing, it was plain UTF-8. */
  public String encoding() {
    return findings.stream()
        .filter(finding -> finding.rule().equals(Rule.READ_AS))
        .map(finding -> finding.examples().get(0))
        .findFirst()
        .orElse("UTF-8");
  }

  /** 0: taken; 1: refused by a check or threshold; 3: unreadable or with a wrong header. */
  public int exitCode() {
    if (!isRefused()) {
      return 0;
    }
    return findings.stream().anyMatch(finding -> finding.level() == Level.UNREADABLE) ? 3 : 1;
  }

  /**
   * The key of a file's line for a period and area in {@code ops.submission} and {@code
   * ops.rejected_row}.
   */
  public String submissionId(AreaRows rows) {
    return SubmissionId.of(file.delivered().dataset(), rows.period(), rows.area(), file.fileId());
  }
}

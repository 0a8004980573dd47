package io.junheng.intake.format;

/** A delivered file cannot be read beyond a place. Holds no text of the file. */
final class UnreadableText extends Exception {
  private static final long serialVersionUID = 1;

  private final Rule rule;
  private final long row;
  private final long offset;

  UnreadableText(Rule rule, long row, long offset) {
    super(rule.code() + " in row " + row);
    this.rule = rule;
    this.row = row;
    this.offset = offset;
  }

  /** Notes it among the findings of the file. */
  void addTo(FileFindings findings) {
    findings.addForFile(rule, "", row, offset);
  }
}

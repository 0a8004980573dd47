package io.junheng.intake.format;

/** A delivered file cannot be read beyond a place. Holds no text of the file. */
final class UnreadableText extends Exception {
  private static final long serialVersionUID = 1;

  private final Rule rule;
  private final transient Object[] arguments;

  /** Breaks a rule about whole files; the arguments are those of its message. */
  UnreadableText(Rule rule, Object... arguments) {
    super(rule.code());
    this.rule = rule;
    this.arguments = arguments;
  }

  /** Notes it among the findings of the file. */
  void addTo(FileFindings findings) {
    findings.addForFile(rule, "", arguments);
  }
}

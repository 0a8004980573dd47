package io.junheng.publication.workbook;

/** Signs that say without colour what a colour says. */
public enum Sign {
  MET("✓", Look.Tone.GOOD),
  PARTLY_MET("◐", Look.Tone.OPEN),
  NOT_MET("✗", Look.Tone.BAD),
  ON_TRACK("→", Look.Tone.GOOD),
  BEHIND("!", Look.Tone.OPEN),
  UNKNOWN("?", Look.Tone.OPEN),
  NOT_APPLICABLE("–", Look.Tone.MUTED);

  private final String mark;
  private final Look.Tone tone;

  Sign(String mark, Look.Tone tone) {
    this.mark = mark;
    this.tone = tone;
  }

  public String mark() {
    return mark;
  }

  Look.Tone tone() {
    return tone;
  }

  /** The sign of a grade, a verdict or a way to a target as the tables write it. */
  public static Sign of(String code) {
    return switch (code) {
      case "met", "passed", "reached" -> MET;
      case "partly_met" -> PARTLY_MET;
      case "not_met", "not_passed", "missed" -> NOT_MET;
      case "on_track" -> ON_TRACK;
      case "behind" -> BEHIND;
      case "not_applicable" -> NOT_APPLICABLE;
      default -> UNKNOWN;
    };
  }
}

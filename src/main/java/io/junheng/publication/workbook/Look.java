package io.junheng.publication.workbook;

import java.util.Objects;

/**
 * How a cell looks.
 *
 * @param format of a number, as spreadsheets write it; empty for text
 */
public record Look(Kind kind, Tone tone, String format) {
  /** Font, place and frame of a cell. */
  public enum Kind {
    TITLE,
    HEADING,
    PLAIN,
    /** The mark of sample data. */
    LABEL,
    HEADER,
    /** A header that is read from below upward. */
    UPRIGHT_HEADER,
    TEXT,
    CENTRED,
    NUMBER
  }

  /** What the colour says; a sign in the cell says it too. */
  public enum Tone {
    NONE,
    GOOD,
    BAD,
    OPEN,
    MUTED,
    /** To be filled in. */
    EMPTY
  }

  public Look {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(tone, "tone");
    Objects.requireNonNull(format, "format");
  }

  public static Look of(Kind kind) {
    return new Look(kind, Tone.NONE, "");
  }

  public static Look number(String format) {
    return new Look(Kind.NUMBER, Tone.NONE, format);
  }

  public Look with(Tone other) {
    return new Look(kind, other, format);
  }
}

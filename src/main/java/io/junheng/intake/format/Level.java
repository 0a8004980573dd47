package io.junheng.intake.format;

import java.util.Locale;

/** What a broken rule brings about. */
public enum Level {
  /** Nothing is wrong; how the file was read. */
  NOTE,
  /** The row stays or the file is taken; the finding is kept. */
  WARNING,
  /** The row is set aside. */
  ROW,
  /** The whole file is refused: a check or threshold of the contract does not hold (exit 1). */
  REFUSED,
  /** The whole file is refused: it cannot be read, or its header does not fit (exit 3). */
  UNREADABLE;

  /**
   * The word in {@code ops} tables: {@code note}, {@code warning}, {@code row}, {@code refused},
   * {@code unreadable}.
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that word. */
  public static Level of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

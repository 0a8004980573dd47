package io.junheng.intake.format;

/** The characters that stand around values without meaning anything. */
final class Blank {
  private Blank() {}

  /**
   * Space, tab, line ends, no-break and ideographic space, zero-width space and byte order mark;
   * not NUL.
   */
  static boolean is(char c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\u200b'
        || c == '\ufeff';
  }
}

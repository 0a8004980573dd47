package io.junheng.intake.format;

import java.util.List;

/**
 * Finds out which character parts the cells of a text: the one that stands most often in one of the
 * first lines, outside quotes. Of equal ones the comma counts, then tab, semicolon, bar.
 */
final class Delimiter {
  private static final List<Character> KNOWN = List.of(',', '\t', ';', '|');
  private static final char FULL_WIDTH_COMMA = '\uff0c';
  private static final int LINES = 20;

  private Delimiter() {}

  /**
   * The delimiter of a text that begins so. A text of full-width commas is not guessed at: they
   * stand within names and addresses as well.
   */
  static char of(CharSequence start) throws UnreadableText {
    char best = KNOWN.get(0);
    int most = 0;
    for (char candidate : KNOWN) {
      int count = mostInALine(start, candidate);
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    if (most == 0 && mostInALine(start, FULL_WIDTH_COMMA) > 0) {
      throw new UnreadableText(Rule.FULL_WIDTH_COMMA);
    }
    return best;
  }

  /** A word in which a delimiter can be named to people. */
  static String shown(char delimiter) {
    return delimiter == '\t' ? "TAB" : String.valueOf(delimiter);
  }

  private static int mostInALine(CharSequence chars, char wanted) {
    int most = 0;
    int inLine = 0;
    int lines = 0;
    boolean quoted = false;
    for (int i = 0; i < chars.length() && lines < LINES; i++) {
      char c = chars.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == wanted && !quoted) {
        most = Math.max(most, ++inLine);
      } else if ((c == '\n' || c == '\r') && !quoted) {
        lines++;
        inLine = 0;
      }
    }
    return most;
  }
}

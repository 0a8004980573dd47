package io.junheng.table;

/**
 * Text on its way to spreadsheet programs, which take a cell that begins with certain signs for a
 * formula and work it out: a name that a county sent could then read files or call programs of
 * whoever opens the table.
 */
public final class SpreadsheetText {
  /** ASCII and full-width signs that begin a formula, and white space that hides one. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private SpreadsheetText() {}

  /** Whether a program would take the text for a formula. */
  public static boolean looksLikeFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  /**
   * The text with an apostrophe before it if it would be taken for a formula, else as it is. Only
   * for text: a number keeps its sign.
   */
  public static String neutral(String text) {
    return looksLikeFormula(text) ? "'" + text : text;
  }
}

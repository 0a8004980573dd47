package io.junheng.intake.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the text of a cell into the form in which it is typed, and tells what is no value in any
 * column. Full-width and half-width characters are unified (NFKC); {@code ="0571"}, with which
 * spreadsheets keep a zero in front, is {@code 0571}.
 */
final class CellText {
  /** What a cell of a spreadsheet can hold. */
  static final int LONGEST = 32_767;

  /** Stands for a number of which a workbook has not kept all digits. */
  static final String LOST_DIGITS = "#DIGITS!";

  /** Stands for a formula whose result a workbook has not kept. */
  static final String NO_RESULT = "#VALUE!";

  private static final Set<String> ERRORS =
      Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", NO_RESULT);
  private static final Set<String> ABSENT =
      Set.of("无", "/", "\\", "-", "--", "—", "——", "空", "不详", "未知", "n/a", "na", "null", "nil");
  private static final int LONGEST_ABSENT = 4;

  private CellText() {}

  /** Whether a cell is as it must be already: ASCII and usual Chinese characters, no formula. */
  static boolean isPlain(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c > 0x7e && (c < 0x4e00 || c > 0x9fff)) {
        return false;
      }
    }
    return start == end || chars[start] != '=';
  }

  /** The unified form of a cell. */
  static char[] unified(char[] chars, int start, int end) {
    return unified(new String(chars, start, end - start)).toCharArray();
  }

  /** The unified form of a text. */
  static String unified(String text) {
    String unified = Normalizer.normalize(text, Normalizer.Form.NFKC);
    boolean wrapped = unified.length() > 2 && unified.startsWith("=\"") && unified.endsWith("\"");
    return trimmed(wrapped ? unified.substring(2, unified.length() - 1) : unified);
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Blank.is(text.charAt(start))) {
      start++;
    }
    while (end > start && Blank.is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Why a cell is no value, whatever the column's type; empty where nothing speaks against it. */
  static Optional<Rule> objection(char[] chars, int start, int end, ColumnPlan plan) {
    int length = end - start;
    if (length > LONGEST) {
      return Optional.of(Rule.TOO_LONG);
    }
    if (chars[start] == '=') {
      return Optional.of(Rule.FORMULA);
    }
    if (chars[start] == '#') {
      String word = new String(chars, start, length);
      if (ERRORS.contains(word)) {
        return Optional.of(Rule.FORMULA_ERROR);
      }
      if (word.equals(LOST_DIGITS)) {
        return Optional.of(Rule.LOST_DIGITS);
      }
    }
    boolean isAbsent =
        length <= LONGEST_ABSENT
            && plan.isFreeText()
            && ABSENT.contains(new String(chars, start, length).toLowerCase(Locale.ROOT));
    return isAbsent ? Optional.of(Rule.ABSENT_WORD) : Optional.empty();
  }
}

package io.junheng.intake.format;

import java.util.Arrays;
import java.util.List;

/**
 * Recognises the cells of a column that stand for «no value». Nearly no cell does, and there may be
 * hundreds of millions: length and first character rule most of them out.
 */
final class AbsenceWords {
  /** What a cell says. */
  enum Meaning {
    VALUE,
    /** Read as an empty cell. */
    BLANK,
    REFUSED
  }

  private final char[][] blank;
  private final char[][] refused;
  // One bit for each length and first character, modulo 64.
  private long lengths;
  private long firsts;

  AbsenceWords(ColumnPlan.Absence words) {
    blank = chars(words.blank());
    refused = chars(words.refused());
  }

  private char[][] chars(List<String> words) {
    char[][] chars = words.stream().map(String::toCharArray).toArray(char[][]::new);
    for (char[] word : chars) {
      lengths |= 1L << word.length;
      firsts |= 1L << word[0];
    }
    return chars;
  }

  Meaning meaning(char[] chars, int start, int end) {
    boolean mayBe =
        end > start && (lengths >>> (end - start) & 1) != 0 && (firsts >>> chars[start] & 1) != 0;
    if (!mayBe) {
      return Meaning.VALUE;
    }
    if (holds(blank, chars, start, end)) {
      return Meaning.BLANK;
    }
    return holds(refused, chars, start, end) ? Meaning.REFUSED : Meaning.VALUE;
  }

  private static boolean holds(char[][] words, char[] chars, int start, int end) {
    for (char[] word : words) {
      if (Arrays.equals(word, 0, word.length, chars, start, end)) {
        return true;
      }
    }
    return false;
  }
}

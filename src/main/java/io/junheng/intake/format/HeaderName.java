package io.junheng.intake.format;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Header names as they are compared: without space around and inside and without the star that
 * marks what must be filled, in lower case, full-width characters as the usual ones (NFKC).
 */
final class HeaderName {
  private HeaderName() {}

  /** The form in which two spellings of a header are the same. */
  static String normal(String header) {
    StringBuilder normal = new StringBuilder(header.length());
    String unified = Normalizer.normalize(header, Normalizer.Form.NFKC);
    for (int i = 0; i < unified.length(); i++) {
      char c = unified.charAt(i);
      if (!Blank.is(c) && c != '*') {
        normal.append(c);
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }

  /** How many characters must change to make one name of the other. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}

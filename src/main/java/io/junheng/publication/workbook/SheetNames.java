package io.junheng.publication.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the sheets of one workbook: no more than 31 UTF-16 units, none of the signs that
 * spreadsheets forbid, no two alike in any case. A character beyond the basic plane is never cut in
 * half.
 */
final class SheetNames {
  private static final int MOST_UNITS = 31;
  private static final String FORBIDDEN = "[\\[\\]*?:/\\\\\\p{Cntrl}]";

  private final Set<String> used = new HashSet<>();

  String next(String wanted) {
    String clean = wanted.replaceAll(FORBIDDEN, " ").replaceAll("^'+|'+$", "").strip();
    String name = cut(clean.isEmpty() ? "Sheet" : clean, MOST_UNITS);
    for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
      String ending = " " + i;
      name = cut(clean, MOST_UNITS - ending.length()) + ending;
    }
    return name;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}

package io.junheng.publication.site;

import io.junheng.definition.CodeList;
import io.junheng.definition.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Codes as tables and pages write them. */
final class Codes {
  private Codes() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A code as it stands in the name of a file: whatever a disk or an address could take for
   * something else is written by its number. The pages do the same ({@code J.file}).
   */
  static String file(String code) {
    StringBuilder name = new StringBuilder();
    for (char c : code.toCharArray()) {
      boolean isSafe = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
      name.append(isSafe ? Character.toString(c) : "~" + Integer.toHexString(c));
    }
    return name.toString();
  }

  /** What each code of a list is called. */
  static Map<String, Text> titles(CodeList list) {
    Map<String, Text> titles = new LinkedHashMap<>();
    list.codes().forEach(code -> titles.put(code.code(), code.title()));
    return titles;
  }
}

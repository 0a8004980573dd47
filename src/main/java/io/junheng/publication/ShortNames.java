package io.junheng.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names within the length that a database keeps; most cut longer ones without a word. */
public final class ShortNames {
  private ShortNames() {}

  /** The names, cut to so many bytes; of equal ones the later get a number. */
  public static List<String> distinct(List<String> wanted, int bytes) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String name : wanted) {
      String free = cut(name, bytes);
      for (int number = 2; !taken.add(free); number++) {
        String suffix = "_" + number;
        free = cut(name, bytes - suffix.length()) + suffix;
      }
      names.add(free);
    }
    return names;
  }

  /** The longest beginning of a text that has no more than so many bytes of UTF-8. */
  public static String cut(String text, int bytes) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += Character.toString(character).getBytes(UTF_8).length;
      if (used > bytes) {
        return text.substring(0, end);
      }
      end += Character.charCount(character);
    }
    return text;
  }
}

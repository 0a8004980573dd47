package io.junheng.intake.format;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the code of a spelling without making a string of it. ASCII letters count the same in upper
 * and lower case. Of two codes with the same spelling the first stands.
 */
final class CodeTable {
  static final int UNKNOWN = -1;

  private final char[][] spellings;
  private final int[] slots;
  private final byte[][] codes;
  private final Map<String, String> rightCodes = new HashMap<>();
  private int used;

  private CodeTable(int entries) {
    spellings = new char[entries][];
    codes = new byte[entries][];
    slots = new int[Integer.highestOneBit(Math.max(4, entries)) * 4];
  }

  /** The codes of a plan that hold on a day. */
  static CodeTable of(CodePlan plan, long day) {
    CodeTable table = new CodeTable(plan.entries().size());
    for (CodePlan.Entry entry : plan.entries()) {
      if (entry.holdsOn(day)) {
        table.add(entry.spelling(), entry.code());
      } else if (!plan.holdsOn(entry.code(), day)) {
        String right = String.join(", ", plan.insteadOf(entry.code(), day));
        table.rightCodes.put(normal(entry.spelling()), right);
      }
    }
    table.rightCodes.values().removeIf(String::isEmpty);
    return table;
  }

  private static String normal(String spelling) {
    return CellText.unified(spelling).toLowerCase(Locale.ROOT);
  }

  /** The codes that stand on the day for a spelling of another time; empty where none are known. */
  Optional<String> rightCodes(char[] chars, int start, int end) {
    return rightCodes.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(rightCodes.get(normal(new String(chars, start, end - start))));
  }

  private void add(String spelling, String code) {
    char[] chars = normal(spelling).toCharArray();
    if (find(chars, 0, chars.length) != UNKNOWN) {
      return;
    }
    int slot = hash(chars, 0, chars.length);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    spellings[used] = chars;
    codes[used] = code.getBytes(StandardCharsets.UTF_8);
    slots[slot] = ++used;
  }

  /** Position of a spelling's code, or {@link #UNKNOWN}. */
  int find(char[] chars, int start, int end) {
    int slot = hash(chars, start, end);
    while (slots[slot] != 0) {
      int at = slots[slot] - 1;
      if (isSame(spellings[at], chars, start, end)) {
        return at;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return UNKNOWN;
  }

  /** The code at a position, in UTF-8. */
  byte[] code(int at) {
    return codes[at];
  }

  private int hash(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(chars[i]);
    }
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  private static boolean isSame(char[] spelling, char[] chars, int start, int end) {
    if (spelling.length != end - start) {
      return false;
    }
    for (int i = 0; i < spelling.length; i++) {
      if (spelling[i] != lower(chars[start + i])) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}

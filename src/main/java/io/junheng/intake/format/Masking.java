package io.junheng.intake.format;

import io.junheng.definition.Column.Personal;
import io.junheng.definition.Contract;
import java.io.Serializable;

/**
 * What of a faulty value may be shown.
 *
 * <p>A personal column shows only how long the value is. In a contract about people a value may
 * stand in the wrong column (a name under 学段 when columns were pasted askew), so an open column
 * there shows no more than five ASCII characters without two letters in a row. All other columns
 * show the value, cut to 40 characters, unless it is one that {@linkplain PersonalValue names a
 * person}.
 */
public record Masking(boolean aboutPeople) implements Serializable {
  private static final int SHOWN = 40;
  private static final int SHOWN_ABOUT_PEOPLE = 5;

  /** The masking that a contract asks for. */
  public static Masking of(Contract contract) {
    return new Masking(
        contract.columns().stream().anyMatch(column -> column.personal() != Personal.OPEN));
  }

  /** The value as messages and tables may show it. */
  public String show(boolean personal, char[] chars, int start, int end) {
    int length = end - start;
    boolean mayName = aboutPeople && !isNoWord(chars, start, end);
    if (personal || mayName || PersonalValue.is(chars, start, end)) {
      return "••••(" + length + ")";
    }
    return length <= SHOWN
        ? new String(chars, start, length)
        : new String(chars, start, SHOWN) + "…(" + length + ")";
  }

  private static boolean isNoWord(char[] chars, int start, int end) {
    if (end - start > SHOWN_ABOUT_PEOPLE) {
      return false;
    }
    for (int i = start; i < end; i++) {
      boolean isOfWord =
          i > start && Character.isLetter(chars[i]) && Character.isLetter(chars[i - 1]);
      if (chars[i] >= 0x7f || isOfWord) {
        return false;
      }
    }
    return true;
  }
}

package io.junheng.intake.format;

import java.time.YearMonth;

/**
 * GB 11643: six digits of an area, eight of a day of birth, three of a serial number, and ISO 7064
 * MOD 11-2 over these 17; the 18th is a digit or X.
 */
final class ResidentId {
  private static final int LENGTH = 18;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String LAST = "10X98765432";

  private static final int BIRTH = 6;

  private ResidentId() {}

  private static boolean isDay(char[] chars, int from) {
    int month = number(chars, from + 4, from + 6);
    boolean isMonth = 1 <= month && month <= 12;
    int day = number(chars, from + 6, from + 8);
    return isMonth
        && 1 <= day
        && (day <= 28 || day <= YearMonth.of(number(chars, from, from + 4), month).lengthOfMonth());
  }

  private static int number(char[] chars, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + chars[i] - '0';
    }
    return number;
  }

  /**
   * Whether the value has 18 characters of the right kind, with a day that exists, and the last one
   * fits the others.
   */
  static boolean isValid(char[] chars, int start, int end) {
    if (end - start != LENGTH) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = chars[start + i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      sum += digit * WEIGHTS[i];
    }
    char last = chars[end - 1];
    return isDay(chars, start + BIRTH) && LAST.charAt(sum % 11) == (last == 'x' ? 'X' : last);
  }
}

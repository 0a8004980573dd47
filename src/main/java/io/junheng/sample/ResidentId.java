package io.junheng.sample;

import java.time.LocalDate;

/**
 * Identity numbers after GB 11643 with a right check digit and a made-up area prefix: 99 is
 * nobody's, so that none of them can belong to a person.
 */
final class ResidentId {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int FIRST_PREFIX = 990_000;
  private static final int CODES = 999;

  private ResidentId() {}

  /**
   * The number of a person. Different places of the same county and birth date have different
   * numbers.
   *
   * @param county number of the made-up county
   * @param place counts the people of a county born on that day, from 0 to 998
   */
  static String of(int county, LocalDate born, int place) {
    if (place < 0 || place >= CODES) {
      throw new IllegalArgumentException(
          "no identity number is left for county %d and %s".formatted(county, born));
    }
    int shift = (int) Math.floorMod(born.toEpochDay() * 389, CODES);
    int code = (place + shift) % CODES + 1;
    int ymd = born.getYear() * 10_000 + born.getMonthValue() * 100 + born.getDayOfMonth();
    StringBuilder digits = new StringBuilder(18).append(FIRST_PREFIX + county).append(ymd);
    digits.append((char) ('0' + code / 100)).append((char) ('0' + code / 10 % 10));
    digits.append((char) ('0' + code % 10));
    return digits.append(checkDigit(digits)).toString();
  }

  /** GB 11643: the last digit but one is odd for a man. */
  static boolean isMale(String id) {
    return (id.charAt(16) - '0') % 2 == 1;
  }

  /** The 18th character: ISO 7064 MOD 11-2 over the first 17. */
  static char checkDigit(CharSequence seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}

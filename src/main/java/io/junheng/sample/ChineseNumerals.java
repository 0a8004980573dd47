package io.junheng.sample;

/** Numbers as they stand in the names of schools. */
final class ChineseNumerals {
  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseNumerals() {}

  /** From 1 to 99: 一, 十, 十二, 二十三; above, digit by digit: 一〇五. */
  static String of(int number) {
    if (number > 99) {
      return of(number / 100) + digits(number % 100);
    }
    int tens = number / 10;
    String ones = number % 10 == 0 ? "" : digit(number % 10);
    return tens == 0 ? ones : (tens == 1 ? "" : digit(tens)) + "十" + ones;
  }

  private static String digits(int number) {
    return digit(number / 10) + digit(number % 10);
  }

  private static String digit(int digit) {
    return DIGITS.substring(digit, digit + 1);
  }
}

package io.junheng.intake.format;

/**
 * The check character of GB 32100 (统一社会信用代码): ISO 7064 MOD 31-3 over 17 characters of digits and of
 * capitals without I, O, S, V and Z.
 */
final class CreditCode {
  private static final int LENGTH = 18;
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private CreditCode() {}

  /** Whether the value has 18 characters of the right kind and the last one fits the others. */
  static boolean isValid(char[] chars, int start, int end) {
    if (end - start != LENGTH) {
      return false;
    }
    int modulus = CHARACTERS.length();
    int sum = 0;
    int weight = 1;
    for (int i = start; i < end; i++) {
      int value = CHARACTERS.indexOf(chars[i]);
      if (value < 0) {
        return false;
      }
      // The last character has the weight 1: with it the sum is a multiple of 31.
      sum += i == end - 1 ? value : value * weight;
      weight = weight * 3 % modulus;
    }
    return sum % modulus == 0;
  }
}

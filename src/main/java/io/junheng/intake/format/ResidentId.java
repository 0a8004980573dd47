package io.junheng.intake.format;

/** The check digit of GB 11643: ISO 7064 MOD 11-2 over 17 digits, the 18th is a digit or X. */
final class ResidentId {
  private static final int LENGTH = 18;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String LAST = "10X98765432";

  private ResidentId() {}

  /** Whether the value has 18 characters of the right kind and the last one fits the others. */
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
    return LAST.charAt(sum % 11) == (last == 'x' ? 'X' : last);
  }
}

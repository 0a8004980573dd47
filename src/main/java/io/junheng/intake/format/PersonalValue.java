package io.junheng.intake.format;

/**
 * Tells values that name a person wherever they stand: an identity number (GB 11643), alone or
 * behind the letter of a national pupil number, and a mobile telephone number.
 */
final class PersonalValue {
  private static final int RESIDENT_ID = 18;
  private static final int MOBILE = 11;

  private PersonalValue() {}

  static boolean is(char[] chars, int start, int end) {
    return switch (end - start) {
      case MOBILE -> isMobile(chars, start, end);
      case RESIDENT_ID -> ResidentId.isValid(chars, start, end);
      case RESIDENT_ID + 1 ->
          Character.isLetter(chars[start]) && ResidentId.isValid(chars, start + 1, end);
      default -> false;
    };
  }

  /** A one, a digit from 3 on, nine more digits. */
  private static boolean isMobile(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] < '0' || chars[i] > '9') {
        return false;
      }
    }
    return chars[start] == '1' && chars[start + 1] >= '3';
  }
}

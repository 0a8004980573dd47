package io.junheng.sample;

/**
 * Unified social credit codes after GB 32100 with a right check character, within the area prefix
 * 99 that is nobody's.
 */
final class CreditCode {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String PUBLIC_INSTITUTION = "12";
  private static final String PRIVATE_INSTITUTION = "52";

  private CreditCode() {}

  /**
   * The code of a legal person that keeps schools.
   *
   * @param county code of six digits
   * @param number tells legal persons of a county apart
   */
  static String of(boolean isPrivate, String county, int number) {
    String keeper = isPrivate ? PRIVATE_INSTITUTION : PUBLIC_INSTITUTION;
    String body = keeper + county + "%09d".formatted(number);
    return body + check(body);
  }

  /** The 18th character: ISO 7064 MOD 31-3 over the first 17. */
  static char check(String seventeen) {
    int modulus = CHARACTERS.length();
    int sum = 0;
    int weight = 1;
    for (char c : seventeen.toCharArray()) {
      sum += CHARACTERS.indexOf(c) * weight;
      weight = weight * 3 % modulus;
    }
    return CHARACTERS.charAt((modulus - sum % modulus) % modulus);
  }
}

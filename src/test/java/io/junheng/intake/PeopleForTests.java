package io.junheng.intake;

/** Identity numbers of people who do not exist: the area is none, the check digit fits. */
final class PeopleForTests {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private PeopleForTests() {}

  /** Number {@code n} of those born on 1 March 2012. */
  static String id(int n) {
    return id("20120301", n);
  }

  static String id(String birthday, int n) {
    String digits = "990101" + birthday + "%03d".formatted(n);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }
}

package io.junheng.job;

/** Identity numbers of people who do not exist: the area is none, the check digit fits. */
public final class TestPeople {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private TestPeople() {}

  public static String id(String birthday, int n) {
    String digits = "990101" + birthday + "%03d".formatted(n);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }
}

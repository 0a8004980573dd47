package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {
  private static final List<String> KNOWN =
      List.of("pupils", "pupils_in_zone", "teachers", "teacher_pay", "classes", "area_m2");

  @ParameterizedTest
  @CsvSource({"pupil,pupils", "teahcers,teachers", "TEACHER_PAY,teacher_pay", "clases,classes"})
  void aSlipOfTheKeyboardIsUnderstood(String typed, String meant) {
    assertThat(NearestName.of(typed, KNOWN)).contains(meant);
  }

  @Test
  void somethingElseAltogetherIsNotGuessed() {
    assertThat(NearestName.of("budget_growth", KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void oneEditOfALongNameLeadsBackToIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String name = KNOWN.get(random.nextInt(KNOWN.size()));
      assertThat(NearestName.of(edited(name, random), KNOWN)).contains(name);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void distanceIsSymmetricAndZeroOnlyForTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String a = word(random);
      String b = word(random);
      assertThat(NearestName.distance(a, b)).isEqualTo(NearestName.distance(b, a));
      assertThat(NearestName.distance(a, b) == 0).isEqualTo(a.equals(b));
      assertThat(NearestName.distance(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
    }
  }

  private static String word(Random random) {
    List<String> letters = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      letters.add(String.valueOf((char) ('a' + random.nextInt(3))));
    }
    return String.join("", letters);
  }

  private static String edited(String name, Random random) {
    StringBuilder edited = new StringBuilder(name);
    int at = random.nextInt(name.length() - 1);
    switch (random.nextInt(4)) {
      case 0 -> edited.deleteCharAt(at);
      case 1 -> edited.insert(at, 'x');
      case 2 -> edited.setCharAt(at, 'x');
      default -> edited.insert(at, edited.charAt(at + 1)).deleteCharAt(at + 2);
    }
    return edited.toString();
  }
}

package io.junheng.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResidentIdTest {
  private static final LocalDate DAY = LocalDate.of(2015, 3, 9);

  /** The example printed in GB 11643-1999. */
  @Test
  void theCheckDigitIsThatOfTheStandard() {
    assertThat(ResidentId.checkDigit("11010519491231002")).isEqualTo('X');
  }

  @Test
  void theBirthDateStandsInTheNumberAndTheAreaIsNobodys() {
    assertThat(ResidentId.of(7, DAY, 0)).startsWith("99000720150309").hasSize(18);
  }

  @Test
  void peopleBornOnTheSameDayHaveDifferentNumbers() {
    assertThat(IntStream.range(0, 999).mapToObj(place -> ResidentId.of(7, DAY, place)))
        .doesNotHaveDuplicates();
  }

  @Test
  void moreThan999PeopleOfADayAreRefused() {
    assertThatThrownBy(() -> ResidentId.of(7, DAY, 999))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2015-03-09");
  }
}

package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.assessment.SchoolRuleOutcome.Held;
import io.junheng.definition.SchoolRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolRuleOutcomeTest {
  private static final SchoolRule SIX_OF_SEVEN =
      new SchoolRule(List.of("R1", "R2", "R3", "R4", "R5", "R6", "R7"), 6, true);
  private static final Optional<BigDecimal> FLOOR = Optional.of(new BigDecimal("0.85"));

  @ParameterizedTest(name = "85 % of {0} is {1}")
  @CsvSource({
    "4.2, 3.57", "1.0, 0.85", "0.9, 0.765", "4.5, 3.825", "7.5, 6.375", "2000, 1700",
    "2.3, 1.955", "5.3, 4.505", "5.8, 4.93", "10.2, 8.67", "2500, 2125", "2.4, 2.04",
  })
  void theFloorIsExactly85PercentOfTheStandard(BigDecimal standard, BigDecimal floor) {
    assertThat(new Held(Optional.empty(), standard, FLOOR).floor().orElseThrow())
        .isEqualByComparingTo(floor);
  }

  /**
   * Values of a school on items whose standard is 100 and whose floor is 85; {@code -} is unknown.
   */
  private static Grade under(SchoolRule rule, String values) {
    return SchoolRuleOutcome.of(held(values)).under(rule);
  }

  private static List<Held> held(String values) {
    List<Held> held = new ArrayList<>();
    for (String value : values.split(" ", -1)) {
      Optional<BigDecimal> known =
          value.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(value));
      held.add(new Held(known, BigDecimal.valueOf(100), FLOOR));
    }
    return held;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "100 100 100 100 100 100 100, MET",
    "100 100 100 100 100 100 85,  MET",
    "100 100 100 100 100 100 84.999, NOT_MET",
    "100 100 100 100 100 99 99,   NOT_MET",
    "100 100 100 100 100 100 -,   UNKNOWN",
    "100 100 100 100 100 99 -,    UNKNOWN",
    "100 100 100 100 99 99 -,     NOT_MET",
    "100 100 100 100 100 80 -,    NOT_MET",
    "- - - - - - -,               UNKNOWN",
  })
  void aSchoolPassesWithSixItemsMetAndTheSeventhAtItsFloor(String values, Grade grade) {
    assertThat(under(SIX_OF_SEVEN, values)).isEqualTo(grade);
  }

  @Test
  void withoutAFloorSixItemsAreEnough() {
    SchoolRule noFloor = new SchoolRule(SIX_OF_SEVEN.of(), 6, false);
    assertThat(under(noFloor, "100 100 100 100 100 100 -")).isEqualTo(Grade.MET);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "100 100 100 100 100 - -",
    "100 100 100 100 99 - -",
    "100 100 80 - - - -",
    "- 99 - 100 - 85 -",
  })
  void theOutcomeIsCertainExactlyWhereEveryCompletionAgrees(String values) {
    List<Grade> completions = new ArrayList<>();
    complete(values, completions);
    Grade outcome = under(SIX_OF_SEVEN, values);
    boolean agree = completions.stream().distinct().count() == 1;
    assertThat(outcome).isEqualTo(agree ? completions.get(0) : Grade.UNKNOWN);
  }

  /** Fills each unknown with a value that is met, one between floor and standard, and one below. */
  private static void complete(String values, List<Grade> completions) {
    if (!values.contains("-")) {
      completions.add(under(SIX_OF_SEVEN, values));
      return;
    }
    for (String value : List.of("100", "90", "10")) {
      complete(values.replaceFirst("-", value), completions);
    }
  }

  @ParameterizedTest(name = "item {0}, rule {1}: {2}")
  @CsvSource({
    "MET,     NOT_MET, MET",
    "NOT_MET, MET,     MET",
    "NOT_MET, NOT_MET, NOT_MET",
    "NOT_MET, UNKNOWN, UNKNOWN",
    "UNKNOWN, NOT_MET, UNKNOWN",
    "UNKNOWN, UNKNOWN, UNKNOWN",
    "UNKNOWN, MET,     MET",
  })
  void aSchoolStandsAgainstItsCountyWhereItIsBelowTheStandardAndFailsTheRule(
      Grade item, Grade rule, Grade expected) {
    assertThat(SchoolRuleOutcome.countsAgainst(item, rule)).isEqualTo(expected);
  }
}

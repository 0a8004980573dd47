package io.junheng.assessment;

import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How one test of an item comes out for one county, before it is told as a row. */
record TestResult(
    Subject subject,
    Grade grade,
    Optional<Figures> figures,
    Optional<BigDecimal> standard,
    List<String> evidence,
    boolean decidedByRounding,
    Optional<Text> note) {

  /** What is tested. */
  record Subject(String test, Optional<String> stage, Optional<String> indicator) {
    static Subject evidence(String test) {
      return new Subject(test, Optional.empty(), Optional.empty());
    }

    static Subject stage(String test, String stage, String indicator) {
      return new Subject(test + "." + stage, Optional.of(stage), Optional.of(indicator));
    }
  }

  /** A value, how it is printed, and what it lacks. */
  record Figures(BigDecimal value, BigDecimal displayed, BigDecimal gap) {}

  /** A test that has nothing to show beside its grade. */
  static TestResult withoutValue(
      Subject subject, Grade grade, Optional<BigDecimal> standard, Text note) {
    return new TestResult(
        subject, grade, Optional.empty(), standard, List.of(), false, Optional.of(note));
  }

  String test() {
    return subject.test();
  }
}

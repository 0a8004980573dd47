package io.junheng.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How one test of an item comes out for one county, before it is told as a row. */
record TestResult(
    String test,
    Grade grade,
    Optional<BigDecimal> value,
    Optional<BigDecimal> standard,
    Optional<BigDecimal> gap,
    List<String> evidence,
    boolean decidedByRounding,
    Optional<String> note) {

  /** A test that has nothing to show beside its grade. */
  static TestResult withoutValue(
      String test, Grade grade, Optional<BigDecimal> standard, Optional<String> note) {
    return new TestResult(
        test, grade, Optional.empty(), standard, Optional.empty(), List.of(), false, note);
  }
}

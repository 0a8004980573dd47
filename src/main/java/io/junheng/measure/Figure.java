package io.junheng.measure;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One figure of a school or a county: what was measured, at which stage, group or total, and how
 * much. Never null.
 *
 * @param recorded what the records alone give, where a signed form decided; empty: none did
 */
record Figure(String stage, String measure, BigDecimal value, Optional<BigDecimal> recorded) {
  Figure(String stage, String measure, BigDecimal value) {
    this(stage, measure, value, Optional.empty());
  }

  Figure at(String otherStage) {
    return new Figure(otherStage, measure, value, recorded);
  }

  /** This and another of the same measure as the figure of what holds both. */
  Figure with(Figure other, Combination combination) {
    boolean isDecided = recorded.isPresent() || other.recorded.isPresent();
    return new Figure(
        stage,
        measure,
        combination.apply(value, other.value),
        isDecided
            ? Optional.of(combination.apply(byRecords(), other.byRecords()))
            : Optional.empty());
  }

  private BigDecimal byRecords() {
    return recorded.orElse(value);
  }
}

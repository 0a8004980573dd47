package io.junheng.assessment;

import io.junheng.definition.Period;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What an indicator of a county is to reach, and by when. Key: county, indicator, stage, by.
 *
 * @param by the period whose figure is to reach it
 * @param start where the way begins; empty: at the figure of the year before
 * @param owner the office that answers for it
 */
public record Target(
    String county,
    String indicator,
    String stage,
    Period by,
    BigDecimal value,
    Optional<Start> start,
    Optional<String> owner,
    Optional<String> document) {
  public Target {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(value, "value");
  }

  /** A figure to start from: 0 in the year before, for what is counted anew each year. */
  public record Start(Period period, BigDecimal value) {}
}

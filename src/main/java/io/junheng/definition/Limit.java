package io.junheng.definition;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a value is held against.
 *
 * @param byStage the standard for each stage, group or total that is tested; empty if an expression
 *     gives it
 * @param expression for tests of schools: SQL over the columns of the school contract
 */
public record Limit(
    Comparison comparison, Map<String, BigDecimal> byStage, Optional<Expression> expression) {
  public Limit {
    Objects.requireNonNull(comparison, "comparison");
    byStage = Map.copyOf(byStage);
    if (byStage.isEmpty() == expression.isEmpty()) {
      throw new IllegalArgumentException("a limit is given by stage or by an expression, not both");
    }
  }

  /** 不低于 is at least, 不超过 at most, 低于 below, 超过 above. */
  public enum Comparison {
    AT_LEAST,
    AT_MOST,
    EQUALS,
    ABOVE,
    BELOW;

    /** Whether a value meets a standard. */
    public boolean holds(BigDecimal value, BigDecimal standard) {
      int order = value.compareTo(standard);
      return switch (this) {
        case AT_LEAST -> order >= 0;
        case AT_MOST -> order <= 0;
        case EQUALS -> order == 0;
        case ABOVE -> order > 0;
        case BELOW -> order < 0;
      };
    }

    /** True where more is better: only then does a shortfall make sense as an amount to add. */
    public boolean wantsMore() {
      return this == AT_LEAST || this == ABOVE;
    }
  }
}

package io.junheng.assessment;

import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Limit.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A value as the exact fraction that it is, so that a limit is met or missed without rounding. A
 * value without numerator and denominator (a dispersion, a derived figure) stands over 1.
 */
record Quotient(BigDecimal numerator, BigDecimal denominator) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Quotient {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator %s".formatted(denominator));
    }
  }

  /** The figure's value; empty where it has none. */
  static Optional<Quotient> of(IndicatorValue figure, Indicator indicator) {
    if (figure.value().isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> factor = factorOf(indicator.formula());
    boolean isFraction =
        factor.isPresent()
            && figure.numerator().isPresent()
            && figure.denominator().filter(d -> d.signum() > 0).isPresent();
    return Optional.of(
        isFraction
            ? new Quotient(
                figure.numerator().get().multiply(factor.get()), figure.denominator().get())
            : new Quotient(figure.value().get(), BigDecimal.ONE));
  }

  /** What a formula's numerator is multiplied by; empty where a value is not one division. */
  private static Optional<BigDecimal> factorOf(Formula formula) {
    if (formula instanceof Formula.Ratio ratio) {
      return Optional.of(ratio.times());
    }
    if (formula instanceof Formula.ShareOfSchools || formula instanceof Formula.Survey) {
      return Optional.of(HUNDRED);
    }
    if (formula instanceof Formula.Dispersion
        || formula instanceof Formula.Growth
        || formula instanceof Formula.Derived
        || formula instanceof Formula.MeasureValue) {
      return Optional.empty();
    }
    throw new IllegalStateException("no factor for %s".formatted(formula));
  }

  boolean meets(Comparison comparison, BigDecimal standard) {
    return comparison.holds(numerator, standard.multiply(denominator));
  }

  /** As printed: half-up. */
  BigDecimal rounded(int decimals) {
    return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
  }

  /** To 34 digits. */
  BigDecimal decimal() {
    return denominator.compareTo(BigDecimal.ONE) == 0
        ? numerator
        : numerator.divide(denominator, MathContext.DECIMAL128);
  }
}

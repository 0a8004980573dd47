package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The formulas of {@link Aggregation}, over weights that need not sum to 1.
 *
 * <p>A mean of thirds that comes to a whole number is that number; geometric means, which are
 * transcendent, are kept to 15 digits.
 */
record Combine(Aggregation how, List<BigDecimal> weights) {
  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final MathContext TRANSCENDENT = new MathContext(15);

  /** The whole; empty where it is not defined for these shares. */
  Optional<BigDecimal> of(List<BigDecimal> shares) {
    return isDefinedFor(shares) ? Optional.of(value(shares)) : Optional.empty();
  }

  /**
   * The whole, and where it is not defined what it comes near to as the shares come near: 0 for a
   * geometric or harmonic mean of nothing.
   */
  BigDecimal limit(List<BigDecimal> shares) {
    return isDefinedFor(shares) ? value(shares) : BigDecimal.ZERO;
  }

  private boolean isDefinedFor(List<BigDecimal> shares) {
    return switch (how) {
      case ARITHMETIC, MINIMUM, SUM -> true;
      case GEOMETRIC, HARMONIC -> shares.stream().allMatch(share -> share.signum() > 0);
      case MAZZIOTTA_PARETO -> mean(shares).signum() > 0;
    };
  }

  private BigDecimal value(List<BigDecimal> shares) {
    return switch (how) {
      case ARITHMETIC, SUM -> mean(shares);
      case GEOMETRIC -> geometric(shares);
      case HARMONIC ->
          BigDecimal.ONE.divide(
              mean(shares.stream().map(share -> BigDecimal.ONE.divide(share, EXACT)).toList()),
              EXACT);
      case MINIMUM -> shares.stream().reduce(BigDecimal::min).orElseThrow();
      case MAZZIOTTA_PARETO -> lessUnevenness(shares);
    };
  }

  private BigDecimal mean(List<BigDecimal> shares) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    for (int i = 0; i < shares.size(); i++) {
      sum = sum.add(weights.get(i).multiply(shares.get(i), EXACT));
      whole = whole.add(weights.get(i));
    }
    return sum.divide(whole, EXACT);
  }

  private BigDecimal geometric(List<BigDecimal> shares) {
    double whole = weights.stream().mapToDouble(BigDecimal::doubleValue).sum();
    double logarithm =
        IntStream.range(0, shares.size())
            .mapToDouble(
                i -> weights.get(i).doubleValue() * Math.log(shares.get(i).doubleValue()) / whole)
            .sum();
    return new BigDecimal(Math.exp(logarithm), TRANSCENDENT);
  }

  /** M − S²÷M is 2M − Q÷M with the mean Q of the squares. */
  private BigDecimal lessUnevenness(List<BigDecimal> shares) {
    BigDecimal mean = mean(shares);
    BigDecimal ofSquares = mean(shares.stream().map(share -> share.pow(2, EXACT)).toList());
    return mean.add(mean).subtract(ofSquares.divide(mean, EXACT), EXACT);
  }
}

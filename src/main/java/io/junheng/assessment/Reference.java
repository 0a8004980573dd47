package io.junheng.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;

/** The figures from which a scale takes its parameters. */
final class Reference {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  private final List<BigDecimal> sorted;
  private final BigDecimal mean;
  private final BigDecimal sd;

  Reference(Collection<BigDecimal> figures) {
    this.sorted = figures.stream().sorted().toList();
    BigDecimal n = BigDecimal.valueOf(Math.max(1, sorted.size()));
    this.mean = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, EXACT);
    this.sd =
        sorted.stream()
            .map(figure -> figure.subtract(mean).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(n, EXACT)
            .sqrt(EXACT);
  }

  /** For scales that need none. */
  static Reference none() {
    return new Reference(List.of());
  }

  boolean isEmpty() {
    return sorted.isEmpty();
  }

  int size() {
    return sorted.size();
  }

  BigDecimal least() {
    return sorted.get(0);
  }

  BigDecimal most() {
    return sorted.get(sorted.size() - 1);
  }

  BigDecimal mean() {
    return mean;
  }

  /** Population form; exactly 0 where all are equal. */
  BigDecimal sd() {
    return isEmpty() || least().compareTo(most()) == 0 ? BigDecimal.ZERO : sd;
  }

  long below(BigDecimal value) {
    return sorted.stream().filter(figure -> figure.compareTo(value) < 0).count();
  }

  long above(BigDecimal value) {
    return sorted.stream().filter(figure -> figure.compareTo(value) > 0).count();
  }
}

package io.junheng.assessment;

import io.junheng.definition.Normalisation.Outliers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How an indicator's far-off figures are treated before they are scaled; see {@link Outliers}.
 *
 * <p>Skewness and kurtosis (in excess of 3) are the sample forms G1 and G2 of spreadsheets and of
 * the JRC's tools (Joanes and Gill 1998). The logarithm is ln(x − min + (max − min) ÷ 100), which
 * takes figures of 0 and below.
 *
 * @param low figures below are drawn in to it; with a logarithm the least of the year
 * @param high figures above are drawn in to it
 * @param logFrom what is subtracted before the logarithm is taken; empty: none is taken
 */
record Treatment(
    Optional<BigDecimal> low, Optional<BigDecimal> high, Optional<BigDecimal> logFrom) {
  private static final double MOST_SKEWNESS = 2;
  private static final double MOST_KURTOSIS = 3.5;
  private static final int DIGITS = 15;

  static Treatment none() {
    return new Treatment(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What the figures of a year ask for. */
  static Treatment of(Collection<BigDecimal> figures, Outliers rule) {
    List<BigDecimal> sorted = figures.stream().sorted().toList();
    if (!isFarOff(values(sorted))) {
      return none();
    }
    Optional<Treatment> drawnIn = drawnIn(sorted, rule.winsorise());
    if (drawnIn.isPresent() || !rule.log()) {
      return drawnIn.orElseGet(Treatment::none);
    }
    BigDecimal least = sorted.get(0);
    BigDecimal hundredth =
        sorted.get(sorted.size() - 1).subtract(least).divide(BigDecimal.valueOf(100));
    return new Treatment(
        Optional.of(least), Optional.empty(), Optional.of(least.subtract(hundredth)));
  }

  /** As few points as help; empty if as many as allowed do not. */
  private static Optional<Treatment> drawnIn(List<BigDecimal> sorted, int most) {
    Treatment treatment = none();
    for (int points = 1; points <= most && 2 * points < sorted.size(); points++) {
      boolean isHighEnd = skewness(values(sorted)) > 0;
      BigDecimal last = sorted.get(isHighEnd ? sorted.size() - 1 - points : points);
      treatment =
          isHighEnd
              ? new Treatment(Optional.empty(), Optional.of(last), Optional.empty())
              : new Treatment(Optional.of(last), Optional.empty(), Optional.empty());
      if (!isFarOff(values(sorted.stream().map(treatment::apply).toList()))) {
        return Optional.of(treatment);
      }
    }
    return Optional.empty();
  }

  /** The figure that is scaled. */
  BigDecimal apply(BigDecimal figure) {
    BigDecimal above = low.map(figure::max).orElse(figure);
    BigDecimal held = high.map(above::min).orElse(above);
    return logFrom.map(from -> logarithm(held.subtract(from))).orElse(held);
  }

  private static BigDecimal logarithm(BigDecimal figure) {
    return new BigDecimal(Math.log(figure.doubleValue()), new MathContext(DIGITS));
  }

  /** Whether it is another than the figure itself. */
  boolean touches(BigDecimal figure) {
    return logFrom.isPresent() || apply(figure).compareTo(figure) != 0;
  }

  private static double[] values(List<BigDecimal> figures) {
    return figures.stream().mapToDouble(BigDecimal::doubleValue).toArray();
  }

  private static boolean isFarOff(double[] x) {
    return Math.abs(skewness(x)) > MOST_SKEWNESS && kurtosis(x) > MOST_KURTOSIS;
  }

  /** G1; 0 where it is not defined: fewer than three figures, or all equal. */
  static double skewness(double[] x) {
    double n = x.length;
    double second = moment(x, 2);
    return n < 3 || second == 0
        ? 0
        : moment(x, 3) / Math.pow(second, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  /** G2; 0 where it is not defined: fewer than four figures, or all equal. */
  static double kurtosis(double[] x) {
    double n = x.length;
    double second = moment(x, 2);
    return n < 4 || second == 0
        ? 0
        : ((n + 1) * (moment(x, 4) / (second * second) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
  }

  private static double moment(double[] x, int power) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double sum = 0;
    for (double value : x) {
      sum += Math.pow(value - mean, power);
    }
    return sum / x.length;
  }
}

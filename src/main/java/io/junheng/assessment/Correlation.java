package io.junheng.assessment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Coefficients over paired figures. Each is empty where one side does not vary. */
final class Correlation {
  /** What is left of a constant's variance by rounding counts as none. */
  private static final double NOTHING = 1e-24;

  private Correlation() {}

  /** Pearson's r: covariance ÷ product of the standard deviations. */
  static Optional<Double> pearson(double[] x, double[] y) {
    double ofX = variance(x);
    double ofY = variance(y);
    if (ofX <= NOTHING || ofY <= NOTHING) {
      return Optional.empty();
    }
    double meanX = mean(x);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    double r = sum / (x.length - 1) / Math.sqrt(ofX * ofY);
    return Optional.of(Math.max(-1, Math.min(1, r)));
  }

  /** Spearman's ρ: Pearson's r of the places, equal figures at the mean of theirs. */
  static Optional<Double> spearman(double[] x, double[] y) {
    return pearson(places(x), places(y));
  }

  private static double[] places(double[] x) {
    Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
    double[] places = new double[x.length];
    int first = 0;
    while (first < x.length) {
      int end = first;
      while (end < x.length && x[order[end]] == x[order[first]]) {
        end++;
      }
      for (int i = first; i < end; i++) {
        places[order[i]] = (first + end + 1) / 2.0;
      }
      first = end;
    }
    return places;
  }

  /**
   * Cronbach's α (1951): k ÷ (k − 1) · (1 − Σ variances of the parts ÷ variance of their sum).
   *
   * @param parts figures of each part, all over the same units
   */
  static Optional<Double> cronbachAlpha(List<double[]> parts) {
    int k = parts.size();
    if (k < 2) {
      return Optional.empty();
    }
    double[] sum = new double[parts.get(0).length];
    double variances = 0;
    for (double[] part : parts) {
      variances += variance(part);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    double whole = variance(sum);
    return whole <= NOTHING
        ? Optional.empty()
        : Optional.of(k / (k - 1.0) * (1 - variances / whole));
  }

  /** Of a sample, with n − 1. */
  private static double variance(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (x.length - 1);
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum / x.length;
  }
}

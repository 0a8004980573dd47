package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each child costs its parent: together exactly 1 − the parent's share, so that points and
 * points lost add up whatever the aggregation.
 *
 * <p>Where points add up, a child costs its own loss × its weight. A geometric mean is shared out
 * by logarithms: with L the logarithmic mean of the share and 1, a child costs −L·w·ln x (Ang, the
 * logarithmic mean Divisia index, 2004, form I). Any other mean is shared out by Shapley's value
 * (1953) of the game in which the children outside a coalition have the full share 1.
 */
record Losses(Aggregation how, List<BigDecimal> weights, List<BigDecimal> shares) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  /** In the order of the children. */
  List<BigDecimal> apply() {
    if (how.isAdditive()) {
      return IntStream.range(0, shares.size())
          .mapToObj(i -> weight(i).multiply(BigDecimal.ONE.subtract(shares.get(i)), EXACT))
          .toList();
    }
    return how == Aggregation.GEOMETRIC ? byLogarithms() : byShapley();
  }

  private BigDecimal weight(int child) {
    BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return weights.get(child).divide(whole, EXACT);
  }

  private List<BigDecimal> byLogarithms() {
    double whole = new Combine(how, weights).limit(shares).doubleValue();
    double mean = whole == 1 ? 1 : (whole - 1) / Math.log(whole);
    return IntStream.range(0, shares.size())
        .mapToObj(i -> -mean * weight(i).doubleValue() * Math.log(shares.get(i).doubleValue()))
        .map(BigDecimal::valueOf)
        .toList();
  }

  private List<BigDecimal> byShapley() {
    int n = shares.size();
    double[] worth = new double[1 << n];
    for (int coalition = 0; coalition < worth.length; coalition++) {
      worth[coalition] = worth(coalition);
    }
    List<BigDecimal> losses = new ArrayList<>();
    for (int child = 0; child < n; child++) {
      double loss = 0;
      for (int others = 0; others < worth.length; others++) {
        if ((others >> child & 1) == 0) {
          loss +=
              chance(Integer.bitCount(others), n) * (worth[others] - worth[others | 1 << child]);
        }
      }
      losses.add(BigDecimal.valueOf(loss));
    }
    return losses;
  }

  /** That exactly these many others come before a child in a random order. */
  private static double chance(int before, int n) {
    double chance = 1.0 / n;
    for (int i = 1; i <= before; i++) {
      chance *= (double) i / (n - i);
    }
    return chance;
  }

  private double worth(int coalition) {
    double mean = 0;
    double ofSquares = 0;
    double ofInverses = 0;
    double least = Double.POSITIVE_INFINITY;
    double whole = 0;
    for (int i = 0; i < shares.size(); i++) {
      double share = (coalition >> i & 1) == 1 ? shares.get(i).doubleValue() : 1;
      double weight = weights.get(i).doubleValue();
      whole += weight;
      mean += weight * share;
      ofSquares += weight * share * share;
      ofInverses += weight / share;
      least = Math.min(least, share);
    }
    return switch (how) {
      case MINIMUM -> least;
      case HARMONIC -> whole / ofInverses;
      case MAZZIOTTA_PARETO -> 2 * mean / whole - ofSquares / mean;
      case ARITHMETIC, SUM, GEOMETRIC ->
          throw new IllegalStateException("%s is not shared out so".formatted(how));
    };
  }
}

package io.junheng.dispersion;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a larger whole needs to know of a group of units to split its generalised entropy GE(0),
 * GE(1) and GE(2): a group of groups has a spread of its own, worked out from theirs.
 *
 * <p>Source: the decomposition of Shorrocks (1980). Before they are divided by the mean, each of
 * the three is the weighted mean of what the groups have, and what their means have among
 * themselves.
 *
 * @param weight Σp
 * @param mean Σp·x ÷ Σp
 * @param logDeviation Σp·ln(mean ÷ x) ÷ Σp; NaN where a value is not above 0
 * @param theil Σp·x·ln(x ÷ mean) ÷ Σp; NaN where a value is below 0
 * @param variance Σp·(x − mean)² ÷ Σp
 */
public record Spread(double weight, double mean, double logDeviation, double theil, double variance)
    implements Serializable {
  /** The spread of units. Adding up follows their order. */
  public static Spread of(List<Entropy.Unit> units) {
    double weight = 0;
    double sum = 0;
    for (Entropy.Unit unit : units) {
      weight += unit.weight();
      sum += unit.weight() * unit.value();
    }
    double mean = sum / weight;
    double[] parts = new double[3];
    for (Entropy.Unit unit : units) {
      double share = unit.weight() / weight;
      double value = unit.value();
      parts[0] += share * (value > 0 ? Math.log(mean / value) : Double.NaN);
      parts[1] += share * (value == 0 ? 0 : value * Math.log(value / mean));
      parts[2] += share * (value - mean) * (value - mean);
    }
    return new Spread(weight, mean, parts[0], parts[1], parts[2]);
  }

  /** The spread of all units of some groups. Adding up follows the order of the groups. */
  public static Spread ofAll(List<Spread> groups) {
    if (groups.size() == 1) {
      return groups.get(0);
    }
    Spread means = ofMeans(groups);
    double[] parts =
        IntStream.rangeClosed(0, 2).mapToDouble(i -> means.part(i) + mean(i, groups)).toArray();
    return new Spread(means.weight, means.mean, parts[0], parts[1], parts[2]);
  }

  /**
   * The split of GE(α) by groups.
   *
   * @param alpha 0, 1 or 2
   * @return empty where it is not defined, as {@link Entropy#of} tells
   */
  public static Optional<Entropy.Parts> split(int alpha, List<Spread> groups) {
    Spread means = ofMeans(groups);
    if (!(means.mean > 0)) {
      return Optional.empty();
    }
    double within = mean(alpha, groups) / divisor(alpha, means.mean);
    double between = means.part(alpha) / divisor(alpha, means.mean);
    return Optional.of(new Entropy.Parts(within + between, within, between))
        .filter(parts -> !Double.isNaN(parts.total()));
  }

  private static Spread ofMeans(List<Spread> groups) {
    return of(groups.stream().map(group -> new Entropy.Unit(group.mean, group.weight)).toList());
  }

  private static double mean(int alpha, List<Spread> groups) {
    double weight = 0;
    double sum = 0;
    for (Spread group : groups) {
      weight += group.weight;
      sum += group.weight * group.part(alpha);
    }
    return sum / weight;
  }

  private static double divisor(int alpha, double mean) {
    return alpha == 0 ? 1 : alpha == 1 ? mean : 2 * mean * mean;
  }

  private double part(int alpha) {
    return alpha == 0 ? logDeviation : alpha == 1 ? theil : variance;
  }
}

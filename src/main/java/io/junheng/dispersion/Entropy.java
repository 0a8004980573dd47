package io.junheng.dispersion;

import java.util.List;
import java.util.Optional;

/**
 * Generalised entropy GE(α) with weights (Shorrocks 1980), Σ p·((x ÷ mean)^α − 1) ÷ (α(α − 1)):
 * GE(0) is the mean log deviation, GE(1) Theil's T, GE(2) half the squared coefficient of
 * variation. It splits exactly into what lies within groups and what lies between their means.
 */
public final class Entropy {
  private Entropy() {}

  /** A unit with its value and its weight. */
  public record Unit(double value, double weight) {}

  /** Within plus between is the total. */
  public record Parts(double total, double within, double between) {}

  /**
   * GE(α) around a given mean.
   *
   * @return empty where it is not defined: a mean that is not above 0, a negative value (but for α
   *     2), or a value of 0 for α up to 0
   */
  public static Optional<Double> of(double alpha, List<Unit> units, double mean) {
    if (!(mean > 0)
        || units.stream()
            .anyMatch(unit -> unit.value() < (alpha == 2 ? Double.NEGATIVE_INFINITY : 0))) {
      return Optional.empty();
    }
    if (alpha <= 0 && units.stream().anyMatch(unit -> unit.value() == 0)) {
      return Optional.empty();
    }
    double weight = 0;
    double sum = 0;
    for (Unit unit : units) {
      weight += unit.weight();
      sum += unit.weight() * term(alpha, unit.value() / mean);
    }
    return Optional.of(sum / weight);
  }

  private static double term(double alpha, double ratio) {
    if (alpha == 0) {
      return -Math.log(ratio);
    } else if (alpha == 1) {
      return ratio == 0 ? 0 : ratio * Math.log(ratio);
    }
    return (Math.pow(ratio, alpha) - 1) / (alpha * (alpha - 1));
  }

  /** The split by groups; empty where the measure is not defined for the whole. */
  public static Optional<Parts> split(double alpha, List<List<Unit>> groups) {
    List<Unit> all = groups.stream().flatMap(List::stream).toList();
    double mean = mean(all);
    Optional<Double> total = of(alpha, all, mean);
    if (total.isEmpty()) {
      return Optional.empty();
    }
    List<Unit> means = groups.stream().map(group -> new Unit(mean(group), weight(group))).toList();
    return of(alpha, means, mean)
        .map(between -> new Parts(total.get(), total.get() - between, between));
  }

  private static double weight(List<Unit> units) {
    double sum = 0;
    for (Unit unit : units) {
      sum += unit.weight();
    }
    return sum;
  }

  private static double mean(List<Unit> units) {
    double sum = 0;
    for (Unit unit : units) {
      sum += unit.weight() * unit.value();
    }
    return sum / weight(units);
  }
}

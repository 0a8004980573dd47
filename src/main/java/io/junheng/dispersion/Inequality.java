package io.junheng.dispersion;

import io.junheng.definition.Statistic.QuantileRule;
import io.junheng.dispersion.Entropy.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Measures of inequality beside the coefficient of variation, over units with weights; weights of 1
 * give the unweighted form. All are of the population form and do not change with the unit of
 * measurement. Each is empty where it is not defined.
 */
public final class Inequality {
  private final List<Unit> sorted;
  private final double weight;
  private final double mean;

  /** Gathers the units; those without weight take no part. */
  public Inequality(List<Unit> units) {
    this.sorted =
        units.stream()
            .filter(unit -> unit.weight() > 0)
            .sorted(Comparator.comparingDouble(Unit::value).thenComparingDouble(Unit::weight))
            .toList();
    this.weight = sorted.stream().mapToDouble(Unit::weight).sum();
    this.mean = total(sorted) / weight;
  }

  private static double total(List<Unit> units) {
    return units.stream().mapToDouble(unit -> unit.weight() * unit.value()).sum();
  }

  /** The same units as equals. */
  public Inequality unweighted() {
    return new Inequality(sorted.stream().map(unit -> new Unit(unit.value(), 1)).toList());
  }

  /**
   * Half the mean absolute difference between two units of weight over the mean (Gini 1914); needs
   * a mean above 0. Some packages multiply by n ÷ (n − 1); this does not.
   */
  public Optional<Double> gini() {
    double below = 0;
    double sum = 0;
    for (Unit unit : sorted) {
      double share = unit.weight() / weight;
      sum += share * unit.value() * (2 * below + share - 1);
      below += share;
    }
    // Equal units add up to a few units in the last place on either side of 0.
    return defined(mean > 0, Math.max(0, sum / mean));
  }

  /** Generalised entropy GE(α) (Shorrocks 1980); see {@link Entropy}. */
  public Optional<Double> generalisedEntropy(double alpha) {
    return sorted.isEmpty() ? Optional.empty() : Entropy.of(alpha, sorted, mean);
  }

  /** Theil's T, GE(1): Σ p·(x ÷ mean)·ln(x ÷ mean), with 0·ln 0 = 0. */
  public Optional<Double> theilT() {
    return generalisedEntropy(1);
  }

  /**
   * Atkinson's index for an aversion ε above 0 (Atkinson 1970): 1 − equally distributed equivalent
   * ÷ mean. With a value of 0 it is 1 for ε from 1 up; not defined for values below 0.
   */
  public Optional<Double> atkinson(double aversion) {
    if (aversion <= 0) {
      throw new IllegalArgumentException("an aversion is above 0, not %s".formatted(aversion));
    }
    boolean isDefined = mean > 0 && sorted.get(0).value() >= 0;
    return isDefined ? Optional.of(1 - equivalent(aversion) / mean) : Optional.empty();
  }

  private double equivalent(double aversion) {
    boolean hasNothing = sorted.get(0).value() == 0;
    if (aversion >= 1 && hasNothing) {
      return 0;
    }
    if (aversion == 1) {
      return Math.exp(
          meanOf(sorted.stream().map(u -> new Unit(Math.log(u.value()), u.weight())).toList()));
    }
    double power = 1 - aversion;
    return Math.pow(
        meanOf(sorted.stream().map(u -> new Unit(Math.pow(u.value(), power), u.weight())).toList()),
        1 / power);
  }

  private double meanOf(List<Unit> units) {
    return total(units) / weight;
  }

  /**
   * McLoone's index of school finance (Berne and Stiefel 1984): what the units below the median
   * have ÷ what they would have at the median; 1 where the lower half is equal.
   */
  public Optional<Double> mcLoone() {
    return half(Half.LOWER);
  }

  /**
   * Verstegen's index (Verstegen 1996): what the units above the median have ÷ what they would have
   * at the median; 1 where the upper half is equal, else above 1.
   */
  public Optional<Double> verstegen() {
    return half(Half.UPPER);
  }

  private enum Half {
    LOWER,
    UPPER
  }

  /** Units at the median belong to both halves, and change neither index but by counting. */
  private Optional<Double> half(Half half) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    double median = quantile(0.5, QuantileRule.LOWEST_REACHING);
    List<Unit> units =
        sorted.stream()
            .filter(u -> half == Half.LOWER ? u.value() <= median : u.value() >= median)
            .toList();
    double wouldHave = median * units.stream().mapToDouble(Unit::weight).sum();
    return defined(median > 0, total(units) / wouldHave);
  }

  /**
   * The value up to which a share of the weight lies.
   *
   * @param share 0 to 1
   */
  public double quantile(double share, QuantileRule rule) {
    if (sorted.isEmpty() || share < 0 || share > 1) {
      throw new IllegalArgumentException(
          "no quantile %s of %d units".formatted(share, sorted.size()));
    }
    if (rule == QuantileRule.INTERPOLATED) {
      double place = (sorted.size() - 1) * share;
      int before = (int) Math.floor(place);
      int after = Math.min(before + 1, sorted.size() - 1);
      double from = sorted.get(before).value();
      return from + (place - before) * (sorted.get(after).value() - from);
    }
    double goal = share * weight * (1 - 1e-12);
    double reached = 0;
    for (Unit unit : sorted) {
      reached += unit.weight();
      if (reached >= goal) {
        return unit.value();
      }
    }
    return sorted.get(sorted.size() - 1).value();
  }

  /** A high quantile ÷ a low one, such as P90/P10; needs a low one above 0. */
  public Optional<Double> quantileRatio(double high, double low, QuantileRule rule) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    double below = quantile(low, rule);
    return defined(below > 0, quantile(high, rule) / below);
  }

  /**
   * (high quantile − low quantile) ÷ low quantile: the federal range ratio with P95 and P5 (Berne
   * and Stiefel 1984), the plain range ratio with 1 and 0.
   */
  public Optional<Double> rangeRatio(double high, double low, QuantileRule rule) {
    return quantileRatio(high, low, rule).map(ratio -> ratio - 1);
  }

  private Optional<Double> defined(boolean isDefined, double value) {
    return isDefined ? Optional.of(value) : Optional.empty();
  }

  /**
   * A Gini coefficient by groups: within the groups, between their means, and what comes from
   * groups that overlap (Bhattacharya and Mahalanobis 1967). The three add up to the total.
   */
  public record GiniParts(double total, double within, double between, double overlap) {}

  /** The split by groups; empty where the mean is not above 0. */
  public static Optional<GiniParts> splitGini(List<List<Unit>> groups) {
    Inequality all = new Inequality(groups.stream().flatMap(List::stream).toList());
    List<Inequality> parts =
        groups.stream().map(Inequality::new).filter(group -> group.weight > 0).toList();
    Optional<Double> total = all.gini();
    Optional<Double> between =
        new Inequality(parts.stream().map(part -> new Unit(part.mean, part.weight)).toList())
            .gini();
    if (total.isEmpty() || parts.stream().anyMatch(part -> part.mean < 0)) {
      return Optional.empty();
    }
    double within =
        parts.stream()
            .mapToDouble(
                part ->
                    part.weight
                        / all.weight
                        * (part.weight * part.mean / (all.weight * all.mean))
                        * part.gini().orElse(0.0))
            .sum();
    double apart = between.orElseThrow();
    return Optional.of(new GiniParts(total.get(), within, apart, total.get() - within - apart));
  }
}

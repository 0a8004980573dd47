package io.junheng.definition;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;

/** What is told of a spread between schools. None changes with the unit of measurement. */
public sealed interface Statistic extends Serializable {
  /** The word of {@code conf/}, with its parameters: {@code gini}, {@code entropy 2}. */
  String word();

  /** √(Σ p ÷ P·(x − X)²) ÷ X: the one of the regulations, and what is told if nothing is said. */
  record CoefficientOfVariation() implements Statistic {
    @Override
    public String word() {
      return "cv";
    }
  }

  /** Half the mean absolute difference ÷ mean (Gini 1914). */
  record Gini() implements Statistic {
    @Override
    public String word() {
      return "gini";
    }
  }

  /**
   * Generalised entropy GE(α) (Shorrocks 1980): Theil's T with α 1, Theil's L (the mean log
   * deviation) with 0, half the squared coefficient of variation with 2.
   */
  record Entropy(BigDecimal alpha) implements Statistic {
    /** Theil's T. */
    public static final Entropy THEIL_T = new Entropy(BigDecimal.ONE);

    /** Theil's L. */
    public static final Entropy THEIL_L = new Entropy(BigDecimal.ZERO);

    @Override
    public String word() {
      if (alpha.compareTo(BigDecimal.ONE) == 0) {
        return "theil_t";
      }
      return alpha.signum() == 0 ? "theil_l" : "entropy " + alpha.toPlainString();
    }
  }

  /** 1 − equally distributed equivalent ÷ mean (Atkinson 1970), for an aversion above 0. */
  record Atkinson(BigDecimal aversion) implements Statistic {
    public Atkinson {
      if (aversion.signum() <= 0) {
        throw new IllegalArgumentException(
            "an aversion is above 0, not %s".formatted(aversion.toPlainString()));
      }
    }

    @Override
    public String word() {
      return "atkinson " + aversion.toPlainString();
    }
  }

  /** What the lower half has ÷ what it would have at the median (Berne and Stiefel 1984). */
  record McLoone() implements Statistic {
    @Override
    public String word() {
      return "mcloone";
    }
  }

  /** What the upper half has ÷ what it would have at the median (Verstegen 1996). */
  record Verstegen() implements Statistic {
    @Override
    public String word() {
      return "verstegen";
    }
  }

  /** A high quantile ÷ a low one: P90/P10 with 90 and 10. */
  record QuantileRatio(Quantiles quantiles) implements Statistic {
    @Override
    public String word() {
      return "quantile_ratio " + quantiles.word();
    }
  }

  /**
   * (high quantile − low one) ÷ low one: the federal range ratio with 95 and 5, the plain range
   * ratio with 100 and 0 (Berne and Stiefel 1984).
   */
  record RangeRatio(Quantiles quantiles) implements Statistic {
    @Override
    public String word() {
      return "range_ratio " + quantiles.word();
    }
  }

  /**
   * Two quantiles of one distribution.
   *
   * @param high percent of the weight that lies below the upper one, at most 100
   * @param low percent of the weight that lies below the lower one, from 0
   */
  record Quantiles(BigDecimal high, BigDecimal low, QuantileRule rule) implements Serializable {
    public Quantiles {
      if (low.signum() < 0
          || high.compareTo(BigDecimal.valueOf(100)) > 0
          || low.compareTo(high) >= 0) {
        throw new IllegalArgumentException(
            "quantiles lie between 0 and 100, the low one (%s) below the high one (%s)"
                .formatted(low.toPlainString(), high.toPlainString()));
      }
    }

    private String word() {
      return "%s/%s %s"
          .formatted(
              high.toPlainString(), low.toPlainString(), rule.name().toLowerCase(Locale.ROOT));
    }
  }

  /** How a quantile is read off; the numbers are those of Hyndman and Fan (1996). */
  enum QuantileRule {
    /** The smallest value up to which at least the share of the weight lies (their 1). */
    LOWEST_REACHING,
    /**
     * Between the values next to the place 1 + (n − 1)·share, as spreadsheets do (their 7); for
     * schools as equals.
     */
    INTERPOLATED
  }

  /** Whether a large school counts for more than a small one. */
  enum Counting {
    /** Each school counts by its weight, such as its pupils. */
    WEIGHTED,
    /** Each school counts as one; those without weight still take no part. */
    EQUAL
  }

  /**
   * The part of a statistic that comes from groups of schools.
   *
   * @param by column of the contract that describes schools; schools without a value make a group
   *     of their own
   */
  record Part(Which which, String by) implements Serializable {
    /** {@code between urban_rural}. */
    public String word() {
      return which.name().toLowerCase(Locale.ROOT) + " " + by;
    }
  }

  /** Within, between and, of a Gini coefficient, overlap add up to the whole. */
  enum Which {
    /** Differences within the groups. */
    WITHIN,
    /** Differences between the groups' means. */
    BETWEEN,
    /** What comes from groups whose ranges overlap (Bhattacharya and Mahalanobis 1967). */
    OVERLAP
  }
}

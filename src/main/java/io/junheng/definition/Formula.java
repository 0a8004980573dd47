package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How an indicator's value comes about. */
public sealed interface Formula {
  /** Measures that it reads itself; none where it leans on other indicators or on a condition. */
  List<String> measures();

  /**
   * Sum ÷ sum × factor, at school, county, city and province alike.
   *
   * @param among scope of schools whose figures count for areas; empty: all
   * @param ofAmong scope of schools that count above the line, others there as 0; empty: all
   */
  record Ratio(
      String of, String per, BigDecimal times, Optional<String> among, Optional<String> ofAmong)
      implements Formula {
    /** All schools count on both sides, as far as they take part. */
    public Ratio(String of, String per, BigDecimal times, Optional<String> among) {
      this(of, per, times, among, Optional.empty());
    }

    @Override
    public List<String> measures() {
      return List.of(of, per);
    }
  }

  /** Schools that meet a condition ÷ schools for which it can be told × 100. */
  record ShareOfSchools(Expression where, Optional<String> among) implements Formula {
    @Override
    public List<String> measures() {
      return List.of();
    }
  }

  /**
   * The spread between the schools of a county.
   *
   * @param of id of a ratio indicator
   * @param weight id of the measure that weighs, the ratio's denominator as a rule
   * @param among id of the scope
   * @param statistic what is told of the spread
   * @param part of the statistic by groups of schools; empty: all of it
   */
  record Dispersion(
      String of,
      String weight,
      String among,
      Statistic statistic,
      Statistic.Counting counting,
      Optional<Statistic.Part> part)
      implements Formula {
    public Dispersion {
      if (part.isPresent() && !splits(statistic, part.get().which())) {
        throw new IllegalArgumentException(
            "only a generalised entropy has parts within and between groups that add up, and a Gini"
                + " coefficient with the part of their overlap");
      }
      if (counting == Statistic.Counting.WEIGHTED && isInterpolated(statistic)) {
        throw new IllegalArgumentException(
            "an interpolated quantile is one of schools as equals (schools: equal)");
      }
    }

    /** The weighted coefficient of variation, as the regulations have it. */
    public Dispersion(String of, String weight, String among) {
      this(
          of,
          weight,
          among,
          new Statistic.CoefficientOfVariation(),
          Statistic.Counting.WEIGHTED,
          Optional.empty());
    }

    private static boolean splits(Statistic statistic, Statistic.Which which) {
      return statistic instanceof Statistic.Gini
          || (statistic instanceof Statistic.Entropy && which != Statistic.Which.OVERLAP);
    }

    private static boolean isInterpolated(Statistic statistic) {
      if (statistic instanceof Statistic.QuantileRatio ratio) {
        return ratio.quantiles().rule() == Statistic.QuantileRule.INTERPOLATED;
      }
      return statistic instanceof Statistic.RangeRatio ratio
          && ratio.quantiles().rule() == Statistic.QuantileRule.INTERPOLATED;
    }

    /** What is told, in the words of {@code conf/}: {@code theil_t between urban_rural}. */
    public String told() {
      return statistic.word()
          + part.map(of -> " " + of.word()).orElse("")
          + (counting == Statistic.Counting.EQUAL ? " unweighted" : "");
    }

    /** Whether it is the coefficient of variation that the regulations limit. */
    public boolean isWeightedCv() {
      return statistic instanceof Statistic.CoefficientOfVariation
          && counting == Statistic.Counting.WEIGHTED;
    }

    @Override
    public List<String> measures() {
      return List.of();
    }
  }

  /** Change on the period before in percent: (now − before) ÷ before × 100. */
  record Growth(String of) implements Formula {
    @Override
    public List<String> measures() {
      return List.of(of);
    }
  }

  /** Answers that say yes ÷ valid answers × 100. */
  record Survey(String of, String weight) implements Formula {
    @Override
    public List<String> measures() {
      return List.of(of, weight);
    }
  }

  /** SQL over other indicators' values of the same unit and stage. */
  record Derived(Expression value) implements Formula {
    @Override
    public List<String> measures() {
      return List.of();
    }
  }

  /** A measure as it is. */
  record MeasureValue(String of) implements Formula {
    @Override
    public List<String> measures() {
      return List.of(of);
    }
  }
}

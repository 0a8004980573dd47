package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a value becomes a share of the full score (OECD/JRC, Handbook on Constructing Composite
 * Indicators, 2008, step 5). The indicator's direction says whether more or less is better.
 */
public sealed interface Normalisation {
  /** The units that the scale takes its parameters from; empty where it needs none. */
  default Optional<Basis> basis() {
    if (this instanceof MinMax minMax) {
      return Optional.of(minMax.from());
    } else if (this instanceof ZScore z && z.from() instanceof Basis basis) {
      return Optional.of(basis);
    } else if (this instanceof Distance distance) {
      return Optional.of(distance.from());
    } else if (this instanceof Ranked) {
      return Optional.of(new OfYear(Optional.empty()));
    }
    return Optional.empty();
  }

  /** value ÷ target (target ÷ value where less is better), at most {@code cap}. */
  record Attain(BigDecimal target, BigDecimal cap) implements Normalisation {}

  /** 1 if the limit holds, else 0. */
  record AllOrNothing(Limit.Comparison comparison, BigDecimal standard) implements Normalisation {}

  /** (value − low) ÷ (high − low), held within 0…1 if clipped. */
  record Goalposts(BigDecimal low, BigDecimal high, Clip clip) implements Normalisation {
    /** Held within 0…1. */
    public Goalposts(BigDecimal low, BigDecimal high) {
      this(low, high, Clip.CLIPPED);
    }

    public Goalposts {
      Objects.requireNonNull(clip, "clip");
      if (low.compareTo(high) == 0) {
        throw new IllegalArgumentException("goalposts must differ");
      }
    }
  }

  /**
   * Goalposts at the least and the greatest of the units, held within 0…1. Where all are equal,
   * nobody is behind: reaching them is 1.
   */
  record MinMax(Basis from) implements Normalisation {
    public MinMax {
      Objects.requireNonNull(from, "from");
    }
  }

  /**
   * centre + spread × (value − mean) ÷ standard deviation (population form; for less is better with
   * the sign turned). Where all are equal, the centre.
   *
   * @param limit most standard deviations that count; empty: no limit, and then a missing figure
   *     leaves the score without bounds
   */
  record ZScore(ZBasis from, BigDecimal centre, BigDecimal spread, Optional<BigDecimal> limit)
      implements Normalisation {
    public ZScore {
      Objects.requireNonNull(from, "from");
      if (spread.signum() <= 0 || limit.filter(l -> l.signum() <= 0).isPresent()) {
        throw new IllegalArgumentException("spread and limit of a z-score are above 0");
      }
    }
  }

  /**
   * 1 − distance to the target ÷ distance of the worst unit to it, held within 0 and {@code cap}.
   *
   * @param cap highest share of a value beyond the target
   */
  record Distance(BigDecimal target, Basis from, BigDecimal cap) implements Normalisation {
    public Distance {
      Objects.requireNonNull(from, "from");
    }
  }

  /** The place among the year's units. */
  record Ranked(Method method) implements Normalisation {
    public Ranked {
      Objects.requireNonNull(method, "method");
    }
  }

  /** The share of the first step that holds; 0 where none does. */
  record Bands(List<Step> steps) implements Normalisation {
    public Bands {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("points by bands need a step");
      }
    }
  }

  /**
   * Growth on the same figure one period earlier, (now − before) ÷ |before| × 100, held between
   * goalposts in percent. The handbook's table divides by the present value; statistics, and we
   * with them, divide by the earlier one. Missing where the earlier figure is missing or 0.
   */
  record Growth(BigDecimal low, BigDecimal high) implements Normalisation {
    public Growth {
      if (low.compareTo(high) == 0) {
        throw new IllegalArgumentException("goalposts must differ");
      }
    }
  }

  /** Whether a share stays within 0…1. */
  enum Clip {
    CLIPPED,
    OPEN
  }

  /** How a place becomes a share; n units, equal ones share a place. */
  enum Method {
    /** (n + 1 − place) ÷ n, places 1, 2, 2, 4: the first has 1, the last of all 1 ÷ n. */
    PLACE,
    /** Units that are worse ÷ (n − 1). */
    PERCENTILE,
    /** (units that are worse + half of the others that are equal) ÷ (n − 1): Borda's points. */
    BORDA
  }

  /** A step of points by bands. */
  record Step(Limit.Comparison comparison, BigDecimal standard, BigDecimal share) {}

  /** Whence the mean and the standard deviation of a z-score come. */
  sealed interface ZBasis permits Fixed, Basis {}

  /** A mean and a standard deviation that are given. */
  record Fixed(BigDecimal mean, BigDecimal sd) implements ZBasis {
    public Fixed {
      if (sd.signum() <= 0) {
        throw new IllegalArgumentException("a standard deviation is above 0");
      }
    }
  }

  /** The units from whose figures a scale takes its parameters: those that have one. */
  sealed interface Basis extends ZBasis {}

  /**
   * The units of the year that is scored.
   *
   * @param outliers how far-off figures are treated beforehand
   */
  record OfYear(Optional<Outliers> outliers) implements Basis {
    public OfYear {
      Objects.requireNonNull(outliers, "outliers");
    }
  }

  /** The units of one period for all years, so that years compare. */
  record OfPeriod(Period period) implements Basis {
    public OfPeriod {
      Objects.requireNonNull(period, "period");
    }
  }

  /**
   * Treatment of figures whose skewness is beyond ±2 while their kurtosis exceeds 3.5 (the rule of
   * the JRC's handbook and audits): the farthest points are drawn in to the nearest that is left,
   * one after the other; if that does not help, the logarithm is taken of all.
   *
   * @param winsorise most points that are drawn in; 0: none
   * @param log whether the logarithm may be taken
   */
  record Outliers(int winsorise, boolean log) {
    public Outliers {
      if (winsorise < 0 || (winsorise == 0 && !log)) {
        throw new IllegalArgumentException("outliers are drawn in, or the logarithm is taken");
      }
    }
  }
}

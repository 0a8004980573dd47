package io.junheng.definition;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/**
 * What a missing child does to its parent; never silent. Whatever the rule, the parent's bounds are
 * told with every gap filled by the worst and by the best.
 */
public sealed interface MissingRule {
  /** The parent has no score. */
  record NoScore() implements MissingRule {}

  /** No score, but the lowest and highest that it could be. */
  record Bounds() implements MissingRule {}

  /**
   * The others' weights grow; the score is marked as estimated.
   *
   * @param leastShare share of the weight, 0 to 1, that must be known; with less the parent has no
   *     score
   */
  record Reweight(BigDecimal leastShare) implements MissingRule {
    public Reweight {
      if (leastShare.signum() < 0 || leastShare.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("a share of weight lies between 0 and 1");
      }
    }
  }

  /** Figures that items right below lack are filled in; the score is marked as estimated. */
  record Impute(Source source) implements MissingRule {
    public Impute {
      Objects.requireNonNull(source, "source");
    }
  }

  /** Where a filled-in figure comes from; where there is none either, the parent has no score. */
  enum Source {
    /**
     * Mean over the units of the same peer group that have a figure; units outside all groups are a
     * group of their own.
     */
    GROUP_MEAN,
    /** The unit's own figure of the same type of period, one year earlier. */
    LAST_PERIOD;

    /** The word used in {@code conf/}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

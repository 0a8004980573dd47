package io.junheng.indicator;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What an indicator is worked out from at one stage of one county; null is unknown. Exact, so that
 * the order in which schools are added does not matter.
 */
final class Sides implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Sum above the line. */
  BigDecimal above;

  /** The largest part above the line. */
  BigDecimal largest;

  /** Sum below the line. */
  BigDecimal below;

  /** Of a growth: the figure one period before. */
  BigDecimal before;

  /** What weighs the value when areas above are worked out. */
  BigDecimal weight;

  /** Pupils of the schools whose sides are known. */
  BigDecimal covered;

  /** Pupils of the schools that the indicator is about. */
  BigDecimal concerned;

  /** Adds another's schools to these. */
  Sides with(Sides other) {
    above = sum(above, other.above);
    largest = larger(largest, other.largest);
    below = sum(below, other.below);
    before = sum(before, other.before);
    weight = sum(weight, other.weight);
    covered = sum(covered, other.covered);
    concerned = sum(concerned, other.concerned);
    return this;
  }

  /** The sum of what is known of two; null if neither is. */
  static BigDecimal sum(BigDecimal one, BigDecimal other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.add(other);
  }

  /** The larger of what is known of two; null if neither is. */
  static BigDecimal larger(BigDecimal one, BigDecimal other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.max(other);
  }
}

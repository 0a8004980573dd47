package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import io.junheng.definition.MissingRule;

/**
 * {@link Gather} for all counties at once, in doubles and without bounds. What is no number says
 * why by its bits.
 *
 * @param children numbers of the children among all nodes
 */
record GatherFast(int[] children, Aggregation how, MissingRule rule) {
  static final double MISSING = Double.longBitsToDouble(0x7ff8000000000001L);
  static final double NOT_APPLICABLE = Double.longBitsToDouble(0x7ff8000000000002L);

  /** A mean below was not defined. */
  static final double REFUSED = Double.longBitsToDouble(0x7ff8000000000003L);

  /** A share of weight that is short by rounding alone is enough. */
  private static final double ENOUGH = 1 - 1e-12;

  static boolean isKnown(double share) {
    return !Double.isNaN(share);
  }

  private static boolean is(double share, double state) {
    return Double.doubleToRawLongBits(share) == Double.doubleToRawLongBits(state);
  }

  /**
   * The shares of the node, by county.
   *
   * @param shares of all nodes, by node and county
   * @param weights of all nodes
   */
  double[] apply(double[][] shares, double[] weights) {
    double[] gathered = new double[shares[children[0]].length];
    for (int county = 0; county < gathered.length; county++) {
      gathered[county] = gather(shares, weights, county);
    }
    return gathered;
  }

  private double gather(double[][] shares, double[] weights, int county) {
    double all = 0;
    double applying = 0;
    double known = 0;
    boolean isWhole = true;
    boolean isRefused = false;
    for (int child : children) {
      double weight = weights[child];
      double share = shares[child][county];
      all += weight;
      if (weight > 0 && !is(share, NOT_APPLICABLE)) {
        applying += weight;
        if (isKnown(share)) {
          known += weight;
        } else {
          isWhole = false;
          isRefused |= is(share, REFUSED);
        }
      }
    }
    if (applying == 0) {
      return NOT_APPLICABLE;
    } else if (isRefused) {
      return REFUSED;
    } else if (!isWhole && !isEnough(known, applying)) {
      return MISSING;
    }
    double share = combine(shares, weights, county, known);
    return how == Aggregation.SUM ? share * known / all : share;
  }

  private boolean isEnough(double known, double applying) {
    return rule instanceof MissingRule.Reweight reweight
        && known > 0
        && known >= applying * reweight.leastShare().doubleValue() * ENOUGH;
  }

  private double combine(double[][] shares, double[] weights, int county, double known) {
    double sum = 0;
    double squares = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int child : children) {
      double weight = weights[child];
      double share = shares[child][county];
      if (weight > 0 && isKnown(share)) {
        sum += weight * term(share);
        squares += weight * share * share;
        least = Math.min(least, share);
      }
    }
    double mean = sum / known;
    return switch (how) {
      case ARITHMETIC, SUM -> mean;
      case MINIMUM -> least;
      case GEOMETRIC -> least > 0 ? Math.exp(mean) : REFUSED;
      case HARMONIC -> least > 0 ? 1 / mean : REFUSED;
      case MAZZIOTTA_PARETO -> mean > 0 ? 2 * mean - squares / known / mean : REFUSED;
    };
  }

  private double term(double share) {
    return switch (how) {
      case GEOMETRIC -> Math.log(share);
      case HARMONIC -> 1 / share;
      default -> share;
    };
  }
}

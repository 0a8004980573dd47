package io.junheng.assessment;

import io.junheng.definition.Direction;
import io.junheng.definition.ScoreNode.Normalisation;
import java.math.BigDecimal;
import java.math.MathContext;

/** Brings an indicator's value to 0…1 (to the cap where one is set above 1). */
record NormaliseLeaf(Normalisation rule, Direction direction) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  BigDecimal apply(Quotient value) {
    if (rule instanceof Normalisation.Attain attain) {
      return attained(value, attain).max(BigDecimal.ZERO).min(attain.cap());
    }
    if (rule instanceof Normalisation.AllOrNothing limit) {
      return value.meets(limit.comparison(), limit.standard()) ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (rule instanceof Normalisation.Goalposts posts) {
      BigDecimal share = between(value, posts);
      return share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }
    throw new IllegalStateException("no way to normalise by %s".formatted(rule));
  }

  /** The value that takes the full share. */
  BigDecimal standard() {
    if (rule instanceof Normalisation.Attain attain) {
      return attain.target();
    }
    if (rule instanceof Normalisation.AllOrNothing limit) {
      return limit.standard();
    }
    if (rule instanceof Normalisation.Goalposts posts) {
      return turns(posts) ? posts.low() : posts.high();
    }
    throw new IllegalStateException("no standard in %s".formatted(rule));
  }

  /** True where all or nothing hangs on the digits that are not shown. */
  boolean isDecidedByRounding(Quotient value, int decimals) {
    return rule instanceof Normalisation.AllOrNothing limit
        && value.meets(limit.comparison(), limit.standard())
            != limit.comparison().holds(value.rounded(decimals), limit.standard());
  }

  /** What is missing to the full share, in the unit of the value; 0 where it is reached. */
  BigDecimal gap(Quotient value) {
    return apply(value).compareTo(BigDecimal.ONE) >= 0
        ? BigDecimal.ZERO
        : standard().subtract(value.decimal(), EXACT).abs();
  }

  /** What the leaf gives at best. */
  BigDecimal best() {
    return rule instanceof Normalisation.Attain attain ? attain.cap() : BigDecimal.ONE;
  }

  /**
   * Dividing by nothing: a target of 0 is reached from 0 up, and nothing is as little as can be
   * where less is better.
   */
  private BigDecimal attained(Quotient value, Normalisation.Attain attain) {
    BigDecimal x = value.decimal();
    if (direction == Direction.DOWN) {
      return x.signum() <= 0 ? attain.cap() : attain.target().divide(x, EXACT);
    }
    if (attain.target().signum() == 0) {
      return x.signum() >= 0 ? attain.cap() : BigDecimal.ZERO;
    }
    return x.divide(attain.target(), EXACT);
  }

  /**
   * Posts in falling order already say that less is better; posts in rising order follow the
   * indicator's direction.
   */
  private BigDecimal between(Quotient value, Normalisation.Goalposts posts) {
    BigDecimal share =
        value.decimal().subtract(posts.low()).divide(posts.high().subtract(posts.low()), EXACT);
    return turns(posts) ? BigDecimal.ONE.subtract(share) : share;
  }

  private boolean turns(Normalisation.Goalposts posts) {
    return direction == Direction.DOWN && posts.low().compareTo(posts.high()) < 0;
  }
}

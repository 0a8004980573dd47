package io.junheng.assessment;

import io.junheng.definition.Direction;
import io.junheng.definition.Normalisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings an indicator's value to a share of the full score: 0…1, to the cap where one is set above
 * 1, anywhere where nothing holds it.
 *
 * @param reference the figures from which relative rules take their parameters; without one they
 *     give no share
 */
record NormaliseLeaf(Normalisation rule, Direction direction, Reference reference) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  NormaliseLeaf(Normalisation rule, Direction direction) {
    this(rule, direction, Reference.none());
  }

  /**
   * The share; empty where the rule has no figures to go by. For {@link Normalisation.Growth} the
   * value is the growth.
   */
  Optional<BigDecimal> apply(Quotient value) {
    if (rule instanceof Normalisation.Attain attain) {
      return Optional.of(attained(value, attain).max(BigDecimal.ZERO).min(attain.cap()));
    } else if (rule instanceof Normalisation.AllOrNothing limit) {
      return Optional.of(
          value.meets(limit.comparison(), limit.standard()) ? BigDecimal.ONE : BigDecimal.ZERO);
    } else if (rule instanceof Normalisation.Goalposts posts) {
      BigDecimal share = between(value.decimal(), posts.low(), posts.high());
      return Optional.of(posts.clip() == Normalisation.Clip.CLIPPED ? clipped(share) : share);
    } else if (rule instanceof Normalisation.Growth posts) {
      return Optional.of(clipped(between(value.decimal(), posts.low(), posts.high())));
    } else if (rule instanceof Normalisation.Bands bands) {
      return Optional.of(
          bands.steps().stream()
              .filter(step -> value.meets(step.comparison(), step.standard()))
              .map(Normalisation.Step::share)
              .findFirst()
              .orElse(BigDecimal.ZERO));
    } else if (rule instanceof Normalisation.ZScore z
        && z.from() instanceof Normalisation.Fixed by) {
      return Optional.of(z(value.decimal(), z, by.mean(), by.sd()));
    }
    return reference.isEmpty() ? Optional.empty() : Optional.of(relative(value.decimal()));
  }

  private BigDecimal relative(BigDecimal value) {
    if (rule instanceof Normalisation.MinMax) {
      return reference.sd().signum() == 0
          ? reached(value, reference.least())
          : clipped(between(value, reference.least(), reference.most()));
    } else if (rule instanceof Normalisation.ZScore z) {
      return z(value, z, reference.mean(), reference.sd());
    } else if (rule instanceof Normalisation.Distance distance) {
      return toTarget(value, distance).max(BigDecimal.ZERO).min(distance.cap());
    } else if (rule instanceof Normalisation.Ranked ranked) {
      return byPlace(value, ranked.method());
    }
    throw new IllegalStateException("no way to normalise by %s".formatted(rule));
  }

  /** The value that takes the full share; empty where there is none of its own. */
  Optional<BigDecimal> standard() {
    if (rule instanceof Normalisation.Attain attain) {
      return Optional.of(attain.target());
    } else if (rule instanceof Normalisation.AllOrNothing limit) {
      return Optional.of(limit.standard());
    } else if (rule instanceof Normalisation.Goalposts posts) {
      return Optional.of(turns(posts.low(), posts.high()) ? posts.low() : posts.high());
    } else if (rule instanceof Normalisation.Bands bands) {
      return Optional.of(bands.steps().get(0).standard());
    } else if (rule instanceof Normalisation.Distance distance) {
      return Optional.of(distance.target());
    } else if (rule instanceof Normalisation.MinMax || rule instanceof Normalisation.Ranked) {
      Function<Reference, BigDecimal> first = isDown() ? Reference::least : Reference::most;
      return Optional.of(reference).filter(figures -> !figures.isEmpty()).map(first);
    } else if (rule instanceof Normalisation.ZScore || rule instanceof Normalisation.Growth) {
      return Optional.empty();
    }
    throw new IllegalStateException("no standard in %s".formatted(rule));
  }

  /** True where a step hangs on the digits that are not shown. */
  boolean isDecidedByRounding(Quotient value, int decimals) {
    boolean isStep =
        rule instanceof Normalisation.AllOrNothing || rule instanceof Normalisation.Bands;
    return isStep
        && apply(value)
                .orElseThrow()
                .compareTo(
                    apply(new Quotient(value.rounded(decimals), BigDecimal.ONE)).orElseThrow())
            != 0;
  }

  /** What is missing to the full share, in the unit of the value; 0 where it is reached. */
  Optional<BigDecimal> gap(Quotient value) {
    boolean isFull = apply(value).filter(share -> share.compareTo(BigDecimal.ONE) >= 0).isPresent();
    return standard()
        .map(
            standard -> isFull ? BigDecimal.ZERO : standard.subtract(value.decimal(), EXACT).abs());
  }

  /** The least share that any value can have; empty where there is none. */
  Optional<BigDecimal> worst() {
    if (rule instanceof Normalisation.Goalposts posts && posts.clip() == Normalisation.Clip.OPEN) {
      return Optional.empty();
    } else if (rule instanceof Normalisation.ZScore z) {
      return z.limit().map(limit -> z.centre().subtract(z.spread().multiply(limit)));
    } else if (rule instanceof Normalisation.Bands bands) {
      return Optional.of(
          bands.steps().stream()
              .map(Normalisation.Step::share)
              .reduce(BigDecimal.ZERO, BigDecimal::min));
    }
    return Optional.of(BigDecimal.ZERO);
  }

  /** The greatest share that any value can have; empty where there is none. */
  Optional<BigDecimal> best() {
    if (rule instanceof Normalisation.Attain attain) {
      return Optional.of(attain.cap());
    } else if (rule instanceof Normalisation.Distance distance) {
      return Optional.of(distance.cap());
    } else if (rule instanceof Normalisation.Goalposts posts
        && posts.clip() == Normalisation.Clip.OPEN) {
      return Optional.empty();
    } else if (rule instanceof Normalisation.ZScore z) {
      return z.limit().map(limit -> z.centre().add(z.spread().multiply(limit)));
    } else if (rule instanceof Normalisation.Bands bands) {
      return Optional.of(
          bands.steps().stream()
              .map(Normalisation.Step::share)
              .reduce(BigDecimal.ZERO, BigDecimal::max));
    }
    return Optional.of(BigDecimal.ONE);
  }

  /**
   * Dividing by nothing: a target of 0 is reached from 0 up, and nothing is as little as can be
   * where less is better.
   */
  private BigDecimal attained(Quotient value, Normalisation.Attain attain) {
    BigDecimal x = value.decimal();
    if (isDown()) {
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
  private BigDecimal between(BigDecimal value, BigDecimal low, BigDecimal high) {
    BigDecimal share = value.subtract(low).divide(high.subtract(low), EXACT);
    return turns(low, high) ? BigDecimal.ONE.subtract(share) : share;
  }

  private boolean turns(BigDecimal low, BigDecimal high) {
    return isDown() && low.compareTo(high) < 0;
  }

  private BigDecimal z(
      BigDecimal value, Normalisation.ZScore rule, BigDecimal mean, BigDecimal sd) {
    if (sd.signum() == 0) {
      return rule.centre();
    }
    BigDecimal z = value.subtract(mean).divide(sd, EXACT);
    BigDecimal held = rule.limit().map(limit -> z.max(limit.negate()).min(limit)).orElse(z);
    return rule.centre().add(rule.spread().multiply(isDown() ? held.negate() : held));
  }

  /** A worst unit that already reaches the target leaves no distance: all that reach it have 1. */
  private BigDecimal toTarget(BigDecimal value, Normalisation.Distance distance) {
    BigDecimal worst = isDown() ? reference.most() : reference.least();
    boolean isReached = reached(worst, distance.target()).signum() > 0;
    return isReached ? reached(value, distance.target()) : between(value, worst, distance.target());
  }

  private BigDecimal reached(BigDecimal value, BigDecimal goal) {
    int order = isDown() ? goal.compareTo(value) : value.compareTo(goal);
    return order >= 0 ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private BigDecimal byPlace(BigDecimal value, Normalisation.Method method) {
    long worse = isDown() ? reference.above(value) : reference.below(value);
    long better = isDown() ? reference.below(value) : reference.above(value);
    int n = reference.size();
    if (method == Normalisation.Method.PLACE) {
      return BigDecimal.valueOf(n - better).divide(BigDecimal.valueOf(n), EXACT);
    }
    if (n == 1) {
      return BigDecimal.ONE;
    }
    long level = method == Normalisation.Method.BORDA ? n - worse - better - 1 : 0;
    return BigDecimal.valueOf(2 * worse + level).divide(BigDecimal.valueOf(2L * (n - 1)), EXACT);
  }

  private boolean isDown() {
    return direction == Direction.DOWN;
  }

  private static BigDecimal clipped(BigDecimal share) {
    return share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
  }
}

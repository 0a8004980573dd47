package io.junheng.assessment;

import io.junheng.assessment.FollowedTarget.Standing;
import io.junheng.assessment.Target.Start;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Direction;
import io.junheng.definition.Indicator;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds targets beside the figures of a period: what is left, and whether the pace is enough.
 *
 * <p>Time is counted in months between reference dates, and the way to go is a straight line.
 */
public record FollowTargets(Catalogue catalogue) {
  private static final MathContext DIGITS = MathContext.DECIMAL64;
  private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

  /** One row for each target of a known indicator, in the order of the keys. */
  public List<FollowedTarget> apply(Panels panels, Collection<Target> targets) {
    return targets.stream()
        .filter(target -> find(target.indicator()).isPresent())
        .sorted(
            Comparator.comparing(Target::county)
                .thenComparing(Target::indicator)
                .thenComparing(Target::stage)
                .thenComparing(Target::by))
        .map(target -> follow(panels, target))
        .toList();
  }

  /** Indicators that targets name and nobody defines, in order. */
  public List<String> unknown(Collection<Target> targets) {
    return targets.stream()
        .map(Target::indicator)
        .filter(id -> find(id).isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private FollowedTarget follow(Panels panels, Target target) {
    Period now = panels.now().period();
    Optional<IndicatorValue> figure =
        panels.now().findValue(target.county(), target.stage(), target.indicator());
    Optional<Start> start = target.start().or(() -> yearBefore(panels, target));
    Optional<BigDecimal> value = figure.flatMap(IndicatorValue::value);
    Optional<Way> way =
        value.flatMap(v -> start.map(s -> new Way(s, v, target.value(), now, target.by())));
    Direction direction = find(target.indicator()).orElseThrow().direction();
    boolean isReached = figure.filter(f -> reaches(f, target, direction)).isPresent();
    return new FollowedTarget(
        target,
        value,
        figure.map(IndicatorValue::status).orElse(ObsStatus.X),
        start,
        value.map(v -> gap(v, target.value(), direction)),
        way.filter(any -> gap(any.start().value(), target.value(), direction).signum() > 0)
            .flatMap(Way::doneShare),
        way.flatMap(Way::timeShare),
        way.flatMap(Way::expected),
        way.flatMap(Way::pace),
        way.filter(any -> !isReached).flatMap(Way::neededPace),
        way.flatMap(Way::projected),
        isReached ? Standing.REACHED : standing(value, way, direction, now, target.by()));
  }

  private static Optional<Start> yearBefore(Panels panels, Target target) {
    Period before = panels.now().period().previous();
    return panels
        .find(before)
        .flatMap(panel -> panel.findValue(target.county(), target.stage(), target.indicator()))
        .flatMap(IndicatorValue::value)
        .map(value -> new Start(before, value));
  }

  private Optional<Indicator> find(String id) {
    return catalogue.indicators().stream().filter(known -> known.id().equals(id)).findFirst();
  }

  private boolean reaches(IndicatorValue figure, Target target, Direction direction) {
    Comparison comparison = direction == Direction.DOWN ? Comparison.AT_MOST : Comparison.AT_LEAST;
    return direction != Direction.NONE
        && find(target.indicator())
            .flatMap(indicator -> Quotient.of(figure, indicator))
            .filter(value -> value.meets(comparison, target.value()))
            .isPresent();
  }

  private static BigDecimal gap(BigDecimal value, BigDecimal target, Direction direction) {
    BigDecimal left = target.subtract(value);
    return switch (direction) {
      case UP -> left.max(BigDecimal.ZERO);
      case DOWN -> left.negate().max(BigDecimal.ZERO);
      case NONE -> left.abs();
    };
  }

  private static Standing standing(
      Optional<BigDecimal> value, Optional<Way> way, Direction direction, Period now, Period by) {
    if (value.isEmpty() || direction == Direction.NONE) {
      return Standing.UNKNOWN;
    }
    if (months(now, by) <= 0) {
      return Standing.MISSED;
    }
    return way.flatMap(Way::expected)
        .map(
            expected -> {
              int side = value.get().compareTo(expected);
              boolean isFarEnough = direction == Direction.UP ? side >= 0 : side <= 0;
              return isFarEnough ? Standing.ON_TRACK : Standing.BEHIND;
            })
        .orElse(Standing.UNKNOWN);
  }

  private static long months(Period from, Period to) {
    return ChronoUnit.MONTHS.between(
        YearMonth.from(from.referenceDate()), YearMonth.from(to.referenceDate()));
  }

  /** From a start by way of the present figure to the target. */
  private record Way(Start start, BigDecimal value, BigDecimal target, Period now, Period by) {
    private BigDecimal made() {
      return value.subtract(start.value());
    }

    Optional<BigDecimal> doneShare() {
      return quotient(made(), target.subtract(start.value()));
    }

    Optional<BigDecimal> timeShare() {
      long whole = months(start.period(), by);
      return whole <= 0
          ? Optional.empty()
          : quotient(BigDecimal.valueOf(months(start.period(), now)), BigDecimal.valueOf(whole))
              .map(share -> share.max(BigDecimal.ZERO).min(BigDecimal.ONE));
    }

    Optional<BigDecimal> expected() {
      return timeShare()
          .map(share -> start.value().add(target.subtract(start.value()).multiply(share, DIGITS)));
    }

    Optional<BigDecimal> pace() {
      return inAYear(made(), months(start.period(), now));
    }

    Optional<BigDecimal> neededPace() {
      return inAYear(target.subtract(value), months(now, by));
    }

    Optional<BigDecimal> projected() {
      BigDecimal years = BigDecimal.valueOf(Math.max(0, months(now, by)));
      return pace()
          .map(pace -> value.add(pace.multiply(years, DIGITS).divide(MONTHS_OF_A_YEAR, DIGITS)));
    }

    private static Optional<BigDecimal> inAYear(BigDecimal way, long months) {
      return months <= 0
          ? Optional.empty()
          : quotient(way.multiply(MONTHS_OF_A_YEAR), BigDecimal.valueOf(months));
    }

    private static Optional<BigDecimal> quotient(BigDecimal of, BigDecimal per) {
      return per.signum() == 0 ? Optional.empty() : Optional.of(of.divide(per, DIGITS));
    }
  }
}

package io.junheng.assessment;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Catalogue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Points beside the tree: bonus above 0, deduction below 0. */
record Adjust(List<Adjustment> adjustments, Catalogue catalogue, Panel panel) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  /**
   * Points of a county.
   *
   * @param low the least that they may be once what is missing arrives; empty where nothing bounds
   *     it
   */
  record Points(
      BigDecimal points,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      boolean isComplete,
      List<OfEvent> events) {
    Points {
      events = List.copyOf(events);
    }

    private Points and(Points other) {
      List<OfEvent> both = new ArrayList<>(events);
      both.addAll(other.events);
      return new Points(
          points.add(other.points),
          sum(low, other.low),
          sum(high, other.high),
          isComplete && other.isComplete,
          both);
    }
  }

  /**
   * Points of one event, before the cap of all events together.
   *
   * @param points empty where nobody told how often it happened
   */
  record OfEvent(Adjustment.Event event, Optional<BigDecimal> raw, Optional<BigDecimal> points) {}

  /** All points together; what nobody told counts as nothing, and stays open in the bounds. */
  Points apply(String county) {
    Optional<BigDecimal> nothing = Optional.of(BigDecimal.ZERO);
    return adjustments.stream()
        .map(adjustment -> points(adjustment, county))
        .reduce(new Points(BigDecimal.ZERO, nothing, nothing, true, List.of()), Points::and);
  }

  private Points points(Adjustment adjustment, String county) {
    List<OfEvent> events = adjustment.events().stream().map(event -> event(event, county)).toList();
    BigDecimal told =
        events.stream()
            .flatMap(event -> event.points().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> most =
        events.stream()
            .map(event -> event.points().or(() -> event.event().cap()))
            .reduce(Optional.of(BigDecimal.ZERO), Adjust::sum);
    boolean isComplete = events.stream().allMatch(event -> event.points().isPresent());
    BigDecimal points = held(told, adjustment.cap());
    Optional<BigDecimal> high = most.map(m -> held(m, adjustment.cap())).or(adjustment::cap);
    List<OfEvent> signed = adjustment.kind() == Adjustment.Kind.BONUS ? events : negated(events);
    return adjustment.kind() == Adjustment.Kind.BONUS
        ? new Points(points, Optional.of(points), high, isComplete, signed)
        : new Points(
            points.negate(),
            high.map(BigDecimal::negate),
            Optional.of(points.negate()),
            isComplete,
            signed);
  }

  private static List<OfEvent> negated(List<OfEvent> events) {
    return events.stream()
        .map(e -> new OfEvent(e.event(), e.raw(), e.points().map(BigDecimal::negate)))
        .toList();
  }

  private OfEvent event(Adjustment.Event event, String county) {
    Optional<BigDecimal> raw =
        panel
            .findValue(county, event.stage(), event.indicator())
            .flatMap(figure -> Quotient.of(figure, catalogue.indicator(event.indicator())))
            .map(Quotient::decimal);
    return new OfEvent(
        event,
        raw,
        raw.map(
            times ->
                held(times.max(BigDecimal.ZERO).multiply(event.points(), EXACT), event.cap())));
  }

  private static BigDecimal held(BigDecimal points, Optional<BigDecimal> cap) {
    return cap.map(points::min).orElse(points);
  }

  private static Optional<BigDecimal> sum(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.flatMap(a -> other.map(a::add));
  }
}

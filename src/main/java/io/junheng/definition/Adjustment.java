package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Points added to the score of a weighted framework, or taken off it.
 *
 * @param cap most points of all events together; empty: no cap
 */
public record Adjustment(Kind kind, Optional<BigDecimal> cap, List<Event> events) {
  public Adjustment {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(cap, "cap");
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a bonus or deduction needs an event");
    }
  }

  /** Which way points go. */
  public enum Kind {
    BONUS,
    DEDUCTION
  }

  /**
   * What brings points: the indicator's value × points; a value below 0 counts as none.
   *
   * @param points for each unit of the indicator
   * @param cap most points of this event; empty: no cap
   */
  public record Event(
      String id,
      Text title,
      ScoreNode.Source source,
      String indicator,
      String stage,
      BigDecimal points,
      Optional<BigDecimal> cap) {
    public Event {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(cap, "cap");
      if (points.signum() <= 0) {
        throw new IllegalArgumentException("event '%s': points are above 0".formatted(id));
      }
    }
  }
}

package io.junheng.lake;

import io.junheng.definition.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What only one run may be at: the deliveries of a dataset, period and county. What is not named
 * stands for all, so that a period as a whole, or the lake as a whole, are work too.
 */
public record LeasedWork(
    Optional<String> dataset, Optional<Period> period, Optional<String> county) {
  /** Everything in the lake. */
  public static final LeasedWork ALL =
      new LeasedWork(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String ANY = "*";
  private static final String PARTING = "/";

  public LeasedWork {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(county, "county");
  }

  /** All that belongs to a period: what a computation needs to stand still. */
  public static LeasedWork of(Period period) {
    return new LeasedWork(Optional.empty(), Optional.of(period), Optional.empty());
  }

  /** Whether two runs must not be at both at once. */
  public boolean meets(LeasedWork other) {
    return meet(dataset, other.dataset) && meet(period, other.period) && meet(county, other.county);
  }

  private static boolean meet(Optional<?> one, Optional<?> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  static LeasedWork parse(String text) {
    List<String> parts = List.of(text.split(PARTING, -1));
    return new LeasedWork(
        part(parts.get(0)), part(parts.get(1)).map(Period::parse), part(parts.get(2)));
  }

  private static Optional<String> part(String text) {
    return Optional.of(text).filter(part -> !part.equals(ANY));
  }

  /** {@code student/202310/330702}; a star stands for all. */
  @Override
  public String toString() {
    return String.join(
        PARTING, dataset.orElse(ANY), period.map(Period::toString).orElse(ANY), county.orElse(ANY));
  }
}

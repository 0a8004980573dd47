package io.junheng.assessment;

import io.junheng.definition.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The panel of the period that is assessed and those of other periods that rules look at: base
 * years, and the period before.
 */
public final class Panels {
  private final Panel now;
  private final Map<Period, Panel> others;

  /** Gathers panels of different periods. */
  public Panels(Panel now, Collection<Panel> others) {
    this.now = now;
    this.others =
        others.stream()
            .filter(panel -> !panel.period().equals(now.period()))
            .collect(Collectors.toMap(Panel::period, Function.identity()));
  }

  /** One period alone: whatever leans on another one is missing. */
  public static Panels only(Panel now) {
    return new Panels(now, List.of());
  }

  Panel now() {
    return now;
  }

  /** The panel that is assessed and the others. */
  List<Panel> all() {
    return Stream.concat(Stream.of(now), others.values().stream()).toList();
  }

  Optional<Panel> find(Period period) {
    return period.equals(now.period()) ? Optional.of(now) : Optional.ofNullable(others.get(period));
  }
}

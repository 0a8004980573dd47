package io.junheng.definition;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The days and spans that an indicator's figures are about, by the measures behind it.
 *
 * @param indicators finds an indicator by its id
 * @param measures finds the reference date of a measure by its id
 */
public record ReferenceDates(
    Function<String, Optional<Indicator>> indicators,
    Function<String, Optional<ReferenceDate>> measures) {

  /** By a catalogue that is complete. */
  public static ReferenceDates of(Catalogue catalogue) {
    return new ReferenceDates(
        id -> Optional.of(catalogue.indicator(id)), id -> catalogue.measure(id).referenceDate());
  }

  /** What stands above the line first; none where its measures do not say. */
  public Set<ReferenceDate> all(String indicator) {
    Set<ReferenceDate> dates = new LinkedHashSet<>();
    add(indicator, dates, new LinkedHashSet<>());
    return dates;
  }

  /** By which an indicator's period goes: that of what stands above the line. */
  public Optional<ReferenceDate> leading(String indicator) {
    return all(indicator).stream().findFirst();
  }

  private void add(String id, Set<ReferenceDate> dates, Set<String> seen) {
    if (!seen.add(id)) {
      return;
    }
    Optional<Formula> formula = indicators.apply(id).map(Indicator::formula);
    if (formula.isEmpty()) {
      return;
    }
    if (formula.get() instanceof Formula.Derived derived) {
      derived.value().names().stream().sorted().forEach(name -> add(name, dates, seen));
    } else if (formula.get() instanceof Formula.Dispersion dispersion) {
      add(dispersion.of(), dates, seen);
    } else {
      formula.get().measures().forEach(measure -> measures.apply(measure).ifPresent(dates::add));
    }
  }
}

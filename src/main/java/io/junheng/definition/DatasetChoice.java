package io.junheng.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes datasets out of a catalogue, with the measures of their rows and all that these lead to.
 * Where a form is taken out that decides about a measure, the records decide.
 */
record DatasetChoice(Catalogue catalogue, Set<String> chosen) {

  Catalogue apply() {
    Set<String> lost =
        catalogue.measureSets().stream()
            .filter(set -> !chosen.contains(set.contract()))
            .flatMap(set -> set.measures().stream())
            .map(Measure::id)
            .collect(Collectors.toSet());
    List<MeasureSet> measureSets =
        catalogue.measureSets().stream()
            .filter(set -> chosen.contains(set.contract()))
            .map(set -> undecidedBy(lost, set))
            .toList();
    List<Indicator> indicators = without(lost);
    requireAll(indicators);
    String mark = "-" + String.join("+", new TreeSet<>(chosen));
    return new Catalogue(
        catalogue.digest() + mark,
        catalogue.figuresDigest() + mark,
        catalogue.stages(),
        catalogue.areas(),
        catalogue.areaSets(),
        catalogue.codeLists(),
        catalogue.contracts().stream().filter(c -> chosen.contains(c.id())).toList(),
        measureSets,
        catalogue.scopes(),
        indicators,
        catalogue.frameworks(),
        catalogue.setChecks().stream().filter(this::isHeld).toList(),
        catalogue.calendar());
  }

  private static MeasureSet undecidedBy(Set<String> forms, MeasureSet set) {
    return new MeasureSet(
        set.contract(),
        set.per(),
        set.measures().stream()
            .map(m -> m.decidedBy().filter(forms::contains).isPresent() ? m.byRecords() : m)
            .toList());
  }

  /** Indicators that read none of the measures, not even through another indicator. */
  private List<Indicator> without(Set<String> measures) {
    Set<String> lost = new HashSet<>();
    int before;
    do {
      before = lost.size();
      for (Indicator indicator : catalogue.indicators()) {
        if (indicator.formula().measures().stream().anyMatch(measures::contains)
            || FrameworkChoice.parts(indicator.formula()).stream().anyMatch(lost::contains)) {
          lost.add(indicator.id());
        }
      }
    } while (lost.size() > before);
    return catalogue.indicators().stream().filter(i -> !lost.contains(i.id())).toList();
  }

  private void requireAll(List<Indicator> indicators) {
    Set<String> left = indicators.stream().map(Indicator::id).collect(Collectors.toSet());
    for (Framework framework : catalogue.frameworks()) {
      if (!left.containsAll(framework.indicators())) {
        throw new IllegalArgumentException(
            "framework '%s' cannot do with %s alone".formatted(framework.id(), chosen));
      }
    }
  }

  private boolean isHeld(SetCheck check) {
    return chosen.contains(check.contract())
        && check.figures().stream().map(SetCheck.Figure::contract).allMatch(chosen::contains);
  }
}

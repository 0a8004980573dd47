package io.junheng.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes some frameworks out of a catalogue, with the others' indicators that nothing else needs and
 * the reported measures that stand behind them. Indicators that no framework uses stay: they are
 * watched for themselves.
 */
record FrameworkChoice(Catalogue catalogue, Set<String> chosen) {

  Catalogue apply() {
    Set<String> kept = used(framework -> chosen.contains(framework.id()));
    Set<String> dropped = used(framework -> !chosen.contains(framework.id()));
    dropped.removeAll(kept);
    List<Indicator> indicators =
        catalogue.indicators().stream().filter(i -> !dropped.contains(i.id())).toList();
    Set<String> idle =
        measures(catalogue.indicators().stream().filter(i -> dropped.contains(i.id())));
    idle.removeAll(measures(indicators.stream()));
    return new Catalogue(
        catalogue.digest() + "-" + String.join("+", new TreeSet<>(chosen)),
        catalogue.figuresDigest() + "-" + String.join("+", new TreeSet<>(chosen)),
        catalogue.stages(),
        catalogue.areas(),
        catalogue.areaSets(),
        catalogue.codeLists(),
        catalogue.contracts(),
        catalogue.measureSets().stream().map(set -> without(set, idle)).toList(),
        catalogue.scopes(),
        indicators,
        catalogue.frameworks().stream().filter(f -> chosen.contains(f.id())).toList(),
        List.of(),
        catalogue.calendar());
  }

  /** Figures of schools stay: scopes and limits read them too. */
  private static MeasureSet without(MeasureSet set, Set<String> idle) {
    List<Measure> left = set.measures().stream().filter(m -> !idle.contains(m.id())).toList();
    return set.per() == MeasureSet.Grain.AREA_STAGE && !left.isEmpty()
        ? new MeasureSet(set.contract(), set.per(), left)
        : set;
  }

  private Set<String> used(Predicate<Framework> which) {
    Set<String> used = new HashSet<>();
    catalogue.frameworks().stream()
        .filter(which)
        .flatMap(framework -> framework.indicators().stream())
        .forEach(id -> addWithParts(id, used));
    return used;
  }

  private void addWithParts(String id, Set<String> used) {
    if (used.add(id)) {
      parts(catalogue.indicator(id).formula()).forEach(part -> addWithParts(part, used));
    }
  }

  /** Indicators that a formula reads. */
  static Set<String> parts(Formula formula) {
    if (formula instanceof Formula.Derived derived) {
      return derived.value().names();
    }
    return formula instanceof Formula.Dispersion dispersion ? Set.of(dispersion.of()) : Set.of();
  }

  private static Set<String> measures(Stream<Indicator> indicators) {
    return indicators
        .flatMap(indicator -> indicator.formula().measures().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }
}

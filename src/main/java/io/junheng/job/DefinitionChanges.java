package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.Measure;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which indicators and frameworks mean something else in another {@code conf/}. */
record DefinitionChanges(Catalogue before, Catalogue after) {
  /** Indicators that are defined otherwise, or made of something that is. */
  Set<String> indicators() {
    return Stream.of(before, after)
        .flatMap(catalogue -> catalogue.indicators().stream())
        .map(Indicator::id)
        .distinct()
        .filter(id -> !parts(before, id).equals(parts(after, id)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Frameworks that are defined otherwise, or judge by an indicator that is. */
  Set<String> frameworks() {
    Set<String> indicators = indicators();
    Map<String, Framework> earlier = byId(before);
    Map<String, Framework> later = byId(after);
    return Stream.concat(earlier.keySet().stream(), later.keySet().stream())
        .distinct()
        .filter(
            id ->
                !Objects.equals(earlier.get(id), later.get(id))
                    || later.get(id).indicators().stream().anyMatch(indicators::contains))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Datasets that each indicator leans on; those that read any figure of a school are left out. */
  static Map<String, Set<String>> sources(Catalogue catalogue) {
    return catalogue.indicators().stream()
        .map(Indicator::id)
        .filter(
            id -> parts(catalogue, id).stream().noneMatch(Formula.ShareOfSchools.class::isInstance))
        .collect(Collectors.toMap(Function.identity(), id -> datasets(catalogue, id)));
  }

  /**
   * Pupils of every school are counted, and split mixed schools; every school has its attributes.
   */
  private static Set<String> datasets(Catalogue catalogue, String indicator) {
    Set<String> datasets = new TreeSet<>();
    Set<Object> parts = parts(catalogue, indicator);
    addMeasures(catalogue, List.of(Measure.PUPILS), parts);
    measures(parts).forEach(m -> datasets.add(catalogue.setOf(m.id()).contract()));
    catalogue.schoolContract().ifPresent(contract -> datasets.add(contract.id()));
    return datasets;
  }

  private static Stream<Measure> measures(Set<Object> parts) {
    return parts.stream().filter(Measure.class::isInstance).map(Measure.class::cast);
  }

  /**
   * All definitions that an indicator is made of, itself among them; none where it is not there.
   */
  private static Set<Object> parts(Catalogue catalogue, String indicator) {
    Set<Object> parts = new HashSet<>();
    addParts(catalogue, indicator, parts);
    return parts;
  }

  private static void addParts(Catalogue catalogue, String id, Set<Object> parts) {
    Optional<Indicator> found =
        catalogue.indicators().stream().filter(indicator -> indicator.id().equals(id)).findFirst();
    if (found.isEmpty() || !parts.add(meaning(found.get()))) {
      return;
    }
    Formula formula = found.get().formula();
    parts.add(formula);
    addMeasures(catalogue, formula.measures(), parts);
    if (formula instanceof Formula.Derived derived) {
      derived.value().names().forEach(part -> addParts(catalogue, part, parts));
    } else if (formula instanceof Formula.Dispersion dispersion) {
      addParts(catalogue, dispersion.of(), parts);
      addMeasures(catalogue, List.of(dispersion.weight()), parts);
      parts.add(catalogue.scope(dispersion.among()));
    } else if (formula instanceof Formula.Ratio ratio) {
      ratio.among().map(catalogue::scope).ifPresent(parts::add);
    } else if (formula instanceof Formula.ShareOfSchools share) {
      share.among().map(catalogue::scope).ifPresent(parts::add);
    }
  }

  /** What of an indicator changes its figures: not its title, note or examples. */
  private static List<Object> meaning(Indicator indicator) {
    return List.of(indicator.id(), indicator.stages(), indicator.rollup(), indicator.unitBasis());
  }

  private static void addMeasures(
      Catalogue catalogue, Collection<String> measures, Set<Object> parts) {
    Map<String, Measure> known = catalogue.measures();
    for (String id : measures) {
      Optional.ofNullable(known.get(id))
          .ifPresent(
              measure -> {
                parts.add(measure);
                parts.add(catalogue.contract(catalogue.setOf(id).contract()));
                measure.decidedBy().ifPresent(form -> addMeasures(catalogue, List.of(form), parts));
              });
    }
  }

  private static Map<String, Framework> byId(Catalogue catalogue) {
    return catalogue.frameworks().stream()
        .collect(Collectors.toMap(Framework::id, Function.identity()));
  }
}

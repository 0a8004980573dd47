package io.junheng.indicator;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.MeasureSet.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the steps of this package need to know of indicators' formulas. */
final class Formulas {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Catalogue catalogue;

  Formulas(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The measure above the line; empty for a formula that has none. */
  Optional<String> numerator(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return Optional.of(ratio.of());
    }
    if (formula instanceof Formula.Survey survey) {
      return Optional.of(survey.of());
    }
    if (formula instanceof Formula.MeasureValue value) {
      return Optional.of(value.of());
    }
    return Optional.empty();
  }

  /** The measure below the line; empty for a formula that has none. */
  Optional<String> denominator(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return Optional.of(ratio.per());
    }
    if (formula instanceof Formula.Survey survey) {
      return Optional.of(survey.weight());
    }
    return Optional.empty();
  }

  /** The panel's column of what a school brings above the line. */
  String above(Indicator indicator) {
    boolean isPart = indicator.formula() instanceof Formula.Ratio r && r.ofAmong().isPresent();
    return isPart
        ? PanelColumns.part(indicator.id())
        : side(indicator, numerator(indicator).orElseThrow());
  }

  /** The panel's column of what a school brings below the line. */
  String below(Indicator indicator) {
    return side(indicator, denominator(indicator).orElseThrow());
  }

  private String side(Indicator indicator, String measure) {
    return indicator.formula() instanceof Formula.Ratio ratio && catalogue.isOfOneSource(ratio)
        ? PanelColumns.side(indicator.id(), measure)
        : PanelColumns.figure(measure);
  }

  /** The scope of schools whose figures count for areas. */
  Optional<String> among(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return ratio.among();
    }
    if (formula instanceof Formula.ShareOfSchools share) {
      return share.among();
    }
    return Optional.empty();
  }

  /** What the quotient is multiplied by. */
  BigDecimal times(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return ratio.times();
    }
    boolean percent =
        formula instanceof Formula.ShareOfSchools
            || formula instanceof Formula.Survey
            || formula instanceof Formula.Growth;
    return percent ? HUNDRED : BigDecimal.ONE;
  }

  boolean countsSchools(String measure) {
    return catalogue.setOf(measure).per() == Grain.SCHOOL_STAGE;
  }

  /** Whether areas take the largest part instead of the sum. */
  boolean takesLargest(String measure) {
    Aggregate aggregate = catalogue.measure(measure).aggregate();
    return aggregate instanceof Aggregate.Max || aggregate instanceof Aggregate.MaxOfGroups;
  }

  /** Indicators that have a value at a school, inputs before what is derived from them. */
  List<Indicator> ofSchools() {
    return inOrder(this::hasSchoolValue);
  }

  /** All derived indicators, inputs before what is derived from them. */
  List<Indicator> derived() {
    return inOrder(indicator -> indicator.formula() instanceof Formula.Derived);
  }

  /**
   * Indicators layer by layer: what one is derived from stands in an earlier layer. Spark resolves
   * the expressions of a layer at once.
   *
   * @param ordered inputs before what is derived from them
   */
  List<List<Indicator>> layers(List<Indicator> ordered) {
    Map<String, Integer> depths = new HashMap<>();
    SortedMap<Integer, List<Indicator>> layers = new TreeMap<>();
    for (Indicator indicator : ordered) {
      int depth = 0;
      if (indicator.formula() instanceof Formula.Derived derived) {
        for (String name : derived.value().names()) {
          depth = Math.max(depth, depths.getOrDefault(name, 0) + 1);
        }
      }
      depths.put(indicator.id(), depth);
      layers.computeIfAbsent(depth, any -> new ArrayList<>()).add(indicator);
    }
    return List.copyOf(layers.values());
  }

  boolean hasSchoolValue(Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return countsSchools(ratio.of()) && countsSchools(ratio.per());
    }
    if (formula instanceof Formula.MeasureValue value) {
      return countsSchools(value.of());
    }
    if (formula instanceof Formula.Derived derived) {
      return derived.value().names().stream()
          .allMatch(name -> hasSchoolValue(catalogue.indicator(name)));
    }
    return false;
  }

  private List<Indicator> inOrder(java.util.function.Predicate<Indicator> wanted) {
    Set<Indicator> ordered = new LinkedHashSet<>();
    catalogue.indicators().forEach(indicator -> visit(indicator, ordered));
    return new ArrayList<>(ordered.stream().filter(wanted).toList());
  }

  private void visit(Indicator indicator, Set<Indicator> ordered) {
    if (indicator.formula() instanceof Formula.Derived derived) {
      derived.value().names().stream()
          .sorted()
          .forEach(name -> visit(catalogue.indicator(name), ordered));
    }
    ordered.add(indicator);
  }
}

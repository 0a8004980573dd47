package io.junheng.measure;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.Stages;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of one school where a signed form decides over records (教育事业统计).
 *
 * <p>At each single stage for which the form states a figure, that figure takes the place of the
 * one counted from records, which stays beside it. The total changes by the same difference, so
 * rows that state no stage still count in it. A count of a school without records is 0 where its
 * county delivered records, so the form decides there too. Where the form says nothing the records
 * stand; where the county delivered no records the form does not stand in for them.
 */
final class DecideByForms implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The measure that is decided by that of the form. */
  private final LinkedHashMap<String, String> forms = new LinkedHashMap<>();

  /** Decided measures that are 0 where no row is. */
  private final HashSet<String> counts = new HashSet<>();

  private final HashSet<String> stages;

  DecideByForms(Catalogue catalogue) {
    for (Measure measure : catalogue.measures().values()) {
      measure
          .decidedBy()
          .ifPresent(
              form -> {
                forms.put(measure.id(), form);
                if (measure.aggregate() instanceof Aggregate.Count
                    || measure.aggregate() instanceof Aggregate.CountGroups) {
                  counts.add(measure.id());
                }
              });
    }
    stages = new HashSet<>(catalogue.stages().ids());
  }

  /**
   * The figures of single stages and of the total. Order of the input does not matter.
   *
   * @param delivered the measures of which some school of the county has a figure
   */
  List<Figure> apply(List<Figure> school, Set<String> delivered) {
    Map<String, Map<String, Figure>> figures = new LinkedHashMap<>();
    for (Figure figure : school) {
      figures
          .computeIfAbsent(figure.measure(), any -> new LinkedHashMap<>())
          .put(figure.stage(), figure);
    }
    for (Map.Entry<String, String> decided : forms.entrySet()) {
      String measure = decided.getKey();
      Map<String, Figure> stated = figures.get(decided.getValue());
      if (stated != null && delivered.contains(measure)) {
        figures.put(
            measure, decide(measure, stated.values(), figures.getOrDefault(measure, Map.of())));
      }
    }
    return figures.values().stream().flatMap(byStage -> byStage.values().stream()).toList();
  }

  private Map<String, Figure> decide(
      String measure, Collection<Figure> stated, Map<String, Figure> records) {
    Map<String, Figure> decided = new LinkedHashMap<>(records);
    BigDecimal recordedTotal = recorded(records, Stages.TOTAL).orElse(BigDecimal.ZERO);
    BigDecimal total = recordedTotal;
    for (Figure form : stated) {
      Optional<BigDecimal> counted = recorded(records, form.stage());
      if (stages.contains(form.stage()) && (counted.isPresent() || counts.contains(measure))) {
        BigDecimal recorded = counted.orElse(BigDecimal.ZERO);
        decided.put(form.stage(), decided(form.stage(), measure, form.value(), recorded));
        total = total.add(form.value()).subtract(recorded);
        decided.put(Stages.TOTAL, decided(Stages.TOTAL, measure, total, recordedTotal));
      }
    }
    return decided;
  }

  private static Optional<BigDecimal> recorded(Map<String, Figure> records, String stage) {
    return Optional.ofNullable(records.get(stage)).map(Figure::value);
  }

  private static Figure decided(
      String stage, String measure, BigDecimal value, BigDecimal recorded) {
    return new Figure(stage, measure, value, Optional.of(recorded));
  }
}

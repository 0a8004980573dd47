package io.junheng.measure;

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

/**
 * The figures of one school where a signed form decides over records (教育事业统计).
 *
 * <p>At each single stage for which the form states a figure, that figure takes the place of the
 * one counted from records, which stays beside it. The total changes by the same difference, so
 * rows that state no stage still count in it. Where the form says nothing the records stand; where
 * there are no records the form does not stand in for them.
 */
final class DecideByForms implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The measure that is decided by that of the form. */
  private final LinkedHashMap<String, String> forms = new LinkedHashMap<>();

  private final HashSet<String> stages;

  DecideByForms(Catalogue catalogue) {
    for (Measure measure : catalogue.measures().values()) {
      measure.decidedBy().ifPresent(form -> forms.put(measure.id(), form));
    }
    stages = new HashSet<>(catalogue.stages().ids());
  }

  /** The figures of single stages and of the total. Order of the input does not matter. */
  List<Figure> apply(List<Figure> school) {
    Map<String, Map<String, Figure>> figures = new LinkedHashMap<>();
    for (Figure figure : school) {
      figures
          .computeIfAbsent(figure.measure(), any -> new LinkedHashMap<>())
          .put(figure.stage(), figure);
    }
    for (Map.Entry<String, String> decided : forms.entrySet()) {
      String measure = decided.getKey();
      Map<String, Figure> stated = figures.get(decided.getValue());
      if (stated != null && figures.containsKey(measure)) {
        figures.put(measure, decide(measure, stated.values(), figures.get(measure)));
      }
    }
    return figures.values().stream().flatMap(byStage -> byStage.values().stream()).toList();
  }

  private Map<String, Figure> decide(
      String measure, Collection<Figure> stated, Map<String, Figure> records) {
    Map<String, Figure> decided = new LinkedHashMap<>(records);
    BigDecimal recordedTotal =
        Optional.ofNullable(records.get(Stages.TOTAL)).map(Figure::value).orElse(BigDecimal.ZERO);
    BigDecimal total = recordedTotal;
    for (Figure form : stated) {
      Figure counted = records.get(form.stage());
      if (counted != null && stages.contains(form.stage())) {
        BigDecimal recorded = counted.value();
        decided.put(form.stage(), decided(form.stage(), measure, form.value(), recorded));
        total = total.add(form.value()).subtract(recorded);
        decided.put(Stages.TOTAL, decided(Stages.TOTAL, measure, total, recordedTotal));
      }
    }
    return decided;
  }

  private static Figure decided(
      String stage, String measure, BigDecimal value, BigDecimal recorded) {
    return new Figure(stage, measure, value, Optional.of(recorded));
  }
}

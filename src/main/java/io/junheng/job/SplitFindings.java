package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Stage;
import io.junheng.definition.Text;
import io.junheng.measure.MeasuredCounty;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells of mixed schools that have pupils in a stage without a weight: the stage is left out when
 * the school's resources are split. One finding for each county and period, by the dataset that
 * counts pupils.
 */
final class SplitFindings implements Serializable {
  private static final long serialVersionUID = 1L;

  static final String RULE = "stage_without_split_weight";

  private final HashSet<String> stages;
  private final HashSet<String> weighted = new HashSet<>();
  private final boolean isSplit;
  private final String dataset;

  SplitFindings(Catalogue catalogue) {
    stages = new HashSet<>(catalogue.stages().ids());
    for (Stage stage : catalogue.stages().stages()) {
      if (stage.splitWeight().isPresent()) {
        weighted.add(stage.id());
      }
    }
    isSplit =
        catalogue.measures().values().stream()
            .anyMatch(measure -> measure.split() == Measure.Split.BY_WEIGHTED_PUPILS);
    dataset =
        catalogue.measureSets().stream()
            .filter(set -> set.measures().stream().anyMatch(m -> m.id().equals(Measure.PUPILS)))
            .map(MeasureSet::contract)
            .findFirst()
            .orElse("");
  }

  /** What is to be told of a county; empty: nothing. */
  Optional<ComputedFindings.Found> of(MeasuredCounty county) {
    TreeMap<String, Set<String>> attended = new TreeMap<>();
    for (MeasuredCounty.Of figure : county.ofSchools()) {
      if (figure.measure().equals(Measure.PUPILS)
          && stages.contains(figure.stage())
          && figure.value().signum() > 0) {
        attended.computeIfAbsent(figure.school(), any -> new TreeSet<>()).add(figure.stage());
      }
    }
    attended.values().removeIf(ofSchool -> ofSchool.size() < 2);
    List<String> failed =
        attended.entrySet().stream()
            .filter(school -> !weighted.containsAll(school.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return isSplit && !failed.isEmpty()
        ? Optional.of(found(county, attended.size(), failed))
        : Optional.empty();
  }

  private ComputedFindings.Found found(MeasuredCounty county, int checked, List<String> failed) {
    return new ComputedFindings.Found(
        county.period(),
        county.code(),
        dataset,
        checked,
        failed.size(),
        ComputedFindings.examples(failed),
        new Text(
            "%d 所学校有学生在无折算权重的学段,该学段不参与资源拆分".formatted(failed.size()),
            "%d schools have pupils in a stage without a split weight; it takes no part in the split of their resources"
                .formatted(failed.size())));
  }
}

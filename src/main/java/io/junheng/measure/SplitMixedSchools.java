package io.junheng.measure;

import static io.junheng.measure.FigureColumns.SCALE;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.Measure.Split;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Stage;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures of one school brought to its stages.
 *
 * <p>A figure whose source knows no stage (floor area, equipment) stays whole at the total. A
 * school with pupils in a single stage has it there too. In a mixed school a figure that is split
 * goes to each stage by pupils × weight (国教督办函〔2019〕30号: primary 1, junior 1.1, senior 1.32); one
 * that is not split stays whole, and stands at a group of stages only if the group covers all of
 * the school's. A stage without a weight takes no part.
 */
final class SplitMixedSchools implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, BigDecimal> weights = new LinkedHashMap<>();
  private final LinkedHashMap<String, Set<String>> groups = new LinkedHashMap<>();
  private final HashSet<String> withoutStage = new HashSet<>();
  private final HashSet<String> split = new HashSet<>();
  private final HashMap<String, Combination> combinations = new HashMap<>();

  SplitMixedSchools(Catalogue catalogue) {
    for (Stage stage : catalogue.stages().stages()) {
      stage.splitWeight().ifPresent(weight -> weights.put(stage.id(), weight));
    }
    for (StageGroup group : catalogue.stages().groups()) {
      groups.put(group.id(), new HashSet<>(group.members()));
    }
    for (MeasureSet set : catalogue.measureSets()) {
      boolean staged = catalogue.contract(set.contract()).column(FigureColumns.STAGE).isPresent();
      for (Measure measure : set.measures()) {
        combinations.put(measure.id(), Combination.of(measure.aggregate()));
        if (set.per() == Grain.SCHOOL_STAGE && !staged) {
          withoutStage.add(measure.id());
        }
        if (measure.split() == Split.BY_WEIGHTED_PUPILS) {
          split.add(measure.id());
        }
      }
    }
  }

  /**
   * All figures of the school, by stage and measure, groups included. Order of the input does not
   * matter.
   */
  List<Figure> apply(List<Figure> school) {
    Map<String, BigDecimal> pupils = pupilsByStage(school);
    Result result = new Result();
    for (Figure figure : school) {
      if (!withoutStage.contains(figure.measure())) {
        result.add(figure);
      } else {
        bringToStages(figure, pupils, result);
      }
    }
    return result.figures();
  }

  private void bringToStages(Figure whole, Map<String, BigDecimal> pupils, Result result) {
    result.add(whole);
    if (pupils.size() == 1) {
      result.add(whole.at(pupils.keySet().iterator().next()));
    } else if (split.contains(whole.measure())) {
      share(whole, pupils).forEach(result::add);
    } else if (!pupils.isEmpty()) {
      groups.forEach(
          (group, members) -> {
            if (members.containsAll(pupils.keySet())) {
              result.put(whole.at(group));
            }
          });
    }
  }

  private List<Figure> share(Figure whole, Map<String, BigDecimal> pupils) {
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> stage : pupils.entrySet()) {
      BigDecimal weight = weights.get(stage.getKey());
      if (weight != null) {
        BigDecimal part = stage.getValue().multiply(weight);
        parts.put(stage.getKey(), part);
        sum = sum.add(part);
      }
    }
    List<Figure> shares = new ArrayList<>();
    for (Map.Entry<String, BigDecimal> part : parts.entrySet()) {
      BigDecimal value =
          whole.value().multiply(part.getValue()).divide(sum, SCALE, RoundingMode.HALF_UP);
      shares.add(new Figure(part.getKey(), whole.measure(), value));
    }
    return shares;
  }

  /** Stages with pupils, in the order of their ids. */
  private static Map<String, BigDecimal> pupilsByStage(List<Figure> school) {
    Map<String, BigDecimal> pupils = new TreeMap<>();
    for (Figure figure : school) {
      if (figure.measure().equals(Measure.PUPILS)
          && !figure.stage().equals(Stages.TOTAL)
          && figure.value().signum() > 0) {
        pupils.put(figure.stage(), figure.value());
      }
    }
    return pupils;
  }

  /** Gathers figures and, from single stages, those of the groups. */
  private final class Result {
    private final Map<List<String>, Figure> values = new LinkedHashMap<>();

    void add(Figure figure) {
      put(figure);
      groups.forEach(
          (group, members) -> {
            if (members.contains(figure.stage())) {
              values.merge(
                  List.of(group, figure.measure()),
                  figure.at(group),
                  (sum, next) -> sum.with(next, combinations.get(figure.measure())));
            }
          });
    }

    void put(Figure figure) {
      values.put(List.of(figure.stage(), figure.measure()), figure);
    }

    List<Figure> figures() {
      return List.copyOf(values.values());
    }
  }
}

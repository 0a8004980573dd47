package io.junheng.measure;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reported figures of one county with the groups and the total that nobody reported, worked out
 * from the single stages.
 */
final class CompleteStages implements Serializable {
  private static final long serialVersionUID = 1L;

  private final LinkedHashMap<String, Set<String>> members = new LinkedHashMap<>();
  private final HashMap<String, Combination> combinations = new HashMap<>();

  CompleteStages(Catalogue catalogue) {
    for (StageGroup group : catalogue.stages().groups()) {
      members.put(group.id(), Set.copyOf(group.members()));
    }
    members.put(Stages.TOTAL, Set.copyOf(catalogue.stages().ids()));
    for (Measure measure : catalogue.measures().values()) {
      combinations.put(measure.id(), Combination.of(measure.aggregate()));
    }
  }

  List<Figure> apply(List<Figure> reported) {
    Map<List<String>, BigDecimal> derived = new LinkedHashMap<>();
    for (Figure figure : reported) {
      members.forEach(
          (group, stages) -> {
            if (stages.contains(figure.stage())) {
              derived.merge(
                  List.of(group, figure.measure()),
                  figure.value(),
                  combinations.get(figure.measure())::apply);
            }
          });
    }
    reported.forEach(figure -> derived.remove(List.of(figure.stage(), figure.measure())));
    List<Figure> all = new ArrayList<>(reported);
    derived.forEach((key, value) -> all.add(new Figure(key.get(0), key.get(1), value)));
    return all;
  }
}

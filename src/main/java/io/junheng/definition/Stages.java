package io.junheng.definition;

import java.util.List;
import java.util.Optional;

/** The stages in order, and their groups. */
public record Stages(List<Stage> stages, List<StageGroup> groups) {
  /** The code of «all stages together». */
  public static final String TOTAL = "_T";

  public Stages {
    stages = List.copyOf(stages);
    groups = List.copyOf(groups);
  }

  /** The ids of the single stages, in order. */
  public List<String> ids() {
    return stages.stream().map(Stage::id).toList();
  }

  /** True for a stage, a group and the total. */
  public boolean knows(String id) {
    return id.equals(TOTAL)
        || ids().contains(id)
        || groups.stream().anyMatch(group -> group.id().equals(id));
  }

  /** The single stages that a stage, a group or the total stands for; empty for an unknown id. */
  public List<String> membersOf(String id) {
    if (id.equals(TOTAL)) {
      return ids();
    }
    return groups.stream()
        .filter(group -> group.id().equals(id))
        .findFirst()
        .map(StageGroup::members)
        .orElseGet(() -> ids().stream().filter(id::equals).toList());
  }

  /** The title of a stage, a group or the total. */
  public Text titleOf(String id) {
    if (id.equals(TOTAL)) {
      return new Text("合计", "Total");
    }
    Optional<Text> stage =
        stages.stream().filter(s -> s.id().equals(id)).map(Stage::title).findFirst();
    return stage
        .or(() -> groups.stream().filter(g -> g.id().equals(id)).map(StageGroup::title).findFirst())
        .orElseThrow(() -> new IllegalArgumentException("no stage '%s'".formatted(id)));
  }
}

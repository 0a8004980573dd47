package io.junheng.config;

import io.junheng.definition.Stage;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code stages.yaml}. */
final class StagesReader {
  private final Attempt attempt;
  private final Names names;
  private final Problems problems;

  StagesReader(Problems problems, Names names) {
    this.attempt = new Attempt(problems);
    this.names = names;
    this.problems = problems;
  }

  Stages read(List<Value> documents) {
    List<Stage> stages = new ArrayList<>();
    List<StageGroup> groups = new ArrayList<>();
    for (Value document : documents) {
      attempt.at(document, () -> stages.addAll(attempt.each(document.each("stages"), this::stage)));
      List<String> single = stages.stream().map(Stage::id).toList();
      attempt.at(
          document,
          () -> groups.addAll(attempt.each(document.each("groups"), g -> group(g, single))));
    }
    return new Stages(stages, groups);
  }

  private Stage stage(Value value) {
    return new Stage(
        value.require("id").text(),
        value.require("title").bilingual(),
        value.find("split_weight").map(Value::number));
  }

  private StageGroup group(Value value, List<String> single) {
    String id = value.require("id").text();
    List<String> members = attempt.some(value.each("members"), m -> member(m, id, single));
    return new StageGroup(id, value.require("title").bilingual(), members);
  }

  private String member(Value member, String group, List<String> single) {
    String id = names.resolve(Names.Kind.STAGE, member, group);
    if (!single.contains(id)) {
      problems.add(
          member.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of(
              "学段组“%s”只能由单个学段组成,不能含“%s”".formatted(group, id),
              "the group '%s' is made of single stages, not of '%s'".formatted(group, id)));
    }
    return id;
  }
}

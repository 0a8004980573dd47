package io.junheng.publication.site;

import io.junheng.definition.Framework;
import io.junheng.definition.ItemTest;
import io.junheng.definition.PassClass;
import io.junheng.definition.SchoolRule;
import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.List;

/** How a framework of standards comes to its verdict, in sentences. */
record RuleWords(Framework.Conjunctive framework) {
  List<Text> texts() {
    List<Text> rules = new ArrayList<>();
    int items = framework.items().size();
    rules.add(
        new Text(
            "共 %d 条，有一条未达到即为未达到；无未达到而有未知的为待定".formatted(items),
            "%d items: one that is not met decides; with none of these, an unknown one leaves the verdict open"
                .formatted(items)));
    framework.schoolRule().map(RuleWords::ofSchools).ifPresent(rules::add);
    framework.preconditions().forEach(test -> rules.add(named("前置条件", "Precondition", test)));
    framework.vetoes().forEach(test -> rules.add(named("一票否决", "Veto", test)));
    framework.classes().forEach(one -> rules.add(ofClass(one)));
    return rules;
  }

  private static Text ofSchools(SchoolRule rule) {
    String items = String.join(" ", rule.of());
    return new Text(
        "学校综合达标：%s 中至少 %d 项达标%s"
            .formatted(items, rule.metAtLeast(), rule.othersReachFloor() ? "，其余项达到底线" : ""),
        "A school passes with at least %d of %s%s"
            .formatted(
                rule.metAtLeast(),
                items,
                rule.othersReachFloor() ? ", if the others reach their floor" : ""));
  }

  private static Text named(String zh, String en, ItemTest.OfEvidence test) {
    return new Text(zh + "：" + test.title().zh(), en + ": " + test.title().en());
  }

  private static Text ofClass(PassClass one) {
    return new Text(
        "%s：至少 %d 条达到，部分达到不超过 %d 条"
            .formatted(one.title().zh(), one.metAtLeast(), one.partlyAtMost()),
        "%s: at least %d items met, at most %d met in part"
            .formatted(one.title().en(), one.metAtLeast(), one.partlyAtMost()));
  }
}

package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.release.Cause;
import io.junheng.release.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Differences between releases as text and as JSON. */
record DifferencePrint(Language language, int width) {
  /** How many of each kind are listed unless all are asked for. */
  static final int USUAL = 20;

  /** How many of each kind have which cause, then the differences themselves. */
  List<String> lines(List<Difference> differences, int most) {
    if (differences.isEmpty()) {
      return List.of(new Text("两次发布没有差异。", "The two releases do not differ.").in(language));
    }
    List<String> lines = new ArrayList<>(summary(differences));
    for (Difference.Kind kind : Difference.Kind.values()) {
      List<Difference> own = differences.stream().filter(one -> one.kind() == kind).toList();
      if (!own.isEmpty()) {
        lines.add("");
        lines.addAll(table(kind, own.subList(0, Math.min(most, own.size()))));
        if (own.size() > most) {
          lines.add(
              new Text("…… 另有 %d 项(--all)", "… and %d more (--all)")
                  .in(language)
                  .formatted(own.size() - most));
        }
      }
    }
    return lines;
  }

  private List<String> summary(List<Difference> differences) {
    List<String> heads = new ArrayList<>();
    List<TextTable.Side> sides = new ArrayList<>();
    heads.add(new Text("差异", "Differs").in(language));
    sides.add(TextTable.Side.LEFT);
    for (Cause cause : Cause.values()) {
      heads.add(cause.title().in(language));
      sides.add(TextTable.Side.RIGHT);
    }
    heads.add(new Text("合计", "All").in(language));
    sides.add(TextTable.Side.RIGHT);
    TextTable table = new TextTable(heads, sides);
    for (Difference.Kind kind : Difference.Kind.values()) {
      List<Difference> own = differences.stream().filter(one -> one.kind() == kind).toList();
      List<String> cells = new ArrayList<>(List.of(kind.title().in(language)));
      Arrays.stream(Cause.values())
          .map(cause -> own.stream().filter(one -> one.causes().contains(cause)).count())
          .forEach(count -> cells.add(Long.toString(count)));
      cells.add(Integer.toString(own.size()));
      table.add(cells);
    }
    return table.lines(width);
  }

  private List<String> table(Difference.Kind kind, List<Difference> differences) {
    TextTable table =
        new TextTable(
            language == Language.ZH
                ? List.of(kind.title().zh(), "周期", "地区", "学段", "原", "现", "原因")
                : List.of(kind.title().en(), "period", "area", "stage", "before", "after", "cause"),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT));
    for (Difference one : differences) {
      table.add(
          List.of(
              one.framework()
                  .filter(framework -> !framework.equals(one.thing()))
                  .map(framework -> framework + " " + one.thing())
                  .orElse(one.thing()),
              Integer.toString(one.period()),
              one.area(),
              one.stage().orElse(""),
              shown(one.before()),
              shown(one.after()),
              causes(one)));
    }
    return table.lines(width);
  }

  private static String shown(Optional<String> value) {
    return value.orElse("—");
  }

  private String causes(Difference one) {
    return one.causes().stream()
        .map(cause -> cause.title().in(language))
        .collect(Collectors.joining(" + "));
  }

  /** One difference as JSON. */
  Map<String, Object> json(Difference one) {
    return new Json()
        .with("kind", one.kind().code())
        .with("period", one.period())
        .with("area_code", one.area())
        .with("framework", one.framework())
        .with("thing", one.thing())
        .with("stage", one.stage())
        .with("before", one.before())
        .with("after", one.after())
        .with("causes", one.causes().stream().map(Cause::code).toList())
        .members();
  }
}

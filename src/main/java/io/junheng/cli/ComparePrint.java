package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.explain.Comparison;
import io.junheng.explain.Comparison.Cause;
import io.junheng.explain.Comparison.ItemChange;
import io.junheng.explain.Comparison.Move;
import io.junheng.explain.Comparison.OfCounty;
import io.junheng.explain.Comparison.OfFramework;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two periods beside each other: one table a framework, counties that moved farthest first. Numbers
 * are rounded for show.
 *
 * @param showsItems whether each county's items are listed below it
 */
record ComparePrint(Comparison comparison, boolean showsItems, Language language, int width) {
  private static final int SCORE_DECIMALS = 2;
  private static final int DIGITS = 6;
  private static final int NAME_WIDTH = 20;
  private static final Map<Cause, Text> CAUSES =
      Map.of(
          Cause.UNCHANGED, new Text("无变化", "unchanged"),
          Cause.OWN, new Text("本县数据", "own figures"),
          Cause.OTHERS, new Text("他县变动", "others moved"),
          Cause.UNITS, new Text("参排单位不同", "other units"),
          Cause.DEFINITION, new Text("办法或标准不同", "definition"),
          Cause.NOT_COMPARABLE, new Text("仅一期有结果", "in one period only"));

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    comparison.label().ifPresent(lines::add);
    comparison.frameworks().forEach(framework -> framework(framework, lines));
    lines.add("");
    lines.add(
        in(
            "本县/他县:名次变化中由本县数据、由其他县数据引起的部分;正数为上升。",
            "Own, others: how much of the move the county's own figures made, and how much the"
                + " others'; positive is up."));
    return lines.stream().map(line -> DisplayWidth.cut(line, width)).toList();
  }

  private String in(String zh, String en) {
    return new Text(zh, en).in(language);
  }

  private void framework(OfFramework framework, List<String> lines) {
    lines.add("");
    lines.add(
        "%s · %s → %s"
            .formatted(framework.title().in(language), comparison.before(), comparison.after()));
    if (framework.definitionChanged()) {
      lines.add(in("办法版本或标准有变,名次变化不作拆分", "edition or standards differ; moves are not split"));
    }
    counted(framework.joined(), in("新参排", "joined"), lines);
    counted(framework.left(), in("不再参排", "left"), lines);
    lines.addAll(table(framework).lines(width));
    if (showsItems) {
      framework.counties().forEach(county -> items(county, lines));
    }
  }

  private static void counted(List<String> codes, String word, List<String> lines) {
    if (!codes.isEmpty()) {
      lines.add("%s %d: %s".formatted(word, codes.size(), String.join(" ", codes)));
    }
  }

  private TextTable table(OfFramework framework) {
    TextTable table =
        new TextTable(
            List.of(
                in("名次", "Place"),
                in("变化", "Move"),
                in("本县", "Own"),
                in("他县", "Others"),
                in("县(市、区)", "County"),
                in("得分", "Score"),
                in("结果", "Verdict"),
                in("原因", "Cause"),
                in("新达到 / 不再达到", "Met now / lost")),
            List.of(
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT));
    framework.counties().forEach(county -> table.add(cells(county)));
    return table;
  }

  private List<String> cells(OfCounty county) {
    return List.of(
        pair(county.rankBefore().map(String::valueOf), county.rankAfter().map(String::valueOf)),
        county.move().map(move -> signed(move.places())).orElse(""),
        county.move().flatMap(Move::own).map(ComparePrint::signed).orElse(""),
        county.move().flatMap(Move::others).map(ComparePrint::signed).orElse(""),
        DisplayWidth.cut(county.name().in(language), NAME_WIDTH),
        pair(
            county.scoreBefore().map(ComparePrint::score),
            county.scoreAfter().map(ComparePrint::score)),
        pair(county.verdictBefore().map(this::word), county.verdictAfter().map(this::word)),
        CAUSES.get(county.cause()).in(language),
        items(county));
  }

  private String word(String verdict) {
    return LeaguePrint.verdict(verdict).in(language);
  }

  private static String items(OfCounty county) {
    String gained = county.gained().stream().map("+"::concat).collect(Collectors.joining(" "));
    String lost = county.lost().stream().map("−"::concat).collect(Collectors.joining(" "));
    return (gained + " " + lost).strip();
  }

  /** {@code 5 → 3}, or once where both are the same. */
  private static String pair(Optional<String> before, Optional<String> after) {
    if (before.equals(after)) {
      return after.orElse("");
    }
    return before.orElse("–") + " → " + after.orElse("–");
  }

  private void items(OfCounty county, List<String> lines) {
    lines.add("");
    for (ItemChange item : county.items()) {
      lines.add(
          "  %s %s  %s  %s%s"
              .formatted(
                  item.item(),
                  item.test().equals("_T") ? "" : item.test(),
                  pair(
                      item.gradeBefore().map(grade -> ExplainWords.of(grade).in(language)),
                      item.gradeAfter().map(grade -> ExplainWords.of(grade).in(language))),
                  pair(
                      item.valueBefore().map(ComparePrint::shown),
                      item.valueAfter().map(ComparePrint::shown)),
                  standard(item)));
    }
  }

  private String standard(ItemChange item) {
    String standard =
        pair(
            item.standardBefore().map(ComparePrint::shown),
            item.standardAfter().map(ComparePrint::shown));
    return standard.isEmpty() ? "" : "  " + in("标准 ", "standard ") + standard;
  }

  private static String signed(int places) {
    return places == 0 ? "=" : (places > 0 ? "+" : "−") + Math.abs(places);
  }

  private static String score(BigDecimal score) {
    return score.setScale(SCORE_DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  private static String shown(BigDecimal number) {
    BigDecimal rounded =
        number.round(new MathContext(DIGITS, RoundingMode.HALF_UP)).stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
  }
}

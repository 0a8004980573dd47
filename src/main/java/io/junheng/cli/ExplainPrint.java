package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.explain.Explanation;
import io.junheng.explain.Figure;
import io.junheng.explain.FrameworkTold;
import io.junheng.explain.ItemTold;
import io.junheng.explain.Question;
import io.junheng.explain.Sources;
import io.junheng.explain.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An explanation in plain text. Numbers are shown with the indicator's decimals beside what was
 * worked out; of long lists the first lines, with the number of the others.
 */
record ExplainPrint(Explanation told, Language language, int width) {
  private static final int MOST_SCHOOLS = 10;
  private static final int MOST_LINES = 40;
  private static final int MOST_FINDINGS = 8;
  private static final int DIGITS = 7;
  private static final int SHOWN_DIGEST = 12;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    heading(lines);
    told.framework().ifPresent(framework -> framework(framework, lines));
    told.item().ifPresent(item -> item(item, lines));
    told.figures().forEach(figure -> figure(figure, lines));
    sources(told.sources(), lines);
    return lines;
  }

  private String in(String zh, String en) {
    return new Text(zh, en).in(language);
  }

  private String word(String code) {
    return ExplainWords.of(code).in(language);
  }

  private String colon() {
    return in(":", ": ");
  }

  // ---- heading

  private void heading(List<String> lines) {
    String subject =
        told.item()
            .map(item -> item.id() + " " + item.title().in(language))
            .or(() -> told.framework().map(framework -> framework.title().in(language)))
            .or(() -> told.figures().stream().findFirst().map(f -> f.title().in(language)))
            .orElse("");
    Question question = told.question();
    lines.add(
        Stream.of(
                Optional.of(subject),
                told.school().map(name -> name.in(language) + " " + question.school().orElse("")),
                Optional.of(told.area().in(language) + " " + question.area()),
                Optional.of(
                    told.periodTitle().in(language)
                        + in("(", " (")
                        + question.period()
                        + in(")", ")")))
            .flatMap(Optional::stream)
            .reduce((first, next) -> first + " · " + next)
            .orElse(""));
    told.label().ifPresent(lines::add);
  }

  private String rule(Explanation.Rule rule) {
    return Stream.of(rule.document(), rule.clause(), Optional.of("[" + word(rule.origin()) + "]"))
        .flatMap(Optional::stream)
        .reduce((first, next) -> first + " " + next)
        .orElse("");
  }

  // ---- framework and item

  private void framework(FrameworkTold framework, List<String> lines) {
    lines.add("");
    lines.add(
        in("评价体系", "Framework")
            + colon()
            + framework.title().in(language)
            + " · "
            + framework.id()
            + " · "
            + rule(framework.rule()));
    framework.verdict().ifPresent(verdict -> lines.add("  " + verdict(verdict)));
    framework.score().ifPresent(score -> score(score, lines));
    framework
        .standing()
        .ifPresent(standing -> lines.add("  " + standing(standing, framework.isOfficialOrder())));
    if (!framework.lines().isEmpty()) {
      lines.add("");
      table(framework.lines(), lines);
    }
  }

  private String verdict(FrameworkTold.Verdict verdict) {
    List<String> parts = new ArrayList<>();
    parts.add(word(verdict.verdict()));
    parts.add(
        in(
            "%d 项中达到 %d、部分达到 %d、未达到 %d、未知 %d"
                .formatted(
                    verdict.of(),
                    verdict.met(),
                    verdict.partlyMet(),
                    verdict.notMet(),
                    verdict.unknown()),
            "of %d items %d met, %d partly, %d not met, %d unknown"
                .formatted(
                    verdict.of(),
                    verdict.met(),
                    verdict.partlyMet(),
                    verdict.notMet(),
                    verdict.unknown())));
    if (verdict.vetoHit().filter(hit -> hit).isPresent()) {
      parts.add(in("触发一票否决", "a veto applies"));
    }
    if (verdict.preconditionFailed().filter(failed -> failed).isPresent()) {
      parts.add(in("前置条件未满足", "a precondition failed"));
    }
    if (!verdict.blocking().isEmpty()) {
      parts.add(in("制约条目 ", "because of ") + String.join(" ", verdict.blocking()));
    }
    return String.join(" · ", parts);
  }

  private void score(FrameworkTold.Score score, List<String> lines) {
    List<String> parts = new ArrayList<>();
    parts.add(
        in("得分 ", "score ")
            + score.score().map(ExplainPrint::shown).orElse("–")
            + score.max().map(max -> " / " + shown(max)).orElse(""));
    if (!score.low().equals(score.high())) {
      parts.add(
          in("缺项落定后 ", "once all is known ")
              + score.low().map(ExplainPrint::shown).orElse("–")
              + " … "
              + score.high().map(ExplainPrint::shown).orElse("–"));
    }
    score.bonus().ifPresent(bonus -> parts.add(in("加减分 ", "bonus ") + shown(bonus)));
    score.gradeBand().ifPresent(band -> parts.add(in("等第 ", "grade ") + band));
    score
        .toNextBand()
        .ifPresent(lacks -> parts.add(in("距上一等第 ", "to the next grade ") + shown(lacks)));
    score.before().ifPresent(before -> parts.add(before(before)));
    lines.add("  " + String.join(" · ", parts));
  }

  private String before(Explanation.Before before) {
    return before
        .value()
        .map(
            value ->
                in("上期 %s ", "%s was ").formatted(before.period())
                    + shown(value)
                    + before
                        .change()
                        .map(change -> in(",变化 ", ", change ") + signed(change))
                        .orElse(", " + LeaguePrint.reason(before.status()).in(language)))
        .orElse(in("无上期值", "no value before"));
  }

  private String standing(Standing standing, boolean isOfficial) {
    List<String> parts = new ArrayList<>();
    parts.add(
        standing
            .rank()
            .map(
                rank -> in("名次 %d / %d", "place %d of %d").formatted(rank, standing.of().orElse(0)))
            .orElse(in("没有名次", "no place")));
    if (!standing.low().equals(standing.high())) {
      parts.add(
          in("可能 %d–%d", "may become %d–%d")
              .formatted(standing.low().orElse(0), standing.high().orElse(0)));
    }
    standing
        .previous()
        .ifPresent(previous -> parts.add(in("上期 %d", "%d the year before").formatted(previous)));
    standing
        .toNext()
        .filter(distance -> distance.signum() > 0)
        .ifPresent(distance -> parts.add(in("距前一名 ", "to the next place ") + shown(distance)));
    parts.add(standing.areaSetTitle().in(language));
    if (!isOfficial) {
      parts.add(in("工作排序,非官方名次", "working order, not an official ranking"));
    }
    return String.join(" · ", parts);
  }

  private void table(List<FrameworkTold.Line> items, List<String> lines) {
    TextTable table =
        new TextTable(
            List.of(
                in("条目", "Item"),
                in("结果", "Result"),
                in("得分", "Points"),
                in("失分", "Lost"),
                in("名称", "Title")),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT));
    items.stream()
        .limit(MOST_LINES)
        .forEach(
            item ->
                table.add(
                    List.of(
                        item.item(),
                        item.grade().map(this::word).orElse(""),
                        item.points().map(ExplainPrint::shown).orElse(""),
                        item.pointsLost().map(ExplainPrint::shown).orElse(""),
                        item.title().in(language))));
    table.lines(width - 2).forEach(line -> lines.add("  " + line));
    more(items.size(), MOST_LINES, lines);
  }

  private void more(int all, int shown, List<String> lines) {
    if (all > shown) {
      lines.add("  " + in("… 其余 %d 个", "… %d more").formatted(all - shown));
    }
  }

  private void item(ItemTold item, List<String> lines) {
    lines.add("");
    lines.add(
        in("条目", "Item")
            + colon()
            + item.id()
            + " "
            + item.title().in(language)
            + " · "
            + rule(item.rule()));
    item.grade().ifPresent(grade -> lines.add("  " + in("结果", "Result") + colon() + word(grade)));
    item.assembly()
        .ifPresent(rule -> lines.add("  " + in("汇总方式", "Put together by") + colon() + rule));
    item.score().ifPresent(points -> lines.add("  " + points(points)));
    item.treated().ifPresent(treated -> lines.add("  " + treated(treated)));
    item.tests().forEach(test -> test(test, lines));
    if (!item.parts().isEmpty()) {
      lines.add("");
      table(item.parts(), lines);
    }
  }

  private String treated(ItemTold.Treated treated) {
    return in("极端值处理", "Treated as an outlier")
        + colon()
        + word(treated.treatment())
        + " "
        + treated.value().map(ExplainPrint::shown).orElse("–")
        + " → "
        + treated.scaledAs().map(ExplainPrint::shown).orElse("–");
  }

  private String points(ItemTold.Points points) {
    return in("得分 %s,满分 %s,失分 %s(得分率 %s,权重 %s)", "%s of %s points, %s lost (share %s, weight %s)")
        .formatted(
            points.points().map(ExplainPrint::shown).orElse("–"),
            points.max().map(ExplainPrint::shown).orElse("–"),
            points.lost().map(ExplainPrint::shown).orElse("–"),
            points.share().map(ExplainPrint::shown).orElse("–"),
            points.weight().map(ExplainPrint::shown).orElse("–"));
  }

  private void test(ItemTold.Test test, List<String> lines) {
    List<String> parts = new ArrayList<>();
    parts.add(test.id().equals("_T") ? test.title().in(language) : test.id());
    compared(test).ifPresent(parts::add);
    parts.add(word(test.grade()));
    test.documents().ifPresent(parts::add);
    test.note().ifPresent(note -> parts.add(note.in(language)));
    test.gap()
        .filter(gap -> gap.signum() > 0)
        .ifPresent(gap -> parts.add(in("差 ", "short by ") + shown(gap)));
    if (test.isDecidedByRounding()) {
      parts.add(
          in(
              "显示值会得出相反结论;以未修约值为准",
              "the shown value would decide otherwise; the unrounded one counts"));
    }
    lines.add("  · " + String.join(" · ", parts));
    schools(test, lines);
  }

  /** {@code 0.4998 ≤ 0.5}: the value unrounded, as it is compared. */
  private Optional<String> compared(ItemTold.Test test) {
    if (test.tested().equals("schools")) {
      return test.rule().map(rule -> in("每所学校 ", "each school ") + rule);
    }
    if (test.indicator().isEmpty()) {
      return test.statement();
    }
    String value = test.value().map(ExplainPrint::shown).orElse("–");
    return Optional.of(
        test.comparison()
            .flatMap(any -> test.rule())
            .map(rule -> value + " " + rule)
            .orElse(value + test.rule().map(rule -> " → " + rule).orElse("")));
  }

  private void schools(ItemTold.Test test, List<String> lines) {
    List<ItemTold.OfSchool> shown =
        test.schools().stream()
            .filter(school -> told.school().isPresent() || !school.isMet().orElse(false))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    shown.stream()
        .limit(MOST_SCHOOLS)
        .forEach(
            school ->
                lines.add(
                    "      %s %s  %s %s %s%s"
                        .formatted(
                            school.code(),
                            school.name().in(language),
                            school.value().map(ExplainPrint::shown).orElse("–"),
                            school
                                .standard()
                                .map(s -> in("标准 ", "standard ") + shown(s))
                                .orElse(""),
                            word(
                                school
                                    .isMet()
                                    .map(met -> met ? "met" : "not_met")
                                    .orElse("unknown")),
                            school
                                .shortfall()
                                .filter(s -> s.signum() > 0)
                                .map(
                                    s ->
                                        in(",缺 ", ", needs ")
                                            + shown(s)
                                            + " "
                                            + school.shortfallUnit().orElse(""))
                                .orElse(""))));
    more(shown.size(), MOST_SCHOOLS, lines);
  }

  // ---- figures

  private void figure(Figure figure, List<String> lines) {
    lines.add("");
    lines.add(
        "%s · %s%s%s %s"
            .formatted(
                figure.title().in(language),
                figure.stageTitle().in(language),
                colon(),
                figure.displayed().map(BigDecimal::toPlainString).orElse("–"),
                figure.unit().equals("1") ? "" : figure.unit())
            .stripTrailing());
    lines.add("  " + figure.indicator() + " = " + figure.formula());
    figure
        .filled()
        .ifPresent(
            filled ->
                lines.add(
                    "  = "
                        + filled
                        + figure.value().map(value -> " = " + value.toPlainString()).orElse("")));
    figure
        .scope()
        .ifPresent(
            scope ->
                lines.add(
                    "  " + in("学校范围 ", "schools ") + scope.id() + colon() + scope.condition()));
    lines.add("  " + context(figure));
    lines.add("  " + in("依据", "Source") + colon() + rule(figure.rule()));
    figure.inputs().forEach(input -> lines.add("  · " + input(input)));
    figure.targets().forEach(target -> lines.addAll(new TargetLines(target, language).lines()));
    figure.spread().ifPresent(spread -> spread(spread, lines));
  }

  private String context(Figure figure) {
    List<String> parts = new ArrayList<>();
    if (!figure.status().equals("A")) {
      parts.add(in("状态", "status") + colon() + word(figure.status()));
    }
    figure.schoolCount().ifPresent(count -> parts.add(in("%d 所学校", "%d schools").formatted(count)));
    figure
        .coverage()
        .filter(coverage -> coverage.compareTo(BigDecimal.ONE) < 0)
        .ifPresent(
            coverage ->
                parts.add(
                    in("覆盖学生 ", "pupils covered ") + shown(coverage.movePointRight(2)) + " %"));
    figure.province().ifPresent(value -> parts.add(in("全省 ", "province ") + shown(value)));
    figure.before().ifPresent(before -> parts.add(before(before)));
    figure.standing().ifPresent(standing -> parts.add(standing(standing, false)));
    return String.join(" · ", parts);
  }

  private String input(Figure.Input input) {
    return Stream.of(
            Optional.of(
                input.id()
                    + " "
                    + input.title().in(language)
                    + colon()
                    + (input.value().map(ExplainPrint::plain).orElse("–") + " " + input.unit())
                        .replaceAll(" 1?$", "")),
            input.total().map(total -> in("全县 ", "in all ") + plain(total)),
            input.dataset(),
            input.formula(),
            input.sourceOfRecord().map(this::word),
            input.referenceDate().map(this::word),
            input.decided().map(this::decided))
        .flatMap(Optional::stream)
        .reduce((first, next) -> first + " · " + next)
        .orElse("");
  }

  private String decided(Figure.Decided decided) {
    String told =
        decided.isUsed()
            ? in("以报表为准(%s),按记录为 %s", "the signed form decides (%s), the records give %s")
            : in(
                "同取记录:报表(%s)未载相比的另一数,按记录为 %s",
                "by the records, for the signed form (%s) does not tell what it is compared with; they give %s");
    return told.formatted(decided.by(), plain(decided.recorded()));
  }

  private void spread(Figure.Spread spread, List<String> lines) {
    lines.add(
        in("  参评 %d 所,未参评 %d 所;未加权差异系数 %s", "  %d schools took part, %d did not; unweighted cv %s")
            .formatted(
                spread.schoolCount(),
                spread.excluded(),
                spread.unweighted().map(ExplainPrint::shown).orElse("–")));
    if (spread.schools().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            List.of(
                in("学校代码", "School"),
                in("权(学生)", "Weight (pupils)"),
                in("权重", "Share of weight"),
                in("值", "Value"),
                in("方差贡献", "Share of variance"),
                in("学校", "Name")),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT));
    spread.schools().stream()
        .limit(MOST_SCHOOLS)
        .forEach(
            school ->
                table.add(
                    List.of(
                        school.code(),
                        school.pupils().map(ExplainPrint::plain).orElse("–"),
                        school.weight().map(ExplainPrint::percent).orElse("–"),
                        school.value().map(ExplainPrint::shown).orElse("–"),
                        school.share().map(ExplainPrint::percent).orElse("–"),
                        school.name().in(language))));
    table.lines(width - 2).forEach(line -> lines.add("  " + line));
    more(spread.schools().size(), MOST_SCHOOLS, lines);
  }

  // ---- sources

  private void sources(Sources sources, List<String> lines) {
    if (sources.datasets().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(in("来源文件", "Files"));
    for (Sources.File file : sources.files()) {
      lines.add(
          "  %s  %s  %s  %s"
              .formatted(
                  file.name(),
                  file.sha256().substring(0, SHOWN_DIGEST),
                  in("接收 %,d 行,剔除 %,d 行", "%,d rows accepted, %,d set aside")
                      .formatted(file.rowsAccepted(), file.rowsSetAside()),
                  in("收到于 ", "received ")
                      + TIME.format(file.receivedAt().atZone(ZoneId.systemDefault()))));
    }
    sources.rows().forEach(rows -> lines.add("  " + new RowLine(rows, language).text()));
    for (Sources.SetAside row : sources.setAside().stream().limit(MOST_FINDINGS).toList()) {
      lines.add(
          "  "
              + in("剔除", "Set aside")
              + colon()
              + "%s %s %d%s · %s"
                  .formatted(
                      row.file(),
                      in("第", "row"),
                      row.row(),
                      in("行", "") + row.column().map(column -> " " + column).orElse(""),
                      row.message().in(language)));
    }
    more(sources.setAside().size(), MOST_FINDINGS, lines);
    for (Sources.Finding finding : sources.findings().stream().limit(MOST_FINDINGS).toList()) {
      lines.add(
          "  "
              + in("核查", "Finding")
              + colon()
              + finding.dataset()
              + " "
              + finding.rule()
              + " · "
              + finding.message().in(language));
    }
    more(sources.findings().size(), MOST_FINDINGS, lines);
    if (sources.setAside().isEmpty() && sources.findings().isEmpty()) {
      lines.add("  " + in("没有剔除的行,没有未解决的核查结果", "no rows set aside, no open findings"));
    }
  }

  // ---- numbers

  static String shown(BigDecimal number) {
    boolean isLong = number.precision() - number.scale() >= DIGITS;
    return plain(
        isLong
            ? number.setScale(2, RoundingMode.HALF_UP)
            : number.round(new MathContext(DIGITS, RoundingMode.HALF_UP)));
  }

  private static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + shown(number);
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}

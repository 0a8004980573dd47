package io.junheng.explain;

import io.junheng.definition.Text;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.StoredRow;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a framework: verdict or score, place, and its items in one line each. */
record TellFramework(Facts facts, Question question, String framework) {
  private static final List<String> WORST_FIRST =
      List.of("not_met", "partly_met", "unknown", "met", "not_applicable");

  /** The framework with its items, those that cost most first. */
  FrameworkTold whole() {
    return told(
        items().stream()
            .filter(row -> result(row).isPresent())
            .map(this::line)
            .sorted(
                Comparator.comparing(
                        (FrameworkTold.Line line) -> lost(line), Comparator.reverseOrder())
                    .thenComparing(line -> line.grade().map(WORST_FIRST::indexOf).orElse(0)))
            .toList());
  }

  /** The framework without its items. */
  FrameworkTold head() {
    return told(List.of());
  }

  /** The children of a node. */
  List<FrameworkTold.Line> parts(String node) {
    return items().stream()
        .filter(row -> row.text(DimFrameworkItem.PARENT_ITEM).filter(node::equals).isPresent())
        .map(this::line)
        .toList();
  }

  private static BigDecimal lost(FrameworkTold.Line line) {
    return line.pointsLost().orElse(BigDecimal.ZERO);
  }

  private FrameworkTold told(List<FrameworkTold.Line> lines) {
    Optional<StoredRow> definition =
        facts.read(DimFramework.TABLE).stream()
            .filter(row -> row.require(DimFramework.FRAMEWORK).equals(framework))
            .findFirst();
    return new FrameworkTold(
        framework,
        definition
            .map(row -> Facts.title(row, DimFramework.TITLE_ZH, DimFramework.TITLE_EN))
            .orElse(Text.same(framework)),
        definition.flatMap(row -> row.text(DimFramework.KIND)).orElse(""),
        definition
            .map(
                row ->
                    Facts.rule(
                        row,
                        DimFramework.LEGAL_DOCUMENT,
                        DimFramework.LEGAL_CLAUSE,
                        DimFramework.ORIGIN))
            .orElse(new Explanation.Rule(Optional.empty(), Optional.empty(), "own")),
        definition.flatMap(row -> row.flag(DimFramework.RANK_OFFICIAL)).orElse(false),
        facts
            .one(
                CountyVerdict.TABLE,
                where(CountyVerdict.PERIOD, CountyVerdict.FRAMEWORK, CountyVerdict.COUNTY_CODE))
            .map(TellFramework::verdict),
        TellItem.scores(facts, question, framework).stream()
            .filter(row -> row.require(CountyScore.NODE).equals(Table.TOTAL))
            .findFirst()
            .map(this::score),
        new TellStanding(facts, question).of(framework),
        lines);
  }

  private <C extends io.junheng.table.TableColumn> Map<C, Object> where(
      C period, C frameworkColumn, C county) {
    return Map.of(
        period, question.period().number(), frameworkColumn, framework, county, question.area());
  }

  private static FrameworkTold.Verdict verdict(StoredRow row) {
    return new FrameworkTold.Verdict(
        row.require(CountyVerdict.VERDICT),
        row.text(CountyVerdict.PASS_CLASS),
        row.integer(CountyVerdict.MET_COUNT).orElse(0),
        row.integer(CountyVerdict.PARTLY_MET_COUNT).orElse(0),
        row.integer(CountyVerdict.NOT_MET_COUNT).orElse(0),
        row.integer(CountyVerdict.UNKNOWN_COUNT).orElse(0),
        row.integer(CountyVerdict.OF_COUNT).orElse(0),
        row.flag(CountyVerdict.VETO_HIT),
        row.flag(CountyVerdict.PRECONDITION_FAILED),
        Facts.parts(row, CountyVerdict.BLOCKING_ITEMS));
  }

  private FrameworkTold.Score score(StoredRow row) {
    return new FrameworkTold.Score(
        row.number(CountyScore.SCORE),
        row.number(CountyScore.SCORE_LOW),
        row.number(CountyScore.SCORE_HIGH),
        row.number(CountyScore.MAX_SCORE),
        row.number(CountyScore.BONUS),
        row.text(CountyScore.GRADE_BAND),
        row.number(CountyScore.POINTS_TO_NEXT_BAND),
        row.number(CountyScore.PREVIOUS_SCORE)
            .map(
                before ->
                    new Explanation.Before(
                        question.period().previous(),
                        Optional.of(before),
                        row.number(CountyScore.CHANGE),
                        "comparable")),
        row.text(CountyScore.OBS_STATUS).orElse(""));
  }

  private List<StoredRow> items() {
    return facts.read(DimFrameworkItem.TABLE).stream()
        .filter(row -> row.require(DimFrameworkItem.FRAMEWORK).equals(framework))
        .sorted(Comparator.comparing(row -> row.integer(DimFrameworkItem.SORT_ORDER).orElse(0)))
        .toList();
  }

  private Optional<StoredRow> result(StoredRow item) {
    return TellItem.results(facts, question, framework).stream()
        .filter(TellItem::isWhole)
        .filter(
            row ->
                row.require(FrameworkItemResult.ITEM).equals(item.require(DimFrameworkItem.ITEM)))
        .findFirst();
  }

  private FrameworkTold.Line line(StoredRow item) {
    Optional<StoredRow> result = result(item);
    Optional<StoredRow> score =
        TellItem.scores(facts, question, framework).stream()
            .filter(
                row -> row.require(CountyScore.NODE).equals(item.require(DimFrameworkItem.ITEM)))
            .findFirst();
    Optional<BigDecimal> points = score.flatMap(row -> row.number(CountyScore.POINTS));
    return new FrameworkTold.Line(
        item.require(DimFrameworkItem.ITEM),
        Facts.title(item, DimFrameworkItem.TITLE_ZH, DimFrameworkItem.TITLE_EN),
        result.map(row -> row.require(FrameworkItemResult.GRADE)),
        points,
        result
            .flatMap(row -> row.number(FrameworkItemResult.POINTS_LOST))
            .or(
                () ->
                    score
                        .flatMap(row -> row.number(CountyScore.MAX_SCORE))
                        .flatMap(max -> points.map(max::subtract))),
        TellItem.rule(item));
  }
}

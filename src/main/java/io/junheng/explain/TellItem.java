package io.junheng.explain;

import io.junheng.definition.Text;
import io.junheng.table.CountyScore;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.SchoolItem;
import io.junheng.table.StoredRow;
import io.junheng.table.Table;
import io.junheng.table.TouchedFigure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells an item of a framework: what it was held against and what it brings. */
record TellItem(Facts facts, Question question, String framework) {
  /** The item or node; empty where the lake holds nothing of it for the county. */
  Optional<ItemTold> of(String item) {
    Optional<StoredRow> definition = facts.item(framework, item);
    List<StoredRow> results = results(item);
    Optional<StoredRow> score = score(item);
    if (results.isEmpty() && (definition.isEmpty() || score.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new ItemTold(
            item,
            definition
                .map(row -> Facts.title(row, DimFrameworkItem.TITLE_ZH, DimFrameworkItem.TITLE_EN))
                .orElse(Text.same(item)),
            results.stream()
                .filter(TellItem::isWhole)
                .findFirst()
                .map(row -> row.require(FrameworkItemResult.GRADE)),
            definition
                .map(TellItem::rule)
                .orElse(new Explanation.Rule(Optional.empty(), Optional.empty(), "own")),
            definition.flatMap(row -> row.text(DimFrameworkItem.RULE)),
            score.map(row -> points(row, item)),
            treated(item),
            tests(item).stream().map(row -> test(item, row)).toList(),
            new TellFramework(facts, question, framework).parts(item)));
  }

  static boolean isWhole(StoredRow result) {
    return result.require(FrameworkItemResult.TEST).equals(Table.TOTAL);
  }

  static Explanation.Rule rule(StoredRow item) {
    return Facts.rule(
        item,
        DimFrameworkItem.LEGAL_DOCUMENT,
        DimFrameworkItem.LEGAL_CLAUSE,
        DimFrameworkItem.ORIGIN);
  }

  /** Rows of the item and its tests, in the order in which they were held. */
  List<StoredRow> results(String item) {
    return results(facts, question, framework).stream()
        .filter(row -> row.require(FrameworkItemResult.ITEM).equals(item))
        .toList();
  }

  /** Rows of its tests; of an item that is tested as a whole, that one. */
  List<StoredRow> tests(String item) {
    List<StoredRow> results = results(item);
    return results.size() == 1 ? results : results.stream().filter(row -> !isWhole(row)).toList();
  }

  static List<StoredRow> results(Facts facts, Question question, String framework) {
    return facts.read(
        FrameworkItemResult.TABLE,
        Map.of(
            FrameworkItemResult.PERIOD,
            question.period().number(),
            FrameworkItemResult.FRAMEWORK,
            framework,
            FrameworkItemResult.COUNTY_CODE,
            question.area()));
  }

  private Optional<StoredRow> score(String node) {
    return scores(facts, question, framework).stream()
        .filter(row -> row.require(CountyScore.NODE).equals(node))
        .findFirst();
  }

  static List<StoredRow> scores(Facts facts, Question question, String framework) {
    return facts.read(
        CountyScore.TABLE,
        Map.of(
            CountyScore.PERIOD,
            question.period().number(),
            CountyScore.FRAMEWORK,
            framework,
            CountyScore.COUNTY_CODE,
            question.area()));
  }

  private Optional<ItemTold.Treated> treated(String item) {
    return facts
        .read(
            TouchedFigure.TABLE,
            Map.of(
                TouchedFigure.PERIOD,
                question.period().number(),
                TouchedFigure.FRAMEWORK,
                framework,
                TouchedFigure.COUNTY_CODE,
                question.area()))
        .stream()
        .filter(row -> row.require(TouchedFigure.ITEM).equals(item))
        .findFirst()
        .map(
            row ->
                new ItemTold.Treated(
                    row.number(TouchedFigure.VALUE),
                    row.number(TouchedFigure.TREATED),
                    row.require(TouchedFigure.TREATMENT)));
  }

  private ItemTold.Points points(StoredRow row, String item) {
    return new ItemTold.Points(
        row.number(CountyScore.NORMALISED),
        row.number(CountyScore.WEIGHT),
        row.number(CountyScore.POINTS),
        results(item).stream()
            .filter(TellItem::isWhole)
            .findFirst()
            .flatMap(result -> result.number(FrameworkItemResult.POINTS_LOST))
            .or(
                () ->
                    row.number(CountyScore.MAX_SCORE)
                        .flatMap(max -> row.number(CountyScore.POINTS).map(max::subtract))),
        row.number(CountyScore.MAX_SCORE),
        row.text(CountyScore.OBS_STATUS).orElse(""));
  }

  private ItemTold.Test test(String item, StoredRow row) {
    String test = row.require(FrameworkItemResult.TEST);
    Optional<String> indicator = row.text(FrameworkItemResult.INDICATOR);
    return new ItemTold.Test(
        test,
        row.text(FrameworkItemResult.TITLE_ZH)
            .map(
                any -> Facts.title(row, FrameworkItemResult.TITLE_ZH, FrameworkItemResult.TITLE_EN))
            .orElse(Text.same(test)),
        row.text(FrameworkItemResult.STAGE),
        indicator,
        row.text(FrameworkItemResult.STATEMENT),
        row.text(FrameworkItemResult.UNIT_TESTED).orElse("county"),
        row.require(FrameworkItemResult.GRADE),
        row.number(FrameworkItemResult.VALUE),
        row.text(FrameworkItemResult.DISPLAYED_VALUE),
        indicator.flatMap(facts::indicator).flatMap(d -> d.text(DimIndicator.UNIT)),
        row.text(FrameworkItemResult.COMPARISON),
        row.number(FrameworkItemResult.STANDARD),
        row.number(FrameworkItemResult.GAP),
        row.text(FrameworkItemResult.RULE),
        row.flag(FrameworkItemResult.DECIDED_BY_ROUNDING).orElse(false),
        row.text(FrameworkItemResult.EVIDENCE),
        row.text(FrameworkItemResult.NOTE)
            .map(any -> Facts.title(row, FrameworkItemResult.NOTE, FrameworkItemResult.NOTE_EN)),
        schools(item, test, row.text(FrameworkItemResult.STAGE)));
  }

  private List<ItemTold.OfSchool> schools(String item, String test, Optional<String> stage) {
    Map<String, Text> names = facts.schools(question.period().number(), question.area());
    return facts
        .read(
            SchoolItem.TABLE,
            Map.of(
                SchoolItem.PERIOD,
                question.period().number(),
                SchoolItem.FRAMEWORK,
                framework,
                SchoolItem.COUNTY_CODE,
                question.area()))
        .stream()
        .filter(row -> row.require(SchoolItem.ITEM).equals(item))
        .filter(
            row -> test.equals(Table.TOTAL) || test.startsWith(row.require(SchoolItem.TEST) + "."))
        .filter(row -> stage.filter(s -> !s.equals(row.require(SchoolItem.STAGE))).isEmpty())
        .filter(
            row ->
                question.school().isEmpty()
                    || row.text(SchoolItem.SCHOOL_CODE).equals(question.school()))
        .map(row -> school(row, names))
        .sorted(
            Comparator.comparing((ItemTold.OfSchool school) -> order(school.isMet()))
                .thenComparing(ItemTold.OfSchool::code))
        .toList();
  }

  private static int order(Optional<Boolean> isMet) {
    return isMet.map(met -> met ? 2 : 0).orElse(1);
  }

  private static ItemTold.OfSchool school(StoredRow row, Map<String, Text> names) {
    String code = row.require(SchoolItem.SCHOOL_CODE);
    return new ItemTold.OfSchool(
        code,
        names.getOrDefault(code, Text.same(code)),
        row.require(SchoolItem.STAGE),
        row.number(SchoolItem.VALUE),
        row.number(SchoolItem.STANDARD),
        row.flag(SchoolItem.IS_MET),
        row.number(SchoolItem.GAP),
        row.number(SchoolItem.SHORTFALL_QTY),
        row.number(SchoolItem.SHORTFALL_QTY).flatMap(any -> row.text(SchoolItem.SHORTFALL_UNIT)));
  }
}

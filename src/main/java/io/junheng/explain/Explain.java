package io.junheng.explain;

import io.junheng.definition.Text;
import io.junheng.table.DeliveredRows;
import io.junheng.table.DimArea;
import io.junheng.table.DimPeriod;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.StoredRow;
import io.junheng.table.StoredRows;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a number: what it is made of, what it is held against, what it brings, what it was before,
 * and which files it rests on.
 *
 * @param lake where gold and ops stand
 * @param delivered where the rows of the files stand
 */
public record Explain(StoredRows lake, DeliveredRows delivered) {
  /** The answer; {@link Explanation#isEmpty} where the lake holds nothing about it. */
  public Explanation apply(Question question) {
    Facts facts = new Facts(lake);
    Meanwhile<List<Sources.Rows>> rows =
        Meanwhile.begin(() -> new TellRows(facts, delivered, question).of(asked(facts, question)));
    Optional<String> framework = framework(question);
    Optional<ItemTold> item =
        question.subject() instanceof Question.OfItem of
            ? new TellItem(facts, question, of.framework()).of(of.item()).map(i -> at(i, question))
            : Optional.empty();
    TellFigure tellFigure = new TellFigure(facts, question);
    List<Figure> figures =
        asked(facts, question).stream().flatMap(one -> tellFigure.of(one).stream()).toList();
    Sources sources = sources(facts, question, item, rows.result());
    return new Explanation(
        question,
        area(facts, question),
        question
            .school()
            .map(
                code ->
                    facts
                        .schools(question.period().number(), question.area())
                        .getOrDefault(code, Text.same(code))),
        period(facts, question),
        label(facts),
        framework.map(
            id -> {
              TellFramework tell = new TellFramework(facts, question, id);
              return question.subject() instanceof Question.OfFramework
                  ? tell.whole()
                  : tell.head();
            }),
        item,
        figures,
        sources);
  }

  private static Optional<String> framework(Question question) {
    if (question.subject() instanceof Question.OfFramework of) {
      return Optional.of(of.framework());
    }
    return question.subject() instanceof Question.OfItem of
        ? Optional.of(of.framework())
        : Optional.empty();
  }

  /** Only the tests of the stage asked for; those that know no stage stay. */
  private static ItemTold at(ItemTold item, Question question) {
    return new ItemTold(
        item.id(),
        item.title(),
        item.grade(),
        item.rule(),
        item.assembly(),
        item.score(),
        item.treated(),
        item.tests().stream()
            .filter(
                test ->
                    question.stage().isEmpty()
                        || test.stage().isEmpty()
                        || test.stage().equals(question.stage()))
            .toList(),
        item.parts());
  }

  /** The figures that the question is about, each once. */
  private static List<IndicatorAtStage> asked(Facts facts, Question question) {
    if (question.subject() instanceof Question.OfIndicator of) {
      return new TellFigure(facts, question)
          .stages(of.indicator()).stream()
              .filter(stage -> question.stage().isEmpty() || question.stage().get().equals(stage))
              .map(stage -> new IndicatorAtStage(of.indicator(), stage))
              .toList();
    }
    return question.subject() instanceof Question.OfItem of
        ? new TellItem(facts, question, of.framework())
            .tests(of.item()).stream()
                .flatMap(test -> Explain.figure(test, question).stream())
                .distinct()
                .toList()
        : List.of();
  }

  private static Optional<IndicatorAtStage> figure(StoredRow test, Question question) {
    return test.text(FrameworkItemResult.INDICATOR)
        .flatMap(
            indicator ->
                test.text(FrameworkItemResult.STAGE)
                    .filter(
                        stage -> question.stage().isEmpty() || question.stage().get().equals(stage))
                    .map(stage -> new IndicatorAtStage(indicator, stage)));
  }

  private static Sources sources(
      Facts facts, Question question, Optional<ItemTold> item, List<Sources.Rows> rows) {
    List<ItemTold.Test> tests = item.map(ItemTold::tests).orElse(List.of());
    Set<String> indicators = new LinkedHashSet<>();
    if (question.subject() instanceof Question.OfIndicator of) {
      indicators.add(of.indicator());
    }
    tests.forEach(test -> test.indicator().ifPresent(indicators::add));
    return new TellSources(facts, question).of(indicators, tests, rows);
  }

  private static Text area(Facts facts, Question question) {
    return facts.read(DimArea.TABLE).stream()
        .filter(row -> row.require(DimArea.AREA_CODE).equals(question.area()))
        .max(Comparator.comparing(row -> String.valueOf(row.value(DimArea.VALID_FROM))))
        .map(row -> Facts.title(row, DimArea.NAME_ZH, DimArea.NAME_EN))
        .orElse(Text.same(question.area()));
  }

  private static Text period(Facts facts, Question question) {
    return facts.read(DimPeriod.TABLE).stream()
        .filter(row -> row.integer(DimPeriod.PERIOD).orElse(0) == question.period().number())
        .findFirst()
        .map(row -> Facts.title(row, DimPeriod.TITLE_ZH, DimPeriod.TITLE_EN))
        .orElse(Text.same(question.period().toString()));
  }

  private static Optional<String> label(Facts facts) {
    Table table = DimPeriod.TABLE;
    TableColumn label = DimPeriod.DATA_LABEL;
    return facts.read(table).stream()
        .flatMap((StoredRow row) -> row.text(label).stream())
        .findFirst();
  }
}

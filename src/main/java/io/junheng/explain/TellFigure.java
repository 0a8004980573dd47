package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimMeasure;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.StoredRow;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the figures of an indicator: of an area, or of one of its schools. */
final class TellFigure {
  private static final String RATIO = "ratio";
  private static final String SURVEY = "survey";
  private static final String SHARE_OF_SCHOOLS = "share_of_schools";
  private static final String DISPERSION = "dispersion";
  private static final String GROWTH = "growth";

  private final Facts facts;
  private final Question question;
  private final int period;

  TellFigure(Facts facts, Question question) {
    this.facts = facts;
    this.question = question;
    this.period = question.period().number();
  }

  /** The figure, where there is one. */
  Optional<Figure> of(IndicatorAtStage asked) {
    return facts
        .indicator(asked.indicator())
        .flatMap(
            definition ->
                rows(asked.indicator()).stream()
                    .filter(row -> stageOf(row).equals(asked.stage()))
                    .findFirst()
                    .map(row -> figure(definition, row)));
  }

  /** The stages at which the indicator has a figure, in their order. */
  List<String> stages(String indicator) {
    return rows(indicator).stream()
        .map(this::stageOf)
        .sorted(Comparator.comparingInt(stage -> facts.stages().indexOf(stage)))
        .toList();
  }

  private List<StoredRow> rows(String indicator) {
    if (question.school().isPresent()) {
      return schoolRows(indicator).stream()
          .filter(row -> row.text(SchoolIndicator.SCHOOL_CODE).equals(question.school()))
          .toList();
    }
    return areaRows(period).stream()
        .filter(row -> row.require(CountyIndicator.INDICATOR).equals(indicator))
        .filter(row -> row.require(CountyIndicator.BREAKDOWN).equals(Table.TOTAL))
        .toList();
  }

  private List<StoredRow> areaRows(int period) {
    return facts.read(
        CountyIndicator.TABLE,
        Map.of(CountyIndicator.PERIOD, period, CountyIndicator.AREA_CODE, question.area()));
  }

  private List<StoredRow> schoolRows(String indicator) {
    return facts.read(
        SchoolIndicator.TABLE,
        Map.of(
            SchoolIndicator.PERIOD,
            period,
            SchoolIndicator.COUNTY_CODE,
            question.area(),
            SchoolIndicator.INDICATOR,
            indicator));
  }

  private String stageOf(StoredRow row) {
    return row.require(isOfSchool() ? SchoolIndicator.STAGE : CountyIndicator.STAGE);
  }

  private boolean isOfSchool() {
    return question.school().isPresent();
  }

  private Figure figure(StoredRow definition, StoredRow row) {
    String id = definition.require(DimIndicator.INDICATOR);
    String stage = stageOf(row);
    Optional<BigDecimal> value =
        row.number(isOfSchool() ? SchoolIndicator.VALUE : CountyIndicator.VALUE);
    List<Figure.Input> inputs = inputs(definition, row, stage);
    Optional<Figure.Spread> spread =
        Optional.of(definition)
            .filter(d -> kind(d).equals(DISPERSION) && !isOfSchool())
            .flatMap(d -> new TellSpread(facts, question).of(d, stage));
    return new Figure(
        id,
        Facts.title(definition, DimIndicator.TITLE_ZH, DimIndicator.TITLE_EN),
        stage,
        facts.stage(stage),
        definition.text(DimIndicator.UNIT).orElse(""),
        value,
        value.map(v -> v.setScale(decimals(definition), RoundingMode.HALF_UP)),
        kind(definition),
        definition.require(DimIndicator.FORMULA),
        filled(definition, row, inputs, spread),
        row.text(isOfSchool() ? SchoolIndicator.OBS_STATUS : CountyIndicator.OBS_STATUS).orElse(""),
        isOfSchool() ? Optional.empty() : row.number(CountyIndicator.COVERAGE),
        isOfSchool() ? Optional.empty() : row.integer(CountyIndicator.SCHOOL_COUNT),
        isOfSchool() ? Optional.empty() : row.number(CountyIndicator.PROVINCE_VALUE),
        isOfSchool() ? Optional.empty() : Optional.of(before(row)),
        Facts.rule(
            definition,
            DimIndicator.LEGAL_DOCUMENT,
            DimIndicator.LEGAL_CLAUSE,
            DimIndicator.ORIGIN),
        definition
            .text(DimIndicator.SCOPE)
            .map(
                scope ->
                    new Figure.Scope(scope, definition.text(DimIndicator.SCOPE_RULE).orElse(""))),
        inputs,
        spread,
        isOfSchool() ? Optional.empty() : new TellStanding(facts, question).of(id),
        new TellTargets(facts, question).of(id, stage));
  }

  private static int decimals(StoredRow definition) {
    return definition.integer(DimIndicator.DECIMALS).orElse(2);
  }

  private static String kind(StoredRow definition) {
    return definition.require(DimIndicator.KIND);
  }

  private Explanation.Before before(StoredRow row) {
    return new Explanation.Before(
        new Period(period).previous(),
        row.number(CountyIndicator.PREVIOUS_VALUE),
        row.number(CountyIndicator.CHANGE),
        row.text(CountyIndicator.CHANGE_STATUS).orElse(""));
  }

  // ---- inputs

  private List<Figure.Input> inputs(StoredRow definition, StoredRow row, String stage) {
    List<String> ids =
        Facts.parts(definition, DimIndicator.INPUTS).stream().filter(id -> !isColumn(id)).toList();
    boolean isByRecords = isByRecords(definition, ids, stage);
    return java.util.stream.IntStream.range(0, ids.size())
        .mapToObj(i -> input(ids.get(i), stage, used(definition, row, ids, i), isByRecords))
        .toList();
  }

  private Optional<BigDecimal> used(
      StoredRow definition, StoredRow row, List<String> ids, int place) {
    return switch (kind(definition)) {
      case RATIO, SURVEY -> used(row, place);
      case GROWTH -> grown(ids.get(place), stageOf(row), new Period(period));
      default -> Optional.empty();
    };
  }

  /**
   * Whether what records give is used although a form decided: the other side of the share, or the
   * other year of the growth, is known from records alone.
   */
  private boolean isByRecords(StoredRow definition, List<String> ids, String stage) {
    if (kind(definition).equals(GROWTH)) {
      return facts
          .recorded(question, ids.get(0), stage, new Period(period).previous().number())
          .isEmpty();
    }
    List<StoredRow> sides =
        ids.stream().limit(2).flatMap(id -> facts.measure(id).stream()).toList();
    return kind(definition).equals(RATIO)
        && sides.size() == 2
        && sides.get(0).text(DimMeasure.DATASET).equals(sides.get(1).text(DimMeasure.DATASET))
        && ids.stream()
            .limit(2)
            .anyMatch(id -> facts.recorded(question, id, stage, period).isEmpty());
  }

  /** The figure of a school's own column has its dataset before it: {@code school.is_boarding}. */
  static boolean isColumn(String input) {
    return input.contains(".");
  }

  private Optional<BigDecimal> used(StoredRow row, int place) {
    TableColumn column =
        switch (place) {
          case 0 -> isOfSchool() ? SchoolIndicator.NUMERATOR : CountyIndicator.NUMERATOR;
          case 1 -> isOfSchool() ? SchoolIndicator.DENOMINATOR : CountyIndicator.DENOMINATOR;
          default -> null;
        };
    return Optional.ofNullable(column).flatMap(row::number);
  }

  private Figure.Input input(
      String id, String stage, Optional<BigDecimal> used, boolean isByRecords) {
    Optional<StoredRow> measure = facts.measure(id);
    Optional<BigDecimal> total =
        measure.isPresent() ? facts.measured(question, id, stage, period) : indicated(id, stage);
    return measure
        .map(row -> ofMeasure(row, used.or(() -> total), total, decided(row, stage, !isByRecords)))
        .orElseGet(() -> ofIndicator(id, total));
  }

  private Figure.Input ofMeasure(
      StoredRow measure,
      Optional<BigDecimal> used,
      Optional<BigDecimal> total,
      Optional<Figure.Decided> decided) {
    return new Figure.Input(
        "measure",
        measure.require(DimMeasure.MEASURE),
        Facts.title(measure, DimMeasure.TITLE_ZH, DimMeasure.TITLE_EN),
        measure.text(DimMeasure.UNIT).orElse(""),
        used,
        total.filter(whole -> used.filter(u -> u.compareTo(whole) == 0).isEmpty()),
        measure.text(DimMeasure.DATASET),
        measure.text(DimMeasure.FORMULA),
        measure.text(DimMeasure.SOURCE_OF_RECORD),
        measure.text(DimMeasure.REFERENCE_DATE),
        decided);
  }

  private Optional<Figure.Decided> decided(StoredRow measure, String stage, boolean isUsed) {
    return measure
        .text(DimMeasure.DECIDED_BY)
        .flatMap(facts::measure)
        .flatMap(
            form ->
                facts
                    .recorded(question, measure.require(DimMeasure.MEASURE), stage, period)
                    .map(
                        recorded ->
                            new Figure.Decided(
                                form.require(DimMeasure.MEASURE),
                                Facts.title(form, DimMeasure.TITLE_ZH, DimMeasure.TITLE_EN),
                                form.text(DimMeasure.DATASET),
                                recorded,
                                isUsed)));
  }

  private Figure.Input ofIndicator(String id, Optional<BigDecimal> value) {
    Optional<StoredRow> definition = facts.indicator(id);
    return new Figure.Input(
        "indicator",
        id,
        definition
            .map(row -> Facts.title(row, DimIndicator.TITLE_ZH, DimIndicator.TITLE_EN))
            .orElse(Text.same(id)),
        definition.flatMap(row -> row.text(DimIndicator.UNIT)).orElse(""),
        value,
        Optional.empty(),
        Optional.empty(),
        definition.flatMap(row -> row.text(DimIndicator.FORMULA)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<BigDecimal> indicated(String id, String stage) {
    return rows(id).stream()
        .filter(row -> stageOf(row).equals(stage))
        .findFirst()
        .flatMap(row -> row.number(isOfSchool() ? SchoolIndicator.VALUE : CountyIndicator.VALUE));
  }

  // ---- the formula with its numbers

  private Optional<String> filled(
      StoredRow definition,
      StoredRow row,
      List<Figure.Input> inputs,
      Optional<Figure.Spread> spread) {
    if (kind(definition).equals(DISPERSION)) {
      return spread.flatMap(s -> StatisticFormula.of(s.statistic(), s.mean(), s.deviation()));
    }
    if (kind(definition).equals(SHARE_OF_SCHOOLS)) {
      return used(row, 0)
          .flatMap(
              of ->
                  used(row, 1)
                      .map(
                          per ->
                              "%s × 100 / %s"
                                  .formatted(FilledFormula.plain(of), FilledFormula.plain(per))));
    }
    Map<String, Optional<BigDecimal>> names = new HashMap<>();
    for (Figure.Input input : inputs) {
      names.put(input.id(), input.value());
      if (kind(definition).equals(GROWTH)) {
        names.put(
            "previous " + input.id(),
            grown(input.id(), stageOf(row), new Period(period).previous()));
      }
    }
    return FilledFormula.of(withoutScope(definition), names);
  }

  /**
   * What a growth takes of one of its two years: of both what forms state, or what records give.
   */
  private Optional<BigDecimal> grown(String measure, String stage, Period year) {
    Period now = new Period(period);
    boolean isByForms =
        facts.recorded(question, measure, stage, now.number()).isPresent()
            && facts.recorded(question, measure, stage, now.previous().number()).isPresent();
    Optional<BigDecimal> stands = facts.measured(question, measure, stage, year.number());
    return isByForms
        ? stands
        : facts.recorded(question, measure, stage, year.number()).or(() -> stands);
  }

  private static String withoutScope(StoredRow definition) {
    String formula = definition.require(DimIndicator.FORMULA);
    return definition
        .text(DimIndicator.SCOPE)
        .map(scope -> formula.replace(" among " + scope, ""))
        .orElse(formula);
  }

  /** Which period a growth compares with; datasets of both are its sources. */
  static boolean looksBack(StoredRow definition) {
    return kind(definition).equals(GROWTH);
  }
}

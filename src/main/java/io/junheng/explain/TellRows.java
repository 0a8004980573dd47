package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.table.DeliveredRow;
import io.junheng.table.DeliveredRows;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimMeasure;
import io.junheng.table.DimStage;
import io.junheng.table.StoredRow;
import io.junheng.table.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells the rows of the delivered files that figures are counted from. */
final class TellRows {
  private final Facts facts;
  private final DeliveredRows delivered;
  private final Question question;

  /** A figure that is counted, at the stage and for the period for which it is needed. */
  private record Counted(String measure, String stage, Period period) {}

  /** What is read together. */
  private record Delivery(String dataset, Period period) {}

  TellRows(Facts facts, DeliveredRows delivered, Question question) {
    this.facts = facts;
    this.delivered = delivered;
    this.question = question;
  }

  /**
   * The rows behind each measure that the figures rest on, in the order in which they are needed.
   */
  List<Sources.Rows> of(List<IndicatorAtStage> figures) {
    Set<Counted> counted = new LinkedHashSet<>();
    figures.forEach(
        figure ->
            add(
                figure.indicator(),
                figure.stage(),
                List.of(question.period()),
                counted,
                new TreeSet<>()));
    Map<Delivery, List<Counted>> byDelivery = new LinkedHashMap<>();
    for (Counted one : counted) {
      if (!submissions(one.period()).isEmpty()) {
        byDelivery
            .computeIfAbsent(
                new Delivery(measure(one).require(DimMeasure.DATASET), one.period()),
                any -> new ArrayList<>())
            .add(one);
      }
    }
    Map<Counted, Sources.Rows> told = new HashMap<>();
    byDelivery.forEach((delivery, wanted) -> told.putAll(rows(delivery, wanted)));
    return counted.stream().filter(told::containsKey).map(told::get).toList();
  }

  private void add(
      String indicator,
      String stage,
      List<Period> periods,
      Set<Counted> counted,
      Set<String> seen) {
    if (!seen.add(indicator)) {
      return;
    }
    for (StoredRow definition : facts.indicator(indicator).stream().toList()) {
      List<Period> read = TellFigure.looksBack(definition) ? withPrevious(periods) : periods;
      for (String input : Facts.parts(definition, DimIndicator.INPUTS)) {
        Optional<StoredRow> measure = facts.measure(input);
        if (measure.flatMap(row -> row.text(DimMeasure.DATASET)).isPresent()) {
          read.forEach(period -> add(measure.get(), stage, period, counted));
        } else if (!TellFigure.isColumn(input)) {
          add(input, stage, read, counted, seen);
        }
      }
    }
  }

  private static List<Period> withPrevious(List<Period> periods) {
    Set<Period> all = new LinkedHashSet<>(periods);
    periods.forEach(period -> all.add(period.previous()));
    return List.copyOf(all);
  }

  /** The measure, and that of the form which decides it. */
  private void add(StoredRow measure, String stage, Period period, Set<Counted> counted) {
    counted.add(new Counted(measure.require(DimMeasure.MEASURE), stage, period));
    measure
        .text(DimMeasure.DECIDED_BY)
        .filter(form -> facts.measure(form).isPresent())
        .ifPresent(form -> counted.add(new Counted(form, stage, period)));
  }

  private StoredRow measure(Counted one) {
    return facts.measure(one.measure()).orElseThrow();
  }

  /** Reads a dataset once, with all columns that any of the measures looks at. */
  private Map<Counted, Sources.Rows> rows(Delivery delivery, List<Counted> wanted) {
    Set<String> columns = new TreeSet<>(Set.of(RowTally.STAGE));
    Map<Counted, RowTally> tallies = new HashMap<>();
    for (Counted one : wanted) {
      Optional<RowFormula> formula = measure(one).text(DimMeasure.FORMULA).flatMap(RowFormula::of);
      formula.ifPresent(known -> columns.addAll(known.columns()));
      tallies.put(one, new RowTally(formula, one.stage(), members(one.stage())));
    }
    delivered.read(
        new DeliveredRows.Asked(
            delivery.dataset(),
            delivery.period().number(),
            question.area(),
            question.school(),
            columns),
        row -> tallies.values().forEach(tally -> tally.add(row)));
    Map<Counted, Sources.Rows> told = new HashMap<>();
    tallies.forEach(
        (one, tally) -> {
          if (!tally.isEmpty()) {
            told.put(one, told(one, tally));
          }
        });
    return told;
  }

  private Sources.Rows told(Counted one, RowTally tally) {
    String stage = tally.stage();
    int period = one.period().number();
    Optional<RowTally.Rows> exact =
        tally.taken(
            facts
                .recorded(question, one.measure(), stage, period)
                .or(() -> facts.measured(question, one.measure(), stage, period)));
    RowTally.Rows rows = exact.orElse(tally.all());
    StoredRow measure = measure(one);
    return new Sources.Rows(
        one.measure(),
        Facts.title(measure, DimMeasure.TITLE_ZH, DimMeasure.TITLE_EN),
        measure.require(DimMeasure.DATASET),
        period,
        stage,
        facts.stage(stage),
        exact.isPresent(),
        rows.count(),
        files(one.period(), rows.first()));
  }

  private Set<String> members(String stage) {
    Set<String> members = new TreeSet<>(Set.of(stage));
    facts.read(DimStage.TABLE).stream()
        .filter(row -> row.require(DimStage.STAGE).equals(stage))
        .flatMap(row -> Facts.parts(row, DimStage.MEMBERS).stream())
        .filter(member -> !member.isEmpty())
        .forEach(members::add);
    return members;
  }

  /** What the area delivered itself; a city and the province deliver no records. */
  private List<StoredRow> submissions(Period period) {
    return facts.read(
        Submission.TABLE,
        Map.of(Submission.PERIOD, period.number(), Submission.COUNTY_CODE, question.area()));
  }

  private List<Sources.RowsOfFile> files(Period period, List<DeliveredRow> rows) {
    Map<String, String> names = new HashMap<>();
    submissions(period)
        .forEach(
            row -> names.put(row.require(Submission.SHA256), row.require(Submission.FILE_NAME)));
    Map<String, List<Long>> byFile = new LinkedHashMap<>();
    for (DeliveredRow row : rows) {
      byFile
          .computeIfAbsent(names.getOrDefault(row.file(), row.file()), any -> new ArrayList<>())
          .add(row.row());
    }
    return byFile.entrySet().stream()
        .map(file -> new Sources.RowsOfFile(file.getKey(), file.getValue()))
        .toList();
  }
}

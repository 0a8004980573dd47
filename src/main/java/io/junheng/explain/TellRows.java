package io.junheng.explain;

import io.junheng.table.DeliveredRow;
import io.junheng.table.DeliveredRows;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimMeasure;
import io.junheng.table.DimStage;
import io.junheng.table.StoredRow;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final String STAGE = "stage";
  private static final int MOST = 20;

  private final Facts facts;
  private final DeliveredRows delivered;
  private final Question question;

  /** A figure that is counted, at the stage at which it is needed. */
  private record Counted(String measure, String stage) {}

  TellRows(Facts facts, DeliveredRows delivered, Question question) {
    this.facts = facts;
    this.delivered = delivered;
    this.question = question;
  }

  /**
   * The rows behind each measure that the figures rest on, in the order in which they are needed.
   */
  List<Sources.Rows> of(List<Figure> figures) {
    if (submissions().isEmpty()) {
      return List.of();
    }
    Set<Counted> counted = new LinkedHashSet<>();
    figures.forEach(figure -> add(figure.indicator(), figure.stage(), counted, new TreeSet<>()));
    Map<String, List<DeliveredRow>> read = read(counted);
    List<Sources.Rows> told = new ArrayList<>();
    for (Counted one : counted) {
      StoredRow measure = facts.measure(one.measure()).orElseThrow();
      List<DeliveredRow> rows = read.get(measure.require(DimMeasure.DATASET));
      if (!rows.isEmpty()) {
        told.add(rows(measure, one.stage(), rows));
      }
    }
    return told;
  }

  private void add(String indicator, String stage, Set<Counted> counted, Set<String> seen) {
    if (!seen.add(indicator)) {
      return;
    }
    for (StoredRow definition : facts.indicator(indicator).stream().toList()) {
      for (String input : Facts.parts(definition, DimIndicator.INPUTS)) {
        Optional<StoredRow> measure = facts.measure(input);
        if (measure.flatMap(row -> row.text(DimMeasure.DATASET)).isPresent()) {
          counted.add(new Counted(input, stage));
          measure
              .flatMap(row -> row.text(DimMeasure.DECIDED_BY))
              .filter(form -> facts.measure(form).isPresent())
              .ifPresent(form -> counted.add(new Counted(form, stage)));
        } else if (!TellFigure.isColumn(input)) {
          add(input, stage, counted, seen);
        }
      }
    }
  }

  /** Each dataset once, with all columns that any of its measures looks at. */
  private Map<String, List<DeliveredRow>> read(Set<Counted> counted) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    for (Counted one : counted) {
      StoredRow measure = facts.measure(one.measure()).orElseThrow();
      Set<String> ofDataset =
          columns.computeIfAbsent(
              measure.require(DimMeasure.DATASET), any -> new TreeSet<>(Set.of(STAGE)));
      formula(measure).ifPresent(formula -> ofDataset.addAll(formula.columns()));
    }
    Map<String, List<DeliveredRow>> rows = new HashMap<>();
    columns.forEach(
        (dataset, names) ->
            rows.put(
                dataset,
                delivered
                    .read(
                        new DeliveredRows.Asked(
                            dataset,
                            question.period().number(),
                            question.area(),
                            question.school(),
                            names))
                    .stream()
                    .sorted(
                        Comparator.comparing(DeliveredRow::file)
                            .thenComparingLong(DeliveredRow::row))
                    .toList()));
    return rows;
  }

  private static Optional<RowFormula> formula(StoredRow measure) {
    return measure.text(DimMeasure.FORMULA).flatMap(RowFormula::of);
  }

  private Sources.Rows rows(StoredRow measure, String stage, List<DeliveredRow> rows) {
    boolean hasStages = rows.stream().anyMatch(row -> row.values().containsKey(STAGE));
    String of = hasStages ? stage : Table.TOTAL;
    Set<String> members = new TreeSet<>(members(of));
    List<DeliveredRow> ofStage =
        rows.stream()
            .filter(row -> of.equals(Table.TOTAL) || members.contains(row.values().get(STAGE)))
            .toList();
    Optional<List<DeliveredRow>> exact =
        formula(measure).flatMap(f -> taken(f, measure, of, ofStage));
    List<DeliveredRow> told = exact.orElse(ofStage);
    return new Sources.Rows(
        measure.require(DimMeasure.MEASURE),
        Facts.title(measure, DimMeasure.TITLE_ZH, DimMeasure.TITLE_EN),
        measure.require(DimMeasure.DATASET),
        of,
        facts.stage(of),
        exact.isPresent(),
        told.size(),
        files(told.subList(0, Math.min(MOST, told.size()))));
  }

  private List<String> members(String stage) {
    List<String> members =
        facts.read(DimStage.TABLE).stream()
            .filter(row -> row.require(DimStage.STAGE).equals(stage))
            .flatMap(row -> Facts.parts(row, DimStage.MEMBERS).stream())
            .filter(member -> !member.isEmpty())
            .toList();
    List<String> all = new ArrayList<>(members);
    all.add(stage);
    return all;
  }

  /** The rows that the formula takes, if they add up to the figure that the lake holds. */
  private Optional<List<DeliveredRow>> taken(
      RowFormula formula, StoredRow measure, String stage, List<DeliveredRow> rows) {
    List<DeliveredRow> taken = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    try {
      for (DeliveredRow row : rows) {
        Optional<BigDecimal> part = formula.adds(row.values());
        if (part.isPresent()) {
          taken.add(row);
          sum = sum.add(part.get());
        }
      }
    } catch (RowTermReader.NotUnderstood | ClassCastException e) {
      return Optional.empty();
    }
    BigDecimal found = sum;
    String id = measure.require(DimMeasure.MEASURE);
    int period = question.period().number();
    return facts
        .recorded(question, id, stage, period)
        .or(() -> facts.measured(question, id, stage, period))
        .filter(figure -> figure.compareTo(found) == 0)
        .map(figure -> taken);
  }

  /** What the area delivered itself; a city and the province deliver nothing. */
  private List<StoredRow> submissions() {
    return facts.read(
        Submission.TABLE,
        Map.of(
            Submission.PERIOD,
            question.period().number(),
            Submission.COUNTY_CODE,
            question.area()));
  }

  private List<Sources.RowsOfFile> files(List<DeliveredRow> rows) {
    Map<String, String> names = new HashMap<>();
    submissions()
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

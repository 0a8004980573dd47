package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimMeasure;
import io.junheng.table.RejectedRow;
import io.junheng.table.StoredRow;
import io.junheng.table.Submission;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells which deliveries figures rest on, and what was wrong with them. */
record TellSources(Facts facts, Question question) {
  private static final String EVIDENCE = "evidence";
  private static final Set<String> ACCEPTED = Set.of("accepted", "accepted_with_warnings");
  private static final String OPEN = "open";

  /**
   * The sources of indicators, and of evidence where an item asks for it.
   *
   * @param rows that figures are counted from
   */
  Sources of(
      Collection<String> indicators, Collection<ItemTold.Test> tests, List<Sources.Rows> rows) {
    Set<String> datasets = new TreeSet<>();
    boolean looksBack = false;
    Set<String> seen = new TreeSet<>();
    for (String indicator : indicators) {
      looksBack |= addDatasets(indicator, datasets, seen);
    }
    if (tests.stream().anyMatch(test -> test.statement().isPresent())) {
      datasets.add(EVIDENCE);
    }
    Period period = question.period();
    return new Sources(
        List.copyOf(datasets),
        (looksBack ? Stream.of(period, period.previous()) : Stream.of(period))
            .flatMap(each -> files(each.number(), datasets))
            .toList(),
        rows,
        setAside(datasets),
        findings(datasets));
  }

  /** Adds the datasets that an indicator reads in the end; tells whether it compares years. */
  private boolean addDatasets(String indicator, Set<String> datasets, Set<String> seen) {
    if (!seen.add(indicator)) {
      return false;
    }
    boolean looksBack = false;
    for (StoredRow definition : facts.indicator(indicator).stream().toList()) {
      looksBack = TellFigure.looksBack(definition);
      definition.text(DimIndicator.SCOPE_DATASET).ifPresent(datasets::add);
      for (String input : Facts.parts(definition, DimIndicator.INPUTS)) {
        if (TellFigure.isColumn(input)) {
          datasets.add(input.substring(0, input.indexOf('.')));
        } else if (facts.measure(input).isPresent()) {
          addDatasetsOf(facts.measure(input), datasets);
        } else {
          looksBack |= addDatasets(input, datasets, seen);
        }
      }
    }
    return looksBack;
  }

  private void addDatasetsOf(Optional<StoredRow> measure, Set<String> datasets) {
    measure.flatMap(row -> row.text(DimMeasure.DATASET)).ifPresent(datasets::add);
    measure
        .flatMap(row -> row.text(DimMeasure.DECIDED_BY))
        .flatMap(facts::measure)
        .flatMap(form -> form.text(DimMeasure.DATASET))
        .filter(form -> accepted(question.period().number(), Set.of(form)).findAny().isPresent())
        .ifPresent(datasets::add);
  }

  private Stream<StoredRow> accepted(int period, Set<String> datasets) {
    return facts
        .read(
            Submission.TABLE,
            Map.of(Submission.PERIOD, period, Submission.COUNTY_CODE, question.area()))
        .stream()
        .filter(row -> datasets.contains(row.require(Submission.DATASET)))
        .filter(row -> ACCEPTED.contains(row.require(Submission.STATE)));
  }

  private Stream<Sources.File> files(int period, Set<String> datasets) {
    return accepted(period, datasets)
        .sorted(
            Comparator.comparing((StoredRow row) -> row.require(Submission.DATASET))
                .thenComparing(row -> row.require(Submission.FILE_NAME)))
        .map(
            row ->
                new Sources.File(
                    period,
                    row.require(Submission.DATASET),
                    row.require(Submission.FILE_NAME),
                    row.require(Submission.SHA256),
                    row.whole(Submission.ROWS_ACCEPTED).orElse(0L),
                    row.whole(Submission.ROWS_REJECTED).orElse(0L),
                    row.require(Submission.STATE),
                    row.instant(Submission.RECEIVED_AT).orElseThrow()));
  }

  private List<Sources.SetAside> setAside(Set<String> datasets) {
    return facts
        .read(
            RejectedRow.TABLE,
            Map.of(
                RejectedRow.PERIOD,
                question.period().number(),
                RejectedRow.COUNTY_CODE,
                question.area()))
        .stream()
        .filter(row -> datasets.contains(row.require(RejectedRow.DATASET)))
        .sorted(
            Comparator.comparing((StoredRow row) -> row.require(RejectedRow.FILE_NAME))
                .thenComparing(row -> row.whole(RejectedRow.ROW_NO).orElse(0L)))
        .map(
            row ->
                new Sources.SetAside(
                    row.require(RejectedRow.DATASET),
                    row.require(RejectedRow.FILE_NAME),
                    row.whole(RejectedRow.ROW_NO).orElse(0L),
                    row.text(RejectedRow.COLUMN_NAME),
                    row.require(RejectedRow.RULE),
                    Facts.title(row, RejectedRow.MESSAGE_ZH, RejectedRow.MESSAGE_EN),
                    row.text(RejectedRow.MASKED_VALUE)))
        .toList();
  }

  private List<Sources.Finding> findings(Set<String> datasets) {
    return facts
        .read(
            io.junheng.table.Finding.TABLE,
            Map.of(
                io.junheng.table.Finding.PERIOD,
                question.period().number(),
                io.junheng.table.Finding.COUNTY_CODE,
                question.area()))
        .stream()
        .filter(row -> datasets.contains(row.require(io.junheng.table.Finding.DATASET)))
        .filter(row -> row.require(io.junheng.table.Finding.STATUS).equals(OPEN))
        .map(
            row ->
                new Sources.Finding(
                    row.require(io.junheng.table.Finding.DATASET),
                    row.require(io.junheng.table.Finding.RULE),
                    row.require(io.junheng.table.Finding.SEVERITY),
                    Facts.title(
                        row,
                        io.junheng.table.Finding.MESSAGE_ZH,
                        io.junheng.table.Finding.MESSAGE_EN),
                    row.whole(io.junheng.table.Finding.FAILED).orElse(0L),
                    row.whole(io.junheng.table.Finding.CHECKED).orElse(0L)))
        .toList();
  }
}

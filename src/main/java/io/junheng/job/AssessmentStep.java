package io.junheng.job;

import io.junheng.assessment.Assess;
import io.junheng.assessment.Assessment;
import io.junheng.assessment.Panel;
import io.junheng.assessment.Panels;
import io.junheng.assessment.PreviousResult;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.indicator.SumRows;
import io.junheng.lake.Lake;
import io.junheng.lake.TableRow;
import io.junheng.table.CountyCertification;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.ItemCorrelation;
import io.junheng.table.LeagueTable;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolSum;
import io.junheng.table.SchoolVerdict;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import io.junheng.table.TouchedFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Indicators to verdicts, scores, places and league tables of every framework. */
final class AssessmentStep {
  private static final String EVIDENCE = "evidence";

  private final Computation computation;
  private final RunUnderWay run;
  private final Lake lake;
  private final Catalogue catalogue;
  private final Catalogue judging;
  private final AreaRegister areas;
  private final List<Period> periods;
  private final Deliveries deliveries;
  private final OtherFrameworks others;

  AssessmentStep(Computation computation) {
    this.computation = computation;
    this.run = computation.run();
    this.lake = computation.lake();
    this.catalogue = computation.catalogue();
    this.judging = computation.judging();
    this.areas = computation.areas();
    this.periods = computation.periods();
    this.deliveries = computation.deliveries();
    this.others = computation.others();
  }

  Counted assess() {
    HandOver handOver = handOver();
    Map<Period, Panel> panels = new TreeMap<>();
    lookedAt().forEach(period -> panels.put(period, handOver.panel(period)));
    List<Runnable> writes = new ArrayList<>(writes(assessments(panels)));
    certification().ifPresent(writes::add);
    targets(handOver).ifPresent(writes::add);
    Abreast.run(writes);
    return Counted.of(Counted.Unit.FRAMEWORKS, judging.frameworks().size())
        .and(Counted.Unit.COUNTIES, computation.counties());
  }

  /** Figures of areas are read while Spark counts the tests of schools. */
  private HandOver handOver() {
    HandOver handOver = new HandOver(judging, areas);
    Abreast.run(
        List.of(
            () ->
                handOver
                    .schools(SumRows.sums(lake.readSmall(SchoolSum.TABLE, periods)).schools())
                    .schoolTests(
                        lake.read(SchoolItem.TABLE, periods),
                        lake.read(SchoolVerdict.TABLE, periods)),
            () -> {
              handOver.indicators(lake.readSmall(CountyIndicator.TABLE, lookedAt()));
              contract(EVIDENCE)
                  .ifPresent(contract -> handOver.evidence(computation.smallSilver(contract)));
            }));
    return handOver;
  }

  /** Writes the ledger of recognition, where counties deliver one. */
  private Optional<Runnable> certification() {
    return contract(CertificationRows.CONTRACT)
        .map(
            contract ->
                () ->
                    lake.replace(
                        CountyCertification.TABLE,
                        periods,
                        TableRow.all(
                            CountyCertification.TABLE,
                            new CertificationRows(computation.smallSilver(contract), areas)
                                .of(periods))));
  }

  /** Writes how far areas are on their way to targets, where any are delivered. */
  private Optional<Runnable> targets(HandOver handOver) {
    return contract(TargetRows.CONTRACT)
        .map(
            contract ->
                () -> {
                  List<Panel> panels = lookedAt().stream().map(handOver::panelOfAllAreas).toList();
                  TargetRows targets = new TargetRows(computation.smallSilver(contract));
                  List<Row> rows = new ArrayList<>();
                  for (Period period : periods) {
                    targets.complaint(catalogue, period).ifPresent(run.watcher()::say);
                    Panels around = new Panels(handOver.panelOfAllAreas(period), panels);
                    rows.addAll(
                        TableRow.all(TargetProgress.TABLE, targets.of(catalogue, period, around)));
                  }
                  if (!rows.isEmpty() || lake.exists(TargetProgress.TABLE)) {
                    lake.replace(TargetProgress.TABLE, periods, rows);
                  }
                });
  }

  private Optional<Contract> contract(String id) {
    return catalogue.contracts().stream().filter(contract -> contract.id().equals(id)).findFirst();
  }

  /** The periods of this run, and those whose figures a rule looks at. */
  private Set<Period> lookedAt() {
    Set<Period> all = computation.withEarlier();
    judging.frameworks().stream()
        .filter(Framework.Weighted.class::isInstance)
        .map(Framework.Weighted.class::cast)
        .flatMap(framework -> framework.basePeriods().stream())
        .filter(deliveries.counties().keySet()::contains)
        .forEach(all::add);
    catalogue.frameworks().stream()
        .flatMap(
            framework ->
                Stream.concat(
                    framework.yearsBefore().stream(), framework.head().periods().values().stream()))
        .distinct()
        .flatMap(years -> periods.stream().map(period -> period.earlier(years)))
        .filter(deliveries.counties().keySet()::contains)
        .forEach(all::add);
    return all;
  }

  private List<Assessment> assessments(Map<Period, Panel> panels) {
    EarlierResults earlier = new EarlierResults(lake, computation.earlier());
    List<Assessment> assessments =
        Abreast.map(
                judging.frameworks().stream().flatMap(f -> f.parts().stream()).toList(),
                framework -> assessments(framework, panels, earlier.of(framework)))
            .stream()
            .flatMap(List::stream)
            .toList();
    assessments.stream()
        .flatMap(assessment -> assessment.refusals().stream())
        .forEach(refusal -> run.watcher().say(refusal.message()));
    return assessments;
  }

  /** Each period is held against the one before it. */
  private List<Assessment> assessments(
      Framework framework, Map<Period, Panel> panels, Map<Period, PreviousResult> results) {
    List<Assessment> assessments = new ArrayList<>();
    for (Period period : periods) {
      if (Dimensions.judges(framework, period)) {
        Assessment assessment =
            new Assess(framework, catalogue)
                .apply(
                    new Panels(panels.get(period), panels.values()),
                    Optional.ofNullable(results.get(period.previous())));
        results.put(period, PreviousResult.of(assessment));
        assessments.add(assessment);
      }
    }
    return assessments;
  }

  private List<Runnable> writes(List<Assessment> assessments) {
    Map<Table, Function<AssessmentRows, List<Map<TableColumn, Object>>>> parts =
        new LinkedHashMap<>();
    parts.put(FrameworkItemResult.TABLE, AssessmentRows::frameworkItem);
    parts.put(CountyVerdict.TABLE, AssessmentRows::countyVerdict);
    parts.put(CountyScore.TABLE, AssessmentRows::countyScore);
    parts.put(TouchedFigure.TABLE, AssessmentRows::touchedFigure);
    parts.put(ItemCorrelation.TABLE, AssessmentRows::itemCorrelation);
    parts.put(CountyRanking.TABLE, AssessmentRows::countyRanking);
    parts.put(LeagueTable.TABLE, AssessmentRows::leagueTable);
    TestWords tests = new TestWords(judging);
    List<AssessmentRows> rows =
        assessments.stream().map(a -> new AssessmentRows(a, areas, tests)).toList();
    return parts.entrySet().stream()
        .<Runnable>map(part -> () -> write(part.getKey(), rows, part.getValue()))
        .toList();
  }

  private void write(
      Table table,
      List<AssessmentRows> assessments,
      Function<AssessmentRows, List<Map<TableColumn, Object>>> part) {
    List<Row> rows =
        others.with(
            table,
            table.equals(CountyRanking.TABLE) ? CountyRanking.SUBJECT : framework(table),
            assessments.stream()
                .flatMap(a -> TableRow.all(table, part.apply(a)).stream())
                .toList());
    if (!rows.isEmpty() || lake.exists(table)) {
      lake.replace(table, periods, rows);
    }
  }

  private static TableColumn framework(Table table) {
    return table.columns().stream()
        .filter(column -> column.columnName().equals(FrameworkItemResult.FRAMEWORK.columnName()))
        .findFirst()
        .orElseThrow();
  }
}

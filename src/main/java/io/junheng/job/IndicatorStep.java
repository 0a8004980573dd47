package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.indicator.AreaFigure;
import io.junheng.indicator.CompareAreas;
import io.junheng.indicator.EvaluateDispersion;
import io.junheng.indicator.EvaluateSchools;
import io.junheng.indicator.JudgeSchools;
import io.junheng.indicator.SchoolPanel;
import io.junheng.indicator.SplitDispersion;
import io.junheng.indicator.SumRows;
import io.junheng.indicator.SumSchools;
import io.junheng.indicator.TestSchools;
import io.junheng.lake.Lake;
import io.junheng.lake.TableRow;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyMeasure;
import io.junheng.table.DispersionSplit;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.SchoolSum;
import io.junheng.table.SchoolVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Measures to indicators: figures of schools, their spreads and their tests, which are made of a
 * county's own rows alone, and the indicators of areas.
 */
final class IndicatorStep {
  private final Computation computation;
  private final RunUnderWay run;
  private final Lake lake;
  private final Catalogue catalogue;
  private final Catalogue judging;
  private final AreaRegister areas;
  private final List<Period> periods;
  private final OtherFrameworks others;

  IndicatorStep(Computation computation) {
    this.computation = computation;
    this.run = computation.run();
    this.lake = computation.lake();
    this.catalogue = computation.catalogue();
    this.judging = computation.judging();
    this.areas = computation.areas();
    this.periods = computation.periods();
    this.others = computation.others();
  }

  Counted indicators(CountyPart part) {
    if (part.isNothing()) {
      areas(SumRows.sums(lake.readSmall(SchoolSum.TABLE, periods)));
      return counted(part);
    }
    Dataset<Row> panel = panel(part);
    // Six tables are made from the panel, and planning it takes longer than working it out.
    panel.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return indicators(panel, part);
    } finally {
      panel.unpersist();
    }
  }

  private Dataset<Row> panel(CountyPart part) {
    return new SchoolPanel(catalogue)
        .apply(
            part.of(lake.read(SchoolMeasure.TABLE, part.periods())),
            part.of(computation.schools()));
  }

  private Counted indicators(Dataset<Row> panel, CountyPart part) {
    Abreast.run(
        List.of(
            () -> {
              spread(panel, part);
              areas(sums(panel, part));
            },
            () -> {
              computation.replace(
                  SchoolIndicator.TABLE,
                  SchoolIndicator.COUNTY_CODE,
                  part,
                  new EvaluateSchools(catalogue).apply(panel));
              testSchools(panel, part);
            }));
    return counted(part);
  }

  private Counted counted(CountyPart part) {
    return Counted.of(Counted.Unit.INDICATORS, catalogue.indicators().size())
        .and(Counted.Unit.COUNTIES, computation.counties(part));
  }

  private void spread(Dataset<Row> panel, CountyPart part) {
    EvaluateDispersion dispersion = new EvaluateDispersion(catalogue);
    Dataset<Row> spreads = dispersion.apply(panel).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      computation.replace(
          CountyDispersion.TABLE, CountyDispersion.COUNTY_CODE, part, dispersion.spreads(spreads));
      computation.replace(
          SchoolDispersionShare.TABLE,
          SchoolDispersionShare.COUNTY_CODE,
          part,
          dispersion.shares(spreads));
    } finally {
      spreads.unpersist();
    }
  }

  /** What the schools of all counties bring together; those that stand are read. */
  private SumSchools.Sums sums(Dataset<Row> panel, CountyPart part) {
    SumSchools.Sums sums = new AreaFigures(catalogue).sums(panel);
    sums.with(
        SumRows.sums(
            lake.readSmall(SchoolSum.TABLE, periods).stream()
                .filter(
                    row ->
                        !part.has(
                            row.getInt(SchoolSum.PERIOD.ordinal()),
                            row.getString(SchoolSum.COUNTY_CODE.ordinal())))
                .toList()));
    lake.replace(SchoolSum.TABLE, periods, TableRow.all(SchoolSum.TABLE, SumRows.of(sums)));
    return sums;
  }

  private void areas(SumSchools.Sums sums) {
    lake.replace(
        DispersionSplit.TABLE,
        periods,
        TableRow.all(
            DispersionSplit.TABLE,
            new SplitDispersion(areas.lineage(periods)).apply(sums).toList()));
    List<AreaFigure> figures =
        new ArrayList<>(
            new AreaFigures(catalogue)
                .of(
                    run.spark(),
                    sums,
                    lake.readSmall(CountyMeasure.TABLE, computation.withEarlier()),
                    lake.readSmall(CountyDispersion.TABLE, periods),
                    areas.lineage(periods)));
    figures.addAll(earlierIndicators());
    CompareAreas compare =
        new CompareAreas(
            areas.reportingAreas(computation.withEarlier(), stages(sums)),
            periods.stream().map(Period::number).collect(Collectors.toSet()));
    lake.replace(
        CountyIndicator.TABLE,
        periods,
        TableRow.all(CountyIndicator.TABLE, compare.apply(figures).toList()));
  }

  /** The stages, groups among them, in which a county has pupils, by period and code. */
  private static Map<Integer, Map<String, Set<String>>> stages(SumSchools.Sums sums) {
    Map<Integer, Map<String, Set<String>>> stages = new HashMap<>();
    sums.schools()
        .forEach(
            (unit, count) -> {
              if (count > 0) {
                stages
                    .computeIfAbsent(unit.period(), period -> new HashMap<>())
                    .computeIfAbsent(unit.area(), county -> new HashSet<>())
                    .add(unit.stage());
              }
            });
    return stages;
  }

  /** Figures of periods before those of this run, as the comparison of areas takes them. */
  private List<AreaFigure> earlierIndicators() {
    return lake.readSmall(CountyIndicator.TABLE, computation.earlier()).stream()
        .map(CompareAreas::figure)
        .toList();
  }

  /** Holds the schools of all counties against the standards anew; their figures stand. */
  void testSchools() {
    CountyPart all = CountyPart.all(periods);
    testSchools(panel(all), all);
  }

  private void testSchools(Dataset<Row> panel, CountyPart part) {
    if (judging.frameworks().stream().anyMatch(Framework.Conjunctive.class::isInstance)) {
      computation.replace(
          SchoolItem.TABLE,
          SchoolItem.COUNTY_CODE,
          part,
          others.with(
              SchoolItem.TABLE, SchoolItem.FRAMEWORK, new TestSchools(judging).apply(panel)));
      new JudgeSchools(judging)
          .apply(part.of(lake.read(SchoolItem.TABLE, part.periods())))
          .map(made -> others.with(SchoolVerdict.TABLE, SchoolVerdict.FRAMEWORK, made))
          .ifPresent(
              verdicts ->
                  computation.replace(
                      SchoolVerdict.TABLE, SchoolVerdict.COUNTY_CODE, part, verdicts));
    }
  }
}

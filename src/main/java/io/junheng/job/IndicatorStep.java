package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.indicator.AreaFigure;
import io.junheng.indicator.CompareAreas;
import io.junheng.indicator.SplitDispersion;
import io.junheng.indicator.SumRows;
import io.junheng.indicator.SumSchools;
import io.junheng.lake.Lake;
import io.junheng.lake.StagedFile;
import io.junheng.lake.TableRow;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyMeasure;
import io.junheng.table.DispersionSplit;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolSum;
import io.junheng.table.SchoolVerdict;
import io.junheng.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
      SumSchools.Sums sums = SumRows.sums(lake.readSmall(SchoolSum.TABLE, periods));
      Abreast.run(List.of(() -> areas(sums), () -> split(sums)));
      return counted(part);
    }
    CountyTables.Brought made = new CountyTables(computation, part).all(tables());
    SumSchools.Sums sums = withOthers(made.sums(), part);
    Abreast.run(
        List.of(
            () -> {
              replace(CountyDispersion.TABLE, part, made);
              areas(sums);
            },
            () -> {
              lake.replace(
                  SchoolSum.TABLE, periods, TableRow.all(SchoolSum.TABLE, SumRows.of(sums)));
              split(sums);
              replace(SchoolIndicator.TABLE, part, made);
              replace(SchoolDispersionShare.TABLE, part, made);
              replaceTests(part, made);
            }));
    return counted(part);
  }

  private List<Table> tables() {
    List<Table> tables =
        new ArrayList<>(
            List.of(CountyDispersion.TABLE, SchoolIndicator.TABLE, SchoolDispersionShare.TABLE));
    tables.addAll(testTables());
    return tables;
  }

  /** None where no framework tests schools. */
  private List<Table> testTables() {
    List<Framework.Conjunctive> conjunctive =
        judging.frameworks().stream()
            .filter(Framework.Conjunctive.class::isInstance)
            .map(Framework.Conjunctive.class::cast)
            .toList();
    if (conjunctive.isEmpty()) {
      return List.of();
    }
    return conjunctive.stream().allMatch(framework -> framework.schoolRule().isEmpty())
        ? List.of(SchoolItem.TABLE)
        : List.of(SchoolItem.TABLE, SchoolVerdict.TABLE);
  }

  private void replace(Table table, CountyPart part, CountyTables.Brought made) {
    computation.replaceStaged(table, part, made.files().of(table));
  }

  private Counted counted(CountyPart part) {
    return Counted.of(Counted.Unit.INDICATORS, catalogue.indicators().size())
        .and(Counted.Unit.COUNTIES, computation.counties(part));
  }

  /** What the schools of all counties bring together; those that stand are read. */
  private SumSchools.Sums withOthers(SumSchools.Sums sums, CountyPart part) {
    sums.with(
        SumRows.sums(
            lake.readSmall(SchoolSum.TABLE, periods).stream()
                .filter(
                    row ->
                        !part.has(
                            row.getInt(SchoolSum.PERIOD.ordinal()),
                            row.getString(SchoolSum.COUNTY_CODE.ordinal())))
                .toList()));
    return sums;
  }

  private void split(SumSchools.Sums sums) {
    lake.replace(
        DispersionSplit.TABLE,
        periods,
        TableRow.all(
            DispersionSplit.TABLE,
            new SplitDispersion(areas.lineage(periods)).apply(sums).toList()));
  }

  private void areas(SumSchools.Sums sums) {
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
    if (!testTables().isEmpty()) {
      CountyPart all = CountyPart.all(periods);
      replaceTests(all, new CountyTables(computation, all).tests(testTables()));
    }
  }

  private void replaceTests(CountyPart part, CountyTables.Brought made) {
    for (Table table : testTables()) {
      List<StagedFile> files = new ArrayList<>(made.files().of(table));
      others
          .of(table, SchoolItem.FRAMEWORK)
          .ifPresent(kept -> files.addAll(lake.staged(table, part.periods(), kept)));
      computation.replaceStaged(table, part, files);
    }
  }
}

package io.junheng.job;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.junheng.assessment.Assess;
import io.junheng.assessment.Assessment;
import io.junheng.assessment.Panel;
import io.junheng.assessment.Panels;
import io.junheng.assessment.PreviousResult;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Framework;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
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
import io.junheng.lake.LeasedWork;
import io.junheng.lake.SilverTable;
import io.junheng.lake.TableRow;
import io.junheng.measure.MeasureCounties;
import io.junheng.measure.MeasureSchools;
import io.junheng.measure.SourcePlan;
import io.junheng.table.CountyCertification;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyMeasure;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimSchool;
import io.junheng.table.DispersionSplit;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.ItemCorrelation;
import io.junheng.table.LeagueTable;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.SchoolSum;
import io.junheng.table.SchoolVerdict;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import io.junheng.table.TouchedFigure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Silver to gold: measures, indicators, spread, school verdicts, county verdicts, places, league
 * tables, dimensions.
 *
 * <p>Works on all periods of the request together, so that each table gets one commit. A period
 * that stands one year after a requested one is renewed with it, because its changes and movements
 * lean on it.
 */
public final class ComputeJob {
  private static final String EVIDENCE = "evidence";

  /** What measures, and figures of schools, are written to county by county. */
  private static final List<Table> MEASURED = List.of(SchoolMeasure.TABLE, CountyMeasure.TABLE);

  private static final List<Table> SUMMED =
      List.of(
          SchoolSum.TABLE,
          SchoolIndicator.TABLE,
          CountyDispersion.TABLE,
          SchoolDispersionShare.TABLE);

  /** Runs by itself. */
  public JobReport run(
      org.apache.spark.sql.SparkSession spark, JobRequest request, Watcher watcher) {
    return run(SparkOnDemand.of(spark), request, watcher);
  }

  JobReport run(SparkOnDemand spark, JobRequest request, Watcher watcher) {
    return RunUnderWay.during(
        spark, request, watcher, Clock.systemUTC(), run -> compute(run, request.periods()));
  }

  /**
   * Computes within a run that is under way, whether or not anything changed; returns the periods.
   */
  List<Period> compute(RunUnderWay run, Collection<Period> requested) {
    Deliveries deliveries = new Deliveries(run.small());
    GoldState state = goldState(run, deliveries);
    List<Period> periods = periods(run, deliveries, requested);
    run.take(periods.stream().map(LeasedWork::of).toList());
    state.redo(periods);
    return compute(run, deliveries, state, periods);
  }

  /** The same for those periods whose gold is not what it would be now. */
  List<Period> computeIfStale(RunUnderWay run, Collection<Period> requested) {
    Deliveries deliveries = new Deliveries(run.small());
    GoldState state = goldState(run, deliveries);
    List<Period> periods = periods(run, deliveries, requested);
    List<Period> stale = List.copyOf(state.stale(periods, List.of()).keySet());
    if (stale.isEmpty() && !periods.isEmpty()) {
      run.watcher()
          .say(
              new Text(
                  "数据与定义均未变化,结果无需重算。",
                  "Neither data nor definitions changed: the results stand as they are."));
      return periods;
    }
    run.take(stale.stream().map(LeasedWork::of).toList());
    return compute(run, deliveries, state, stale);
  }

  private static List<Period> compute(
      RunUnderWay run, Deliveries deliveries, GoldState state, List<Period> periods) {
    if (periods.isEmpty()) {
      run.note(
          Outcome.INPUT,
          new Text(
              "没有可计算的周期:数据湖中尚无已接收的报送。请先运行 ingest。",
              "Nothing to compute: the lake holds no accepted delivery of the periods asked for. Run ingest first."));
      return periods;
    }
    AreaRegister areas =
        new AreaRegister(
            run.request().catalogue(),
            deliveries.counties(),
            Deliveries.namedAreas(run.request().catalogue(), run.lake()));
    new EachPeriod(run)
        .togetherOrAlone(
            periods,
            batch ->
                new Work(
                        run,
                        run.lake().labelled(areas.label(batch)),
                        areas,
                        batch,
                        deliveries,
                        state)
                    .compute());
    sayThatOthersStand(run, state, periods);
    return periods;
  }

  private static GoldState goldState(RunUnderWay run, Deliveries deliveries) {
    JobRequest request = run.request();
    return new GoldState(run.small(), request.catalogue(), request.frameworks(), deliveries);
  }

  private static void sayThatOthersStand(RunUnderWay run, GoldState state, List<Period> periods) {
    if (!run.request().frameworks().isEmpty() && !state.standsFor(periods)) {
      run.watcher()
          .say(
              new Text(
                  "其他评价体系的结果仍是此前的,请运行 compute 更新。",
                  "The other frameworks' results stand as they were. Type compute to renew them."));
    }
  }

  private static List<Period> periods(
      RunUnderWay run, Deliveries deliveries, Collection<Period> requested) {
    Set<Period> delivered = deliveries.counties().keySet();
    for (Period period : requested) {
      if (!delivered.isEmpty() && !delivered.contains(period)) {
        run.note(
            Outcome.INPUT,
            new Text(
                "周期 %s 没有已接收的报送".formatted(period),
                "No accepted delivery of period %s".formatted(period)));
      }
    }
    return candidates(deliveries, requested);
  }

  /**
   * The delivered periods that a request is about: those asked for, and those that lean on them.
   */
  static List<Period> candidates(Deliveries deliveries, Collection<Period> requested) {
    Set<Period> delivered = deliveries.counties().keySet();
    SortedSet<Period> periods = new TreeSet<>(requested.isEmpty() ? delivered : requested);
    requested.forEach(period -> periods.add(period.next()));
    periods.retainAll(delivered);
    return List.copyOf(periods);
  }

  /**
   * What is worked out anew of tables whose rows are each made from one county alone.
   *
   * @param counties empty: all of the periods
   */
  private record Part(List<Period> periods, Optional<Set<String>> counties) {
    static Part all(List<Period> periods) {
      return new Part(periods, Optional.empty());
    }

    static Part of(SortedMap<Period, Set<String>> changed) {
      Set<String> counties = new TreeSet<>();
      changed.values().forEach(counties::addAll);
      return new Part(List.copyOf(changed.keySet()), Optional.of(counties));
    }

    boolean isNothing() {
      return counties.filter(Set::isEmpty).isPresent();
    }

    Dataset<Row> of(Dataset<Row> rows) {
      return counties
          .map(
              codes ->
                  rows.where(col(SchoolMeasure.COUNTY_CODE.columnName()).isin(codes.toArray())))
          .orElse(rows);
    }

    boolean has(int period, String county) {
      return periods.contains(new Period(period))
          && counties.map(codes -> codes.contains(county)).orElse(true);
    }
  }

  /** One computation over some periods. */
  private static final class Work {
    private final RunUnderWay run;
    private final Lake lake;
    private final Catalogue catalogue;
    private final Catalogue judging;
    private final AreaRegister areas;
    private final List<Period> periods;
    private final Deliveries deliveries;
    private final OtherFrameworks others;
    private final GoldState state;
    private final String label;
    private List<Row> schoolCounts = List.of();

    Work(
        RunUnderWay run,
        Lake lake,
        AreaRegister areas,
        List<Period> periods,
        Deliveries deliveries,
        GoldState state) {
      this.run = run;
      this.lake = lake;
      this.catalogue = run.request().catalogue();
      Set<String> chosen = run.request().frameworks();
      this.judging = chosen.isEmpty() ? catalogue : catalogue.judging(chosen);
      this.others = new OtherFrameworks(lake, periods, chosen);
      this.areas = areas;
      this.periods = periods;
      this.deliveries = deliveries;
      this.state = state;
      this.label = areas.label(periods).orElse("");
    }

    void compute() {
      boolean figuresStand = state.isDone(GoldState.INDICATOR, periods);
      // Asked first: what the next step notes makes it forget.
      Part toSum = toSum();
      measures();
      schoolCounts = countSchools();
      if (!figuresStand) {
        state.begins(GoldState.INDICATOR, periods);
        run.step(
            GoldState.INDICATOR,
            new Text("指标与差异", "Indicators and spread"),
            () -> indicators(toSum));
        noteIndicators();
      }
      step(
          GoldState.ASSESSMENT,
          new Text("测算与排序", "Verdicts and places"),
          () -> {
            if (figuresStand) {
              testSchoolsAnew();
            }
            return assess();
          });
      step(GoldState.DIMENSION, new Text("维表", "Dimensions"), this::dimensions);
    }

    /**
     * Measures of a county are made of its own rows alone: only counties whose deliveries have
     * changed are measured anew, and only their rows are read.
     */
    private void measures() {
      if (state.isDone(GoldState.MEASURE, periods)) {
        return;
      }
      Part part = part(state.countiesToMeasure(periods, label), MEASURED);
      if (!part.isNothing()) {
        state.begins(GoldState.MEASURE, periods);
        run.step(GoldState.MEASURE, new Text("计量", "Measures"), () -> measure(part));
      }
      state.measured(periods, label);
    }

    /** A step that an earlier run has done for the same is not done again. */
    private void step(String name, Text title, Supplier<Counted> work) {
      if (!state.isDone(name, periods)) {
        state.begins(name, periods);
        run.step(name, title, work);
        state.done(name, periods);
      }
    }

    /**
     * Figures of schools, their spreads, tests and sums are worked out anew for counties whose
     * deliveries have changed. Where frameworks are chosen, the others' tests stay as they are, and
     * it is not known county by county what they stand on.
     */
    private Part toSum() {
      return areAllJudged() ? part(state.countiesToSum(periods, label), SUMMED) : Part.all(periods);
    }

    /** All counties, where it is not known which have changed, or where a table was lost. */
    private Part part(Optional<SortedMap<Period, Set<String>>> changed, List<Table> tables) {
      return changed
          .filter(any -> tables.stream().allMatch(lake::exists))
          .map(Part::of)
          .orElse(Part.all(periods));
    }

    private boolean areAllJudged() {
      return run.request().frameworks().isEmpty();
    }

    private void noteIndicators() {
      if (areAllJudged()) {
        state.summed(periods, label);
      } else {
        state.notSummed(periods);
      }
    }

    private Counted indicators(Part part) {
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

    private Dataset<Row> panel(Part part) {
      return new SchoolPanel(catalogue)
          .apply(part.of(lake.read(SchoolMeasure.TABLE, part.periods())), part.of(schools()));
    }

    // ---- measures
    // ---------------------------------------------------------------------------------------------------------

    private Counted measure(Part part) {
      Map<String, Dataset<Row>> silver =
          catalogue.contracts().stream()
              .collect(
                  Collectors.toMap(
                      Contract::id,
                      contract -> part.of(lake.read(SilverTable.of(contract), part.periods()))));
      AtomicLong rows = new AtomicLong();
      rows.addAndGet(
          replace(
              SchoolMeasure.TABLE,
              SchoolMeasure.COUNTY_CODE,
              part,
              new MeasureSchools(catalogue, SourcePlan.of(catalogue, Grain.SCHOOL_STAGE))
                  .apply(silver)));
      Abreast.run(
          List.of(
              () ->
                  rows.addAndGet(
                      replace(
                          CountyMeasure.TABLE,
                          CountyMeasure.COUNTY_CODE,
                          part,
                          new MeasureCounties(catalogue, SourcePlan.of(catalogue, Grain.AREA_STAGE))
                              .apply(
                                  part.of(lake.read(SchoolMeasure.TABLE, part.periods())),
                                  silver))),
              () -> {
                LocalDate today = run.now().atZone(ZoneOffset.UTC).toLocalDate();
                new SplitFindings(catalogue, lake, run.id()).replace(periods, today);
                new FormFindings(catalogue, lake, run.id()).replace(periods, today);
              }));
      return Counted.of(Counted.Unit.ROWS, rows.get()).and(Counted.Unit.COUNTIES, counties(part));
    }

    private long replace(Table table, TableColumn county, Part part, Dataset<Row> rows) {
      return part.counties()
          .map(codes -> lake.replace(table, part.periods(), county, codes, rows))
          .orElseGet(() -> lake.replace(table, part.periods(), rows))
          .rows();
    }

    /** Schools with pupils: period, county, stage, count. */
    private List<Row> countSchools() {
      return lake.read(SchoolMeasure.TABLE, periods)
          .where(col(SchoolMeasure.MEASURE.columnName()).equalTo(Measure.PUPILS))
          .where(col(SchoolMeasure.VALUE.columnName()).gt(0))
          .groupBy(
              col(SchoolMeasure.PERIOD.columnName()),
              col(SchoolMeasure.COUNTY_CODE.columnName()),
              col(SchoolMeasure.STAGE.columnName()))
          .agg(count(lit(1)))
          .collectAsList();
    }

    private Dataset<Row> silver(Contract contract) {
      return lake.read(SilverTable.of(contract), periods);
    }

    private Dataset<Row> schools() {
      return catalogue
          .schoolContract()
          .map(this::silver)
          .orElseGet(
              () ->
                  run.spark()
                      .createDataFrame(
                          List.of(),
                          new StructType()
                              .add("period", DataTypes.IntegerType)
                              .add("county_code", DataTypes.StringType)
                              .add("school_code", DataTypes.StringType)));
    }

    // ---- indicators
    // -------------------------------------------------------------------------------------------------------

    private Counted indicators(Dataset<Row> panel, Part part) {
      Abreast.run(
          List.of(
              () -> {
                spread(panel, part);
                areas(sums(panel, part));
              },
              () -> {
                replace(
                    SchoolIndicator.TABLE,
                    SchoolIndicator.COUNTY_CODE,
                    part,
                    new EvaluateSchools(catalogue).apply(panel));
                testSchools(panel, part);
              }));
      return counted(part);
    }

    private Counted counted(Part part) {
      return Counted.of(Counted.Unit.INDICATORS, catalogue.indicators().size())
          .and(Counted.Unit.COUNTIES, counties(part));
    }

    private void spread(Dataset<Row> panel, Part part) {
      EvaluateDispersion dispersion = new EvaluateDispersion(catalogue);
      Dataset<Row> spreads = dispersion.apply(panel).persist(StorageLevel.MEMORY_AND_DISK());
      try {
        replace(
            CountyDispersion.TABLE,
            CountyDispersion.COUNTY_CODE,
            part,
            dispersion.spreads(spreads));
        replace(
            SchoolDispersionShare.TABLE,
            SchoolDispersionShare.COUNTY_CODE,
            part,
            dispersion.shares(spreads));
      } finally {
        spreads.unpersist();
      }
    }

    /** What the schools of all counties bring together; those that stand are read. */
    private SumSchools.Sums sums(Dataset<Row> panel, Part part) {
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
      lake.replace(
          SchoolSum.TABLE,
          periods,
          SumRows.of(sums).stream().map(row -> TableRow.of(SchoolSum.TABLE, row)).toList());
      return sums;
    }

    private void areas(SumSchools.Sums sums) {
      lake.replace(
          DispersionSplit.TABLE,
          periods,
          new SplitDispersion(areas.lineage(periods))
              .apply(sums)
              .map(row -> TableRow.of(DispersionSplit.TABLE, row))
              .toList());
      List<AreaFigure> figures =
          new ArrayList<>(
              new AreaFigures(catalogue)
                  .of(
                      run.spark(),
                      sums,
                      lake.readSmall(CountyMeasure.TABLE, withEarlier()),
                      lake.readSmall(CountyDispersion.TABLE, periods),
                      areas.lineage(periods)));
      figures.addAll(earlierIndicators());
      CompareAreas compare =
          new CompareAreas(
              areas.reportingAreas(withEarlier(), stages()),
              periods.stream().map(Period::number).collect(Collectors.toSet()));
      lake.replace(
          CountyIndicator.TABLE,
          periods,
          compare.apply(figures).map(row -> TableRow.of(CountyIndicator.TABLE, row)).toList());
    }

    /** The stages, groups among them, in which a county has pupils, by period and code. */
    private Map<Integer, Map<String, Set<String>>> stages() {
      Map<Integer, Map<String, Set<String>>> stages = new HashMap<>();
      schoolCounts.forEach(
          row ->
              stages
                  .computeIfAbsent(row.getInt(0), period -> new HashMap<>())
                  .computeIfAbsent(row.getString(1), county -> new HashSet<>())
                  .add(row.getString(2)));
      return stages;
    }

    /** Frameworks have changed, or were chosen; the figures of schools stand. */
    private void testSchoolsAnew() {
      state.notSummed(periods);
      Part all = Part.all(periods);
      testSchools(panel(all), all);
      noteIndicators();
    }

    private void testSchools(Dataset<Row> panel, Part part) {
      if (judging.frameworks().stream().anyMatch(Framework.Conjunctive.class::isInstance)) {
        replace(
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
                    replace(SchoolVerdict.TABLE, SchoolVerdict.COUNTY_CODE, part, verdicts));
      }
    }

    /** Figures of periods before those of this run, as the comparison of areas takes them. */
    private List<AreaFigure> earlierIndicators() {
      return lake.readSmall(CountyIndicator.TABLE, earlier()).stream()
          .map(CompareAreas::figure)
          .toList();
    }

    private Set<Period> withEarlier() {
      Set<Period> all = new TreeSet<>(periods);
      all.addAll(earlier());
      return all;
    }

    /** Delivered periods that stand one year before one of this run and are not of it. */
    private Set<Period> earlier() {
      Set<Period> earlier = new TreeSet<>();
      periods.forEach(period -> earlier.add(period.previous()));
      earlier.retainAll(deliveries.counties().keySet());
      periods.forEach(earlier::remove);
      return earlier;
    }

    // ---- assessment
    // -------------------------------------------------------------------------------------------------------

    private Counted assess() {
      HandOver handOver =
          new HandOver(judging, areas)
              .indicators(lake.read(CountyIndicator.TABLE, lookedAt()))
              .schools(schoolCounts)
              .schoolTests(
                  lake.read(SchoolItem.TABLE, periods), lake.read(SchoolVerdict.TABLE, periods));
      contract(EVIDENCE).ifPresent(contract -> handOver.evidence(silver(contract)));
      Map<Period, Panel> panels = new TreeMap<>();
      lookedAt().forEach(period -> panels.put(period, handOver.panel(period)));
      List<Assessment> assessments = assessments(panels);
      List<Runnable> writes = new ArrayList<>();
      rowsByTable(assessments)
          .forEach(
              (table, rows) -> {
                if (!rows.isEmpty() || lake.exists(table)) {
                  writes.add(() -> lake.replace(table, periods, rows));
                }
              });
      certification().ifPresent(writes::add);
      targets(handOver).ifPresent(writes::add);
      Abreast.run(writes);
      return Counted.of(Counted.Unit.FRAMEWORKS, judging.frameworks().size())
          .and(Counted.Unit.COUNTIES, counties());
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
                          rows(
                              CountyCertification.TABLE,
                              new CertificationRows(silver(contract), areas).of(periods))));
    }

    /** Writes how far areas are on their way to targets, where any are delivered. */
    private Optional<Runnable> targets(HandOver handOver) {
      return contract(TargetRows.CONTRACT)
          .map(
              contract ->
                  () -> {
                    List<Panel> panels =
                        lookedAt().stream().map(handOver::panelOfAllAreas).toList();
                    TargetRows targets = new TargetRows(silver(contract));
                    List<Row> rows = new ArrayList<>();
                    for (Period period : periods) {
                      targets.complaint(catalogue, period).ifPresent(run.watcher()::say);
                      Panels around = new Panels(handOver.panelOfAllAreas(period), panels);
                      rows.addAll(
                          rows(TargetProgress.TABLE, targets.of(catalogue, period, around)));
                    }
                    if (!rows.isEmpty() || lake.exists(TargetProgress.TABLE)) {
                      lake.replace(TargetProgress.TABLE, periods, rows);
                    }
                  });
    }

    private Optional<Contract> contract(String id) {
      return catalogue.contracts().stream()
          .filter(contract -> contract.id().equals(id))
          .findFirst();
    }

    /** The periods of this run, and those whose figures a rule looks at. */
    private Set<Period> lookedAt() {
      Set<Period> all = withEarlier();
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
                      framework.yearsBefore().stream(),
                      framework.head().periods().values().stream()))
          .distinct()
          .flatMap(years -> periods.stream().map(period -> period.earlier(years)))
          .filter(deliveries.counties().keySet()::contains)
          .forEach(all::add);
      return all;
    }

    private List<Assessment> assessments(Map<Period, Panel> panels) {
      List<Assessment> assessments = new ArrayList<>();
      EarlierResults earlier = new EarlierResults(lake, earlier());
      List<Framework> parts =
          judging.frameworks().stream().flatMap(f -> f.parts().stream()).toList();
      for (Framework framework : parts) {
        Map<Period, PreviousResult> results = earlier.of(framework);
        for (Period period : periods) {
          if (Dimensions.judges(framework, period)) {
            Assessment assessment =
                new Assess(framework, catalogue)
                    .apply(
                        new Panels(panels.get(period), panels.values()),
                        Optional.ofNullable(results.get(period.previous())));
            assessment.refusals().forEach(refusal -> run.watcher().say(refusal.message()));
            results.put(period, PreviousResult.of(assessment));
            assessments.add(assessment);
          }
        }
      }
      return assessments;
    }

    private Map<Table, List<Row>> rowsByTable(List<Assessment> assessments) {
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
      Map<Table, List<Row>> rows = new LinkedHashMap<>();
      parts.forEach(
          (table, part) ->
              rows.put(
                  table,
                  others.with(
                      table,
                      table.equals(CountyRanking.TABLE) ? CountyRanking.SUBJECT : framework(table),
                      assessments.stream()
                          .flatMap(
                              a ->
                                  rows(table, part.apply(new AssessmentRows(a, areas, tests)))
                                      .stream())
                          .toList())));
      return rows;
    }

    private static TableColumn framework(Table table) {
      return table.columns().stream()
          .filter(column -> column.columnName().equals(FrameworkItemResult.FRAMEWORK.columnName()))
          .findFirst()
          .orElseThrow();
    }

    private static List<Row> rows(Table table, List<Map<TableColumn, Object>> values) {
      return values.stream().map(row -> TableRow.of(table, row)).toList();
    }

    // ---- dimensions
    // -------------------------------------------------------------------------------------------------------

    private Counted dimensions() {
      List<Period> all = List.copyOf(deliveries.counties().keySet());
      List<Runnable> writes = new ArrayList<>();
      Map<Table, List<Map<TableColumn, Object>>> rows =
          new Dimensions(catalogue, areas, all).rows();
      rows.forEach(
          (table, values) -> writes.add(() -> lake.replaceIfChanged(table, rows(table, values))));
      writes.add(() -> lake.replace(DimSchool.TABLE, periods, dimSchool()));
      Abreast.run(writes);
      return Counted.of(Counted.Unit.TABLES, writes.size());
    }

    private Dataset<Row> dimSchool() {
      Dataset<Row> schools = schools();
      Dataset<Row> stages =
          lake.read(SchoolMeasure.TABLE, periods)
              .where(col(SchoolMeasure.MEASURE.columnName()).equalTo(Measure.PUPILS))
              .where(col(SchoolMeasure.VALUE.columnName()).gt(0))
              .where(col(SchoolMeasure.STAGE.columnName()).isin(catalogue.stages().ids().toArray()))
              .groupBy(col("period"), col("county_code"), col("school_code"))
              .agg(
                  array_join(array_sort(collect_set(col(SchoolMeasure.STAGE.columnName()))), ",")
                      .alias(DimSchool.STAGES.columnName()));
      Set<String> present = Set.of(schools.columns());
      List<Column> columns =
          new ArrayList<>(List.of(col("period"), col("county_code"), col("school_code")));
      columns.add(attribute("school_name", DimSchool.NAME_ZH, present));
      columns.add(attribute("school_name_en", DimSchool.NAME_EN, present));
      for (DimSchool column :
          List.of(
              DimSchool.SCHOOL_TYPE,
              DimSchool.URBAN_RURAL,
              DimSchool.OWNERSHIP,
              DimSchool.LOCATED_IN,
              DimSchool.RUN_BY,
              DimSchool.LEGAL_PERSON_CODE,
              DimSchool.CAMPUS_CODE)) {
        columns.add(attribute(column.columnName(), column, present));
      }
      return schools
          .select(columns.toArray(Column[]::new))
          .join(
              stages,
              scala.jdk.javaapi.CollectionConverters.asScala(
                      List.of("period", "county_code", "school_code"))
                  .toSeq(),
              "left");
    }

    private static Column attribute(String name, TableColumn as, Set<String> present) {
      return (present.contains(name) ? col(name) : lit(null).cast(DataTypes.StringType))
          .alias(as.columnName());
    }

    private long counties(Part part) {
      return part.counties().map(codes -> (long) codes.size()).orElseGet(this::counties);
    }

    private long counties() {
      return periods.stream()
          .map(period -> areas.counties(period).size())
          .max(Integer::compare)
          .orElse(0);
    }
  }
}

package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.LeasedWork;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyMeasure;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.SchoolSum;
import io.junheng.table.Table;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Silver to gold: measures, indicators, spread, school verdicts, county verdicts, places, league
 * tables, dimensions.
 *
 * <p>Works on all periods of the request together, so that each table gets one commit. A period
 * that stands one year after a requested one is renewed with it, because its changes and movements
 * lean on it.
 */
public final class ComputeJob {
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
                        new Computation(
                            run, run.lake().labelled(areas.label(batch)), areas, batch, deliveries),
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

  /** One computation over some periods, step by step; what stands for the same input is kept. */
  private static final class Work {
    private final Computation computation;
    private final RunUnderWay run;
    private final List<Period> periods;
    private final GoldState state;
    private final String label;

    Work(Computation computation, GoldState state) {
      this.computation = computation;
      this.run = computation.run();
      this.periods = computation.periods();
      this.state = state;
      this.label = computation.areas().label(periods).orElse("");
    }

    void compute() {
      boolean figuresStand = state.isDone(GoldState.INDICATOR, periods) && areThere(SUMMED);
      // Asked first: what the next step notes makes it forget.
      CountyPart toSum = toSum();
      measures();
      IndicatorStep indicators = new IndicatorStep(computation);
      if (!figuresStand) {
        state.begins(GoldState.INDICATOR, periods);
        run.step(
            GoldState.INDICATOR,
            new Text("指标与差异", "Indicators and spread"),
            () -> indicators.indicators(toSum));
        noteIndicators();
      }
      step(
          GoldState.ASSESSMENT,
          new Text("测算与排序", "Verdicts and places"),
          () -> {
            if (figuresStand) {
              // Frameworks have changed, or were chosen.
              state.notSummed(periods);
              indicators.testSchools();
              noteIndicators();
            }
            return new AssessmentStep(computation).assess();
          });
      step(
          GoldState.DIMENSION,
          new Text("维表", "Dimensions"),
          () -> new DimensionStep(computation).dimensions());
    }

    private void measures() {
      if (state.isDone(GoldState.MEASURE, periods)) {
        return;
      }
      CountyPart part = part(state.countiesToMeasure(periods, label), MEASURED);
      if (!part.isNothing()) {
        state.begins(GoldState.MEASURE, periods);
        run.step(
            GoldState.MEASURE,
            new Text("计量", "Measures"),
            () -> new MeasureStep(computation).measure(part));
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
    private CountyPart toSum() {
      return computation.areAllJudged()
          ? part(state.countiesToSum(periods, label), SUMMED)
          : CountyPart.all(periods);
    }

    /** All counties, where it is not known which have changed, or where a table was lost. */
    private CountyPart part(Optional<SortedMap<Period, Set<String>>> changed, List<Table> tables) {
      return changed
          .filter(any -> areThere(tables))
          .map(CountyPart::of)
          .orElse(CountyPart.all(periods));
    }

    private boolean areThere(List<Table> tables) {
      return tables.stream().allMatch(computation.lake()::exists);
    }

    private void noteIndicators() {
      if (computation.areAllJudged()) {
        state.summed(periods, label);
      } else {
        state.notSummed(periods);
      }
    }
  }
}

package io.junheng.bench;

import io.junheng.assessment.IndicatorValue;
import io.junheng.assessment.ObsStatus;
import io.junheng.assessment.Panel;
import io.junheng.assessment.Panels;
import io.junheng.assessment.Rescore;
import io.junheng.assessment.ScoreWeighted;
import io.junheng.definition.Aggregation;
import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Direction;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
import io.junheng.definition.Indicator;
import io.junheng.definition.MissingRule;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Origin;
import io.junheng.definition.Period;
import io.junheng.definition.PeriodType;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.Rollup;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.Stages;
import io.junheng.definition.Text;
import io.junheng.definition.UnitBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100 counties × 60 indicators: six nodes of ten, one in fifty figures missing. Started by {@code
 * jobs/bench scoring}.
 */
@State(Scope.Benchmark)
@Threads(1)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 3)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScoringBench {
  private static final int COUNTIES = 100;
  private static final int NODES = 6;
  private static final int CHILDREN = 10;
  private static final int TIMES = 10_000;
  private static final String STAGE = Stages.TOTAL;
  private static final Period PERIOD = new Period(202310);
  private static final ScoreNode.Source OWN = new ScoreNode.Source(Optional.empty(), Origin.DEMO);

  private final Random random = new Random(60);
  private Framework.Weighted framework;
  private Catalogue catalogue;
  private Panel panel;
  private List<String> counties;
  private Rescore rescore;
  private double[] weights;

  /** Draws the framework and its figures. */
  @Setup
  public void draw() {
    List<Indicator> indicators = new ArrayList<>();
    List<ScoreNode> nodes = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      List<ScoreNode> leaves = new ArrayList<>();
      for (int leaf = 0; leaf < CHILDREN; leaf++) {
        Indicator indicator = indicator("i%d_%d".formatted(node, leaf));
        indicators.add(indicator);
        leaves.add(leaf(indicator.id()));
      }
      nodes.add(
          new ScoreNode.Branch(
              "N" + node,
              Text.same("N" + node),
              weight(),
              OWN,
              node % 3 == 0 ? Aggregation.GEOMETRIC : Aggregation.ARITHMETIC,
              new MissingRule.Reweight(new BigDecimal("0.6")),
              leaves));
    }
    framework = framework(nodes);
    catalogue = catalogue(indicators);
    counties = new ArrayList<>();
    List<IndicatorValue> values = new ArrayList<>();
    for (int i = 0; i < COUNTIES; i++) {
      String county = "C%03d".formatted(i);
      counties.add(county);
      indicators.forEach(indicator -> figure(county, indicator.id()).ifPresent(values::add));
    }
    panel =
        new Panel(
            PERIOD, PERIOD.referenceDate(), counties, values, List.of(), List.of(), List.of());
    rescore = Rescore.of(framework, catalogue, Panels.only(panel), counties);
    weights = rescore.weights();
  }

  /** Ten thousand sets of weights, with the scores and places of all counties. */
  @Benchmark
  public long tenThousandRescorings() {
    long places = 0;
    double[] drawn = new double[weights.length];
    for (int time = 0; time < TIMES; time++) {
      for (int node = 0; node < drawn.length; node++) {
        drawn[node] = weights[node] * (0.75 + 0.5 * random.nextDouble());
      }
      places += Rescore.places(rescore.scores(drawn))[0];
    }
    return places;
  }

  /** One scoring in decimals, with bounds, points of all items and grades, as it is published. */
  @Benchmark
  public int oneScoringInFull() {
    return new ScoreWeighted(framework, catalogue).apply(panel, counties).scores().size();
  }

  private BigDecimal weight() {
    return BigDecimal.valueOf(1 + random.nextInt(9));
  }

  private ScoreNode leaf(String indicator) {
    Normalisation rule =
        random.nextBoolean()
            ? new Normalisation.Attain(BigDecimal.valueOf(90), BigDecimal.ONE)
            : new Normalisation.Goalposts(BigDecimal.ZERO, BigDecimal.valueOf(120));
    return new ScoreNode.Leaf(
        indicator, Text.same(indicator), weight(), OWN, indicator, STAGE, rule);
  }

  private Optional<IndicatorValue> figure(String county, String indicator) {
    return random.nextInt(50) == 0
        ? Optional.empty()
        : Optional.of(
            new IndicatorValue(
                county,
                STAGE,
                indicator,
                Optional.of(BigDecimal.valueOf(1 + random.nextInt(1000), 1)),
                Optional.empty(),
                Optional.empty(),
                ObsStatus.A,
                Optional.empty()));
  }

  private static Indicator indicator(String id) {
    return new Indicator(
        id,
        Text.same(id),
        "1",
        1,
        Direction.UP,
        List.of(STAGE),
        new Formula.MeasureValue(id),
        new Rollup.Add(),
        UnitBasis.LOCATED_IN,
        false,
        Optional.empty(),
        Optional.empty(),
        Origin.DEMO,
        List.of());
  }

  private static Framework.Weighted framework(List<ScoreNode> nodes) {
    return new Framework.Weighted(
        new Framework.Head(
            "bench",
            Text.same("bench"),
            Optional.empty(),
            Origin.DEMO,
            "1",
            PeriodType.SCHOOL_YEAR,
            "everyone",
            List.of()),
        ScoreRule.mean(BigDecimal.valueOf(100), 2, LookAt.UNROUNDED),
        nodes,
        List.of(),
        List.of(),
        new RankingRule(
            RankingScope.ALL,
            List.of(new RankingKey.Score(Order.DESC)),
            Ties.COMPETITION,
            false,
            9));
  }

  private static Catalogue catalogue(List<Indicator> indicators) {
    return new Catalogue(
        "bench",
        new Stages(List.of(), List.of()),
        List.of(),
        List.of(new AreaSet("everyone", Text.same("everyone"), List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        indicators,
        List.of());
  }
}

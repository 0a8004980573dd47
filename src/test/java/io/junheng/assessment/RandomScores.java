package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import io.junheng.definition.Direction;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
import io.junheng.definition.Indicator;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.MissingRule;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** Frameworks of two levels and panels of counties, drawn from a seed. */
final class RandomScores {
  private static final List<String> PLACES =
      List.of(
          "area_per_pupil primary",
          "area_per_pupil junior",
          "area_cv primary",
          "area_cv junior",
          "sports_cv primary",
          "pupils_per_teacher primary",
          "pupils_per_teacher junior",
          "trained_share _T",
          "approval _T");
  private static final MissingRule REWEIGHT = new MissingRule.Reweight(new BigDecimal("0.5"));
  private static final List<MissingRule> RULES =
      List.of(new MissingRule.NoScore(), new MissingRule.Bounds(), REWEIGHT);

  private final Random random;
  private final List<String> counties = new ArrayList<>();
  private final Map<List<String>, BigDecimal> figures = new TreeMap<>(RandomScores::compare);

  RandomScores(long seed, int counties) {
    this.random = new Random(seed);
    for (int i = 0; i < counties; i++) {
      this.counties.add("C%03d".formatted(i));
    }
  }

  private static int compare(List<String> a, List<String> b) {
    return String.join(" ", a).compareTo(String.join(" ", b));
  }

  List<String> counties() {
    return counties;
  }

  /** Draws a figure for each county and leaf, but for a share of them. */
  RandomScores figures(double missing) {
    for (String county : counties) {
      for (String place : PLACES) {
        if (random.nextDouble() >= missing) {
          figures.put(List.of(county, place), figure());
        }
      }
    }
    return this;
  }

  private BigDecimal figure() {
    return BigDecimal.valueOf(1 + random.nextInt(300), 1);
  }

  /** The same figures and new ones in the gaps. */
  RandomScores completed() {
    RandomScores whole = copy();
    for (String county : counties) {
      PLACES.forEach(place -> whole.figures.putIfAbsent(List.of(county, place), figure()));
    }
    return whole;
  }

  /** The same with one figure a little better. */
  RandomScores better(String county) {
    RandomScores better = copy();
    String place = PLACES.get(random.nextInt(PLACES.size()));
    BigDecimal step = BigDecimal.valueOf(1 + random.nextInt(20), 1);
    boolean isUp = indicator(place).direction() == Direction.UP;
    better.figures.computeIfPresent(
        List.of(county, place), (key, value) -> isUp ? value.add(step) : value.subtract(step));
    return better;
  }

  /** The same with other figures of one leaf. */
  RandomScores with(String place, Function<BigDecimal, BigDecimal> change) {
    RandomScores changed = copy();
    changed.figures.replaceAll(
        (key, value) -> key.get(1).equals(place) ? change.apply(value) : value);
    return changed;
  }

  private RandomScores copy() {
    RandomScores copy = new RandomScores(random.nextLong(), counties.size());
    copy.figures.putAll(figures);
    return copy;
  }

  static Indicator indicator(String place) {
    return Kit.INDICATORS.stream()
        .filter(indicator -> indicator.id().equals(place.split(" ", -1)[0]))
        .findFirst()
        .orElseThrow();
  }

  /** In an order of chance. */
  Panel panel() {
    List<IndicatorValue> values = new ArrayList<>();
    figures.forEach((key, value) -> values.add(value(key, value)));
    Collections.shuffle(values, random);
    List<String> order = new ArrayList<>(counties);
    Collections.shuffle(order, random);
    return new Panel(Kit.PERIOD, Kit.DAY, order, values, List.of(), List.of(), List.of());
  }

  private static IndicatorValue value(List<String> key, BigDecimal value) {
    String[] place = key.get(1).split(" ", -1);
    return new IndicatorValue(
        key.get(0),
        place[1],
        place[0],
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        ObsStatus.A,
        Optional.empty());
  }

  /** Nodes of three leaves each, every node with an aggregation and missing rule of its own. */
  Framework.Weighted framework(List<Aggregation> aggregations, Function<String, Normalisation> by) {
    List<ScoreNode> nodes = new ArrayList<>();
    for (int i = 0; i < PLACES.size(); i += 3) {
      List<ScoreNode> leaves = new ArrayList<>();
      PLACES.subList(i, i + 3).forEach(place -> leaves.add(leaf(place, by.apply(place))));
      nodes.add(branch("N" + i, aggregations, leaves));
    }
    return framework(branch("A", aggregations, nodes));
  }

  static Framework.Weighted framework(ScoreNode... tree) {
    return new Framework.Weighted(
        Kit.head("2023", Origin.DEMO),
        ScoreRule.mean(BigDecimal.valueOf(100), 2, LookAt.UNROUNDED),
        List.of(tree),
        List.of(),
        List.of(),
        new RankingRule(
            RankingScope.ALL,
            List.of(new RankingKey.Score(Order.DESC)),
            Ties.COMPETITION,
            false,
            9));
  }

  private ScoreNode branch(String id, List<Aggregation> aggregations, List<ScoreNode> children) {
    return new ScoreNode.Branch(
        id,
        Text.same(id),
        weight(),
        Kit.SOURCE,
        aggregations.get(random.nextInt(aggregations.size())),
        RULES.get(random.nextInt(RULES.size())),
        children);
  }

  private ScoreNode leaf(String place, Normalisation rule) {
    String[] parts = place.split(" ", -1);
    return new ScoreNode.Leaf(
        place, Text.same(place), weight(), Kit.SOURCE, parts[0], parts[1], rule);
  }

  private BigDecimal weight() {
    return BigDecimal.valueOf(1 + random.nextInt(9));
  }

  /** A rule whose parameters are fixed, above 0 wherever the figures lie. */
  Normalisation fixed(String place) {
    BigDecimal low = BigDecimal.valueOf(random.nextInt(40), 1);
    BigDecimal high = low.add(BigDecimal.valueOf(50 + random.nextInt(250), 1));
    return switch (random.nextInt(4)) {
      case 0 -> new Normalisation.Attain(high, new BigDecimal("1.2"));
      case 1 ->
          new Normalisation.Bands(
              List.of(
                  new Normalisation.Step(reaching(place), high, BigDecimal.ONE),
                  new Normalisation.Step(reaching(place), low, new BigDecimal("0.7"))));
      case 2 ->
          new Normalisation.Goalposts(
              low.subtract(BigDecimal.valueOf(40)), high, Normalisation.Clip.CLIPPED);
      default ->
          new Normalisation.ZScore(
              new Normalisation.Fixed(high, BigDecimal.TEN),
              new BigDecimal("0.5"),
              new BigDecimal("0.1"),
              Optional.of(BigDecimal.valueOf(4)));
    };
  }

  private static Comparison reaching(String place) {
    return indicator(place).direction() == Direction.UP ? Comparison.AT_LEAST : Comparison.AT_MOST;
  }

  /** Any rule, those among them whose parameters come from the year's counties. */
  Normalisation any(String place) {
    Normalisation.OfYear year = new Normalisation.OfYear(Optional.empty());
    return switch (random.nextInt(6)) {
      case 0 -> new Normalisation.MinMax(year);
      case 1 -> new Normalisation.Ranked(Normalisation.Method.values()[random.nextInt(3)]);
      case 2 ->
          new Normalisation.ZScore(
              year, new BigDecimal("0.5"), new BigDecimal("0.1"), Optional.empty());
      case 3 -> new Normalisation.Distance(BigDecimal.valueOf(28), year, BigDecimal.ONE);
      default -> fixed(place);
    };
  }

  ScoreWeighted.Result score(Framework.Weighted framework) {
    return new ScoreWeighted(framework, Kit.catalogue(framework)).apply(panel(), counties);
  }
}

package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Aggregation;
import io.junheng.definition.Framework;
import io.junheng.definition.Normalisation;
import io.junheng.definition.ScoreNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of scores whatever the framework: every aggregation, seeded random panels. */
class ScorePropertiesTest {
  private static final List<Aggregation> ALL = List.of(Aggregation.values());

  /** More of a good thing may cost: unevenness is what the sixth is about. */
  private static final List<Aggregation> MONOTONE =
      ALL.stream().filter(how -> how != Aggregation.MAZZIOTTA_PARETO).toList();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  private static Map<String, CountyScore> totals(ScoreWeighted.Result result) {
    return result.scores().stream()
        .filter(CountyScore::isTotal)
        .collect(Collectors.toMap(CountyScore::county, Function.identity()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pointsOfTheItemsAddUpToTheScore(long seed) {
    RandomScores draw = new RandomScores(seed, 6).figures(0.1);
    Framework.Weighted framework = draw.framework(ALL, draw::any);
    ScoreWeighted.Result result = draw.score(framework);
    totals(result)
        .forEach(
            (county, total) ->
                total
                    .score()
                    .ifPresent(
                        score ->
                            assertThat(
                                    result.items().stream()
                                        .filter(item -> item.county().equals(county))
                                        .flatMap(item -> item.points().stream())
                                        .mapToDouble(BigDecimal::doubleValue)
                                        .sum())
                                .isCloseTo(score.doubleValue(), within(1e-12 * 100))));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverFillsTheGapsLiesWithinTheBounds(long seed) {
    RandomScores open = new RandomScores(seed, 4).figures(0.3);
    Framework.Weighted framework = open.framework(ALL, open::fixed);
    Map<String, CountyScore> before = totals(open.score(framework));
    for (int i = 0; i < 5; i++) {
      totals(open.completed().score(framework))
          .forEach(
              (county, total) ->
                  total
                      .score()
                      .ifPresent(
                          score ->
                              assertThat(score)
                                  .isBetween(
                                      before.get(county).scoreLow().orElseThrow(),
                                      before.get(county).scoreHigh().orElseThrow())));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBetterFigureNeverLowersTheScore(long seed) {
    RandomScores draw = new RandomScores(seed, 3).figures(0);
    Framework.Weighted framework = draw.framework(MONOTONE, draw::fixed);
    Map<String, CountyScore> before = totals(draw.score(framework));
    for (int i = 0; i < 8; i++) {
      Optional<BigDecimal> after = totals(draw.better("C000").score(framework)).get("C000").score();
      before
          .get("C000")
          .score()
          .ifPresent(score -> assertThat(after.orElseThrow()).isGreaterThanOrEqualTo(score));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfCountiesAndFiguresChangesNothing(long seed) {
    RandomScores draw = new RandomScores(seed, 7).figures(0.15);
    Framework.Weighted framework = draw.framework(ALL, draw::any);
    assertThat(draw.score(framework).scores()).isEqualTo(draw.score(framework).scores());
  }

  /** Metres or feet, and any zero: min-max and z-scores do not see the unit. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scalesOfTheYearDoNotSeeTheUnit(long seed) {
    RandomScores draw = new RandomScores(seed, 9).figures(0.1);
    Normalisation.OfYear year = new Normalisation.OfYear(Optional.empty());
    Normalisation rule =
        seed % 2 == 0
            ? new Normalisation.MinMax(year)
            : new Normalisation.ZScore(
                year, new BigDecimal("0.5"), new BigDecimal("0.1"), Optional.empty());
    Framework.Weighted framework = draw.framework(List.of(Aggregation.ARITHMETIC), place -> rule);
    RandomScores inFeet =
        draw.with(
            "area_per_pupil primary",
            value -> value.multiply(new BigDecimal("3.28")).add(BigDecimal.TEN));
    same(totals(inFeet.score(framework)), totals(draw.score(framework)));
  }

  /** Goalposts that move with the figures give the same shares. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void goalpostsMoveWithTheUnit(long seed) {
    Function<BigDecimal, BigDecimal> feet =
        value -> value.multiply(new BigDecimal("3.28")).add(BigDecimal.TEN);
    BigDecimal high = BigDecimal.valueOf(30);
    RandomScores draw = new RandomScores(seed, 5).figures(0);
    RandomScores twin = new RandomScores(seed, 5).figures(0);
    Framework.Weighted metres =
        draw.framework(List.of(Aggregation.ARITHMETIC), place -> posts(BigDecimal.ONE, high));
    Framework.Weighted moved =
        twin.framework(
            List.of(Aggregation.ARITHMETIC),
            place ->
                place.equals("approval _T")
                    ? posts(feet.apply(BigDecimal.ONE), feet.apply(high))
                    : posts(BigDecimal.ONE, high));
    same(totals(draw.with("approval _T", feet).score(moved)), totals(draw.score(metres)));
  }

  /** Places see nothing but the order. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scalesByPlaceSeeTheOrderOnly(long seed) {
    RandomScores draw = new RandomScores(seed, 9).figures(0.1);
    Normalisation rule = new Normalisation.Ranked(Normalisation.Method.values()[(int) (seed % 3)]);
    Framework.Weighted framework = draw.framework(List.of(Aggregation.ARITHMETIC), place -> rule);
    RandomScores squared = draw.with("trained_share _T", value -> value.multiply(value));
    same(totals(squared.score(framework)), totals(draw.score(framework)));
  }

  private static Normalisation posts(BigDecimal low, BigDecimal high) {
    return new Normalisation.Goalposts(low, high);
  }

  private static void same(Map<String, CountyScore> found, Map<String, CountyScore> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (county, total) -> {
          assertThat(found.get(county).score().isPresent()).isEqualTo(total.score().isPresent());
          total
              .score()
              .ifPresent(
                  score ->
                      assertThat(found.get(county).score().orElseThrow().doubleValue())
                          .isCloseTo(score.doubleValue(), within(1e-9)));
        });
  }

  /** Simulations use doubles; they must not tell another story. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scoringAgainWithTheSameWeightsGivesTheSameScores(long seed) {
    RandomScores draw = new RandomScores(seed, 12).figures(0.1);
    Framework.Weighted framework = draw.framework(ALL, draw::any);
    Panel panel = draw.panel();
    Map<String, CountyScore> exact =
        totals(
            new ScoreWeighted(framework, Kit.catalogue(framework)).apply(panel, draw.counties()));
    Rescore rescore =
        Rescore.of(framework, Kit.catalogue(framework), Panels.only(panel), draw.counties());
    double[] scores = rescore.scores(rescore.weights());
    IntStream.range(0, scores.length)
        .forEach(
            i -> {
              Optional<BigDecimal> score = exact.get(rescore.counties().get(i)).score();
              assertThat(Double.isNaN(scores[i])).isEqualTo(score.isEmpty());
              score.ifPresent(
                  s -> assertThat(scores[i]).isCloseTo(s.doubleValue(), within(1e-12 * 100)));
            });
    assertThat(places(exact, rescore.counties())).isEqualTo(boxed(Rescore.places(scores)));
  }

  private static List<Integer> boxed(int[] places) {
    return IntStream.of(places).boxed().toList();
  }

  /** One more than there are better ones; none without a score. */
  private static List<Integer> places(Map<String, CountyScore> totals, List<String> counties) {
    List<Double> scores =
        counties.stream()
            .map(c -> totals.get(c).score().map(BigDecimal::doubleValue).orElse(Double.NaN))
            .toList();
    return scores.stream()
        .map(
            score ->
                score.isNaN() ? 0 : 1 + (int) scores.stream().filter(s -> s > score + 1e-9).count())
        .toList();
  }

  /** Other weights are another framework. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void otherWeightsGiveTheScoresOfTheFrameworkThatHasThem(long seed) {
    RandomScores draw = new RandomScores(seed, 8).figures(0.1);
    Normalisation rule = posts(BigDecimal.ZERO.subtract(BigDecimal.TEN), BigDecimal.valueOf(30));
    List<Aggregation> how = List.of(ALL.get((int) (seed % ALL.size())));
    Framework.Weighted one = draw.framework(how, place -> rule);
    Framework.Weighted other = Reweighed.of(one, seed);
    Panel panel = draw.panel();
    Rescore rescore = Rescore.of(one, Kit.catalogue(one), Panels.only(panel), draw.counties());
    double[] weights =
        Rescore.of(other, Kit.catalogue(other), Panels.only(panel), draw.counties()).weights();
    Map<String, CountyScore> exact =
        totals(new ScoreWeighted(other, Kit.catalogue(other)).apply(panel, draw.counties()));
    double[] scores = rescore.scores(weights);
    for (int i = 0; i < scores.length; i++) {
      Optional<BigDecimal> score = exact.get(rescore.counties().get(i)).score();
      assertThat(Double.isNaN(scores[i])).isEqualTo(score.isEmpty());
      if (score.isPresent()) {
        assertThat(scores[i]).isCloseTo(score.get().doubleValue(), within(1e-12 * 100));
      }
    }
  }

  /** The same tree with other weights. */
  private record Reweighed(Random random) {
    static Framework.Weighted of(Framework.Weighted framework, long seed) {
      Reweighed again = new Reweighed(new Random(seed + 1000));
      return RandomScores.framework(
          framework.tree().stream().map(again::node).toArray(ScoreNode[]::new));
    }

    private ScoreNode node(ScoreNode node) {
      BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(20));
      if (node instanceof ScoreNode.Branch branch) {
        return new ScoreNode.Branch(
            branch.id(),
            branch.title(),
            weight,
            branch.source(),
            branch.aggregation(),
            branch.missing(),
            branch.children().stream().map(this::node).toList());
      }
      ScoreNode.Leaf leaf = (ScoreNode.Leaf) node;
      return new ScoreNode.Leaf(
          leaf.id(),
          leaf.title(),
          weight,
          leaf.source(),
          leaf.indicator(),
          leaf.stage(),
          leaf.normalise());
    }
  }
}

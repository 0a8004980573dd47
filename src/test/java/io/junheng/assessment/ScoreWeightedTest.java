package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Aggregation;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.GradeBand;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreWeightedTest {
  private static final Normalisation ATTAIN_16 =
      new Normalisation.Attain(new BigDecimal("16"), BigDecimal.ONE);
  private static final Normalisation ALL_TRAINED =
      new Normalisation.AllOrNothing(Comparison.AT_LEAST, new BigDecimal("100"));

  private static final MissingRule NO_SCORE = new MissingRule.NoScore();
  private static final MissingRule REWEIGHT = new MissingRule.Reweight(BigDecimal.ZERO);
  private static final List<MissingRule> RULES =
      List.of(NO_SCORE, new MissingRule.Bounds(), REWEIGHT);

  private static Framework.Weighted weighted(LookAt rankBy, ScoreNode... tree) {
    return new Framework.Weighted(
        Kit.head("2023", Origin.DEMO),
        ScoreRule.mean(new BigDecimal("100"), 2, rankBy),
        Arrays.asList(tree),
        List.of(),
        List.of(
            new GradeBand("B", new BigDecimal("60")),
            new GradeBand("A", new BigDecimal("85")),
            new GradeBand("C", BigDecimal.ZERO)),
        new RankingRule(
            RankingScope.ALL,
            List.of(new RankingKey.Score(Order.DESC)),
            Ties.COMPETITION,
            false,
            9));
  }

  private static ScoreNode branch(
      String id, String weight, MissingRule missing, ScoreNode... children) {
    return new ScoreNode.Branch(
        id,
        Text.same(id),
        new BigDecimal(weight),
        Kit.SOURCE,
        Aggregation.ARITHMETIC,
        missing,
        Arrays.asList(children));
  }

  private static ScoreNode leaf(
      String id, String weight, String indicator, String stage, Normalisation normalise) {
    return new ScoreNode.Leaf(
        id, Text.same(id), new BigDecimal(weight), Kit.SOURCE, indicator, stage, normalise);
  }

  private static ScoreWeighted.Result score(Framework.Weighted framework, Kit.PanelOf panel) {
    return new ScoreWeighted(framework, Kit.catalogue(framework))
        .apply(panel.build(), List.of("C1"));
  }

  private static CountyScore node(ScoreWeighted.Result result, String node) {
    return result.scores().stream()
        .filter(row -> row.node().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private static final ScoreNode TEACHERS =
      leaf("A2", "1", "pupils_per_teacher", "primary", ATTAIN_16);
  private static final ScoreNode TRAINING = leaf("A3", "3", "trained_share", "_T", ALL_TRAINED);

  private static final String BOTH_VALUES =
      """
      county | stage   | indicator          | value | numerator | denominator
      C1     | primary | pupils_per_teacher | 20    | 2000      | 100
      C1     | _T      | trained_share      | 100   | 100       | 100
      """;
  private static final String ONE_VALUE =
      """
      county | stage   | indicator          | value | numerator | denominator
      C1     | primary | pupils_per_teacher | 20    | 2000      | 100
      """;

  @Test
  void eachLevelIsTheWeightedMeanOfTheOneBeneath() {
    var result =
        score(
            weighted(
                LookAt.UNROUNDED,
                branch("A", "30", NO_SCORE, TEACHERS, TRAINING),
                leaf("B", "70", "approval", "_T", ALL_TRAINED)),
            Kit.panel()
                .values(BOTH_VALUES)
                .values(
                    """
                    county | stage | indicator | value
                    C1     | _T    | approval  | 90
                    """));
    assertThat(result.scores())
        .extracting(CountyScore::node)
        .containsExactly("_T", "A", "A2", "A3", "B");
    assertThat(node(result, "A2").normalised()).contains(new BigDecimal("0.8"));
    assertThat(node(result, "A").score()).contains(new BigDecimal("95"));
    assertThat(node(result, "A").points()).contains(new BigDecimal("28.5"));
    assertThat(node(result, "A2").maxScore()).isEqualByComparingTo("7.5");
    assertThat(node(result, "A2").points()).contains(new BigDecimal("6"));
    assertThat(node(result, "B").points()).contains(BigDecimal.ZERO);
    CountyScore total = node(result, "_T");
    assertThat(total.score()).contains(new BigDecimal("28.5"));
    assertThat(total.scoreLow()).isEqualTo(total.score());
    assertThat(total.scoreHigh()).isEqualTo(total.score());
    assertThat(total.gradeBand()).contains("C");
    assertThat(total.status()).isEqualTo(ObsStatus.A);
  }

  @ParameterizedTest(name = "{0}: score {1}, status {2}")
  @CsvSource({"0, -, X", "1, -, X", "2, 80, E"})
  void aMissingLeafDoesAsTheBranchSaysAndTheBoundsAreAlwaysTold(
      int rule, String score, ObsStatus status) {
    var result =
        score(
            weighted(LookAt.UNROUNDED, branch("A", "1", RULES.get(rule), TEACHERS, TRAINING)),
            Kit.panel().values(ONE_VALUE));
    CountyScore total = node(result, "_T");
    assertThat(total.score().map(BigDecimal::toPlainString).orElse("-")).isEqualTo(score);
    assertThat(total.status()).isEqualTo(status);
    assertThat(total.scoreLow()).contains(new BigDecimal("20"));
    assertThat(total.scoreHigh()).contains(new BigDecimal("95"));
    assertThat(node(result, "A3").status()).isEqualTo(ObsStatus.X);
    assertThat(result.items())
        .filteredOn(item -> item.item().equals("A3"))
        .extracting(ItemResult::grade)
        .containsExactly(Grade.UNKNOWN);
  }

  static List<MissingRule> rules() {
    return RULES;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aStageThatTheCountyDoesNotHaveIsLeftOutWithItsWeightAndTheScoreSaysSo(MissingRule rule) {
    var result =
        score(
            weighted(
                LookAt.UNROUNDED,
                branch(
                    "A",
                    "1",
                    rule,
                    TEACHERS,
                    leaf("A4", "9", "pupils_per_teacher", "junior", ATTAIN_16))),
            Kit.panel().values(ONE_VALUE).schools("C1", "primary", 4));
    assertThat(node(result, "_T").score()).contains(new BigDecimal("80"));
    assertThat(node(result, "_T").status()).isEqualTo(ObsStatus.E);
    assertThat(node(result, "_T").scoreHigh()).contains(new BigDecimal("80"));
    assertThat(node(result, "A4").status()).isEqualTo(ObsStatus.Z);
    assertThat(node(result, "A4").scoreLow()).isEmpty();
  }

  @Test
  void aCountyWithoutAnyFigureHasNoScoreAndTheWidestBounds() {
    var result =
        score(
            weighted(LookAt.UNROUNDED, branch("A", "1", REWEIGHT, TEACHERS, TRAINING)),
            Kit.panel());
    CountyScore total = node(result, "_T");
    assertThat(total.score()).isEmpty();
    assertThat(total.scoreLow().orElseThrow()).isZero();
    assertThat(total.scoreHigh()).contains(new BigDecimal("100"));
    assertThat(total.gradeBand()).isEmpty();
  }

  @Test
  void aNodeThatWeighsNothingChangesNothing() {
    var result =
        score(
            weighted(
                LookAt.UNROUNDED,
                branch(
                    "A",
                    "1",
                    NO_SCORE,
                    TEACHERS,
                    leaf("A9", "0", "trained_share", "_T", ALL_TRAINED))),
            Kit.panel().values(ONE_VALUE));
    assertThat(node(result, "_T").score()).contains(new BigDecimal("80"));
    assertThat(node(result, "_T").status()).isEqualTo(ObsStatus.A);
  }

  @Test
  void aMeanOfThirdsThatComesToAWholeNumberReachesTheBandThatBeginsThere() {
    ScoreNode[] thirds =
        new ScoreNode[] {
          leaf("A1", "1", "area_cv", "primary", posts("0", "1")),
          leaf("A2", "1", "area_cv", "junior", posts("0", "1")),
          leaf("A3", "1", "sports_cv", "primary", posts("0", "1"))
        };
    var result =
        score(
            weighted(
                LookAt.UNROUNDED,
                branch("A", "3", NO_SCORE, thirds),
                leaf("B", "1", "approval", "_T", posts("0", "100"))),
            Kit.panel()
                .values(
                    """
                    county | stage   | indicator | value
                    C1     | primary | area_cv   | 0.1
                    C1     | junior  | area_cv   | 0.1
                    C1     | primary | sports_cv | 0.2
                    C1     | _T      | approval  | 80
                    """));
    assertThat(node(result, "_T").score()).contains(new BigDecimal("85"));
    assertThat(node(result, "_T").gradeBand()).contains("A");
  }

  private static Normalisation posts(String low, String high) {
    return new Normalisation.Goalposts(new BigDecimal(low), new BigDecimal(high));
  }

  @Test
  void aLeafIsAlsoAnItemWithPointsGainedAndLost() {
    var result =
        score(
            weighted(LookAt.UNROUNDED, branch("A", "1", NO_SCORE, TEACHERS, TRAINING)),
            Kit.panel().values(BOTH_VALUES));
    ItemResult teachers = result.items().get(0);
    assertThat(teachers.item()).isEqualTo("A2");
    assertThat(teachers.grade()).isEqualTo(Grade.PARTLY_MET);
    assertThat(teachers.points()).contains(new BigDecimal("20"));
    assertThat(teachers.pointsLost()).contains(new BigDecimal("5"));
    assertThat(teachers.gap().orElseThrow()).isEqualByComparingTo("4");
    assertThat(teachers.displayedValue()).contains(new BigDecimal("20.0"));
    assertThat(result.items().get(1).grade()).isEqualTo(Grade.MET);
    assertThat(result.items().get(1).gap().orElseThrow()).isZero();
  }

  @Test
  void allOrNothingHangsOnTheUnroundedValueAndSaysWhenThePrintedOneLooksOtherwise() {
    var result =
        score(
            weighted(LookAt.UNROUNDED, TRAINING),
            Kit.panel()
                .values(
                    """
                    county | stage | indicator     | value | numerator | denominator
                    C1     | _T    | trained_share | 99.96 | 2499      | 2500
                    """));
    assertThat(node(result, "_T").score().orElseThrow()).isZero();
    assertThat(result.items().get(0).decidedByRounding()).isTrue();
  }

  @ParameterizedTest(name = "a score of {1} by the {0} score: {2}")
  @CsvSource({
    "UNROUNDED, 85,     A",
    "UNROUNDED, 84.996, B",
    "PRINTED,   84.996, A",
    "PRINTED,   84.994, B",
    "UNROUNDED, 0,      C",
    "UNROUNDED, -1,     -",
  })
  void aBandBeginsAtItsScoreAsItIsOrAsPrinted(LookAt rankBy, BigDecimal score, String grade) {
    Framework.Weighted framework = weighted(rankBy, TRAINING);
    GradeBands bands = new GradeBands(framework.score(), framework.bands());
    assertThat(bands.gradeOf(score).orElse("-")).isEqualTo(grade);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyWayInWhichMissingFiguresMayTurnOutGivesAScoreWithinTheBounds(long seed) {
    Random random = new Random(seed);
    Framework.Weighted framework = weighted(LookAt.UNROUNDED, randomTree(random));
    Kit.PanelOf known = Kit.panel();
    List<String> missing = new ArrayList<>();
    for (String place : LEAVES) {
      if (random.nextInt(3) == 0) {
        missing.add(place);
      } else {
        known.value(figure(place, randomValue(random)));
      }
    }
    CountyScore open = node(score(framework, known), "_T");
    BigDecimal low = open.scoreLow().orElseThrow();
    BigDecimal high = open.scoreHigh().orElseThrow();
    assertThat(low).isLessThanOrEqualTo(high);
    assertThat(open.score().isPresent() || !missing.isEmpty()).isTrue();
    missing.forEach(place -> known.value(figure(place, randomValue(random))));
    assertThat(node(score(framework, known), "_T").score().orElseThrow()).isBetween(low, high);
  }

  private static final List<String> LEAVES =
      List.of(
          "area_cv primary",
          "area_cv junior",
          "sports_cv primary",
          "sports_cv junior",
          "pupils_per_teacher primary",
          "pupils_per_teacher junior");

  private static ScoreNode randomTree(Random random) {
    List<ScoreNode> leaves = new ArrayList<>();
    for (String place : LEAVES) {
      leaves.add(
          leaf(
              place,
              Integer.toString(1 + random.nextInt(5)),
              place.split(" ", -1)[0],
              place.split(" ", -1)[1],
              randomNormalisation(random)));
    }
    MissingRule rule = RULES.get(random.nextInt(3));
    return branch(
        "A",
        "1",
        rule,
        branch("A1", "2", rule, leaves.subList(0, 3).toArray(ScoreNode[]::new)),
        branch("A2", "3", rule, leaves.subList(3, 6).toArray(ScoreNode[]::new)));
  }

  private static Normalisation randomNormalisation(Random random) {
    BigDecimal standard = BigDecimal.valueOf(1 + random.nextInt(30), 1);
    return switch (random.nextInt(3)) {
      case 0 ->
          new Normalisation.Attain(standard, new BigDecimal(random.nextBoolean() ? "1" : "1.2"));
      case 1 -> new Normalisation.AllOrNothing(Comparison.AT_MOST, standard);
      default -> new Normalisation.Goalposts(BigDecimal.ZERO, standard);
    };
  }

  private static BigDecimal randomValue(Random random) {
    return BigDecimal.valueOf(random.nextInt(40) - 2, 1);
  }

  private static IndicatorValue figure(String place, BigDecimal value) {
    return new IndicatorValue(
        "C1",
        place.split(" ", -1)[1],
        place.split(" ", -1)[0],
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        ObsStatus.A,
        Optional.empty());
  }
}

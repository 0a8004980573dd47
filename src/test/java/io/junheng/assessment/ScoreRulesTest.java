package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Aggregation;
import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.GradeBand;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
import io.junheng.definition.Language;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gathering, gaps, bonus and bands of weighted frameworks beyond the weighted mean. */
class ScoreRulesTest {
  private static final MissingRule BOUNDS = new MissingRule.Bounds();
  private static final Normalisation TO_100 = posts("0", "100");

  private static Normalisation posts(String low, String high) {
    return new Normalisation.Goalposts(new BigDecimal(low), new BigDecimal(high));
  }

  private static Framework.Weighted framework(
      ScoreRule rule, List<Adjustment> adjustments, List<GradeBand> bands, ScoreNode... tree) {
    return new Framework.Weighted(
        Kit.head("2023", Origin.DEMO, "near", "far"),
        rule,
        Arrays.asList(tree),
        adjustments,
        bands,
        new RankingRule(
            RankingScope.ALL,
            List.of(new RankingKey.Score(Order.DESC)),
            Ties.COMPETITION,
            false,
            9));
  }

  private static Framework.Weighted framework(ScoreNode... tree) {
    return framework(
        ScoreRule.mean(BigDecimal.valueOf(100), 2, LookAt.UNROUNDED), List.of(), List.of(), tree);
  }

  private static ScoreNode branch(Aggregation how, MissingRule missing, ScoreNode... children) {
    return branch("A", "1", how, missing, children);
  }

  private static ScoreNode branch(
      String id, String weight, Aggregation how, MissingRule missing, ScoreNode... children) {
    return new ScoreNode.Branch(
        id,
        Text.same(id),
        new BigDecimal(weight),
        Kit.SOURCE,
        how,
        missing,
        Arrays.asList(children));
  }

  private static ScoreNode leaf(String id, String weight, String place, Normalisation rule) {
    String[] parts = place.split(" ", -1);
    return new ScoreNode.Leaf(
        id, Text.same(id), new BigDecimal(weight), Kit.SOURCE, parts[0], parts[1], rule);
  }

  private static final ScoreNode APPROVAL = leaf("A1", "1", "approval _T", TO_100);
  private static final ScoreNode TRAINED = leaf("A2", "1", "trained_share _T", TO_100);

  private static Kit.PanelOf panel(String rows) {
    return Kit.panel().values("county | stage | indicator | value\n" + rows);
  }

  private static Catalogue catalogue(Framework framework) {
    List<AreaSet> sets =
        List.of(Kit.everyone(), Kit.set("near", "C1", "C2"), Kit.set("far", "C3", "C4"));
    return Kit.catalogue(List.of(), sets, framework);
  }

  private static ScoreWeighted.Result score(Framework.Weighted framework, Panels panels) {
    return new ScoreWeighted(framework, catalogue(framework))
        .apply(panels, List.of("C1", "C2", "C3", "C4"));
  }

  private static ScoreWeighted.Result score(Framework.Weighted framework, String rows) {
    return score(framework, Panels.only(panel(rows).build()));
  }

  private static CountyScore node(ScoreWeighted.Result result, String county, String node) {
    return result.scores().stream()
        .filter(row -> row.county().equals(county) && row.node().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private static double total(ScoreWeighted.Result result, String county) {
    return node(result, county, "_T").score().orElseThrow().doubleValue();
  }

  @Test
  void eachLevelGathersInItsOwnWay() {
    Framework.Weighted framework =
        framework(
            new ScoreRule(
                BigDecimal.valueOf(100),
                2,
                LookAt.UNROUNDED,
                LookAt.UNROUNDED,
                Aggregation.MINIMUM,
                BOUNDS),
            List.of(),
            List.of(),
            branch(Aggregation.GEOMETRIC, BOUNDS, APPROVAL, TRAINED),
            leaf("B", "1", "area_cv primary", posts("1", "0")));
    ScoreWeighted.Result result =
        score(
            framework,
            """
            C1 | _T      | approval      | 25
            C1 | _T      | trained_share | 100
            C1 | primary | area_cv       | 0.2
            """);
    assertThat(node(result, "C1", "A").normalised()).contains(new BigDecimal("0.5"));
    assertThat(total(result, "C1")).isEqualTo(50);
  }

  @ParameterizedTest
  @EnumSource(
      value = Aggregation.class,
      names = {"GEOMETRIC", "HARMONIC", "MAZZIOTTA_PARETO"})
  void aMeanThatIsNotDefinedIsRefusedAndNamesUnitAndItemWhateverTheMissingRuleAbove(
      Aggregation how) {
    Framework.Weighted framework =
        framework(
            branch(
                "B",
                "1",
                Aggregation.ARITHMETIC,
                new MissingRule.Reweight(BigDecimal.ZERO),
                branch(how, new MissingRule.Reweight(BigDecimal.ZERO), APPROVAL, TRAINED),
                leaf("A3", "1", "area_cv primary", posts("1", "0"))));
    ScoreWeighted.Result result =
        score(
            framework,
            """
            C1 | _T      | approval      | 0
            C1 | _T      | trained_share | 0
            C1 | primary | area_cv       | 0.2
            C2 | _T      | approval      | 50
            C2 | _T      | trained_share | 50
            C2 | primary | area_cv       | 0.2
            """);
    assertThat(node(result, "C1", "_T").score()).isEmpty();
    assertThat(node(result, "C1", "_T").scoreLow()).isPresent();
    assertThat(total(result, "C2")).isCloseTo(65, within(1e-9));
    assertThat(result.refusals()).hasSize(1);
    Text message = result.refusals().get(0).message();
    assertThat(message.in(Language.EN)).contains("C1", "'A'", "'A1'", "share 0");
    assertThat(message.in(Language.ZH)).contains("C1", "“A”", "“A1”");
  }

  @Test
  void summedPointsAreNotMadeUpForWhereAnItemDoesNotApply() {
    ScoreNode tree =
        branch(
            "A",
            "100",
            Aggregation.SUM,
            BOUNDS,
            leaf("A1", "60", "approval _T", TO_100),
            leaf("A2", "40", "area_cv junior", posts("1", "0")));
    Panel panel = panel("C1 | _T | approval | 50").schools("C1", "primary", 3).build();
    ScoreWeighted.Result result = score(framework(tree), Panels.only(panel));
    assertThat(total(result, "C1")).isEqualTo(30);
    assertThat(node(result, "C1", "_T").scoreHigh()).contains(new BigDecimal("30"));
  }

  @Test
  void reweightingNeedsTheLeastShareOfTheWeightAndShowsTheWeightsThatCount() {
    ScoreNode[] items = {
      leaf("A1", "3", "approval _T", TO_100), leaf("A2", "1", "trained_share _T", TO_100)
    };
    String three = "C1 | _T | approval | 80";
    ScoreWeighted.Result enough =
        score(framework(branch(Aggregation.ARITHMETIC, reweight("0.75"), items)), three);
    assertThat(total(enough, "C1")).isEqualTo(80);
    assertThat(node(enough, "C1", "_T").status()).isEqualTo(ObsStatus.E);
    assertThat(node(enough, "C1", "A1").maxScore()).isEqualByComparingTo("100");
    assertThat(node(enough, "C1", "A2").maxScore()).isZero();
    assertThat(node(enough, "C1", "_T").scoreLow()).contains(new BigDecimal("60"));
    ScoreWeighted.Result tooLittle =
        score(framework(branch(Aggregation.ARITHMETIC, reweight("0.76"), items)), three);
    assertThat(node(tooLittle, "C1", "_T").score()).isEmpty();
    assertThat(node(tooLittle, "C1", "A1").maxScore()).isEqualByComparingTo("75");
  }

  private static MissingRule reweight(String leastShare) {
    return new MissingRule.Reweight(new BigDecimal(leastShare));
  }

  @Test
  void theMeanOfThePeerGroupStandsInAndSaysSo() {
    Framework.Weighted framework =
        framework(
            branch(
                Aggregation.ARITHMETIC,
                new MissingRule.Impute(MissingRule.Source.GROUP_MEAN),
                APPROVAL));
    ScoreWeighted.Result result =
        score(
            framework,
            """
            C2 | _T | approval | 60
            C3 | _T | approval | 90
            C4 | _T | approval | 70
            """);
    CountyScore total = node(result, "C1", "_T");
    assertThat(total.score()).contains(new BigDecimal("60"));
    assertThat(total.status()).isEqualTo(ObsStatus.E);
    assertThat(total.scoreLow().orElseThrow()).isZero();
    assertThat(total.scoreHigh()).contains(new BigDecimal("100"));
    ItemResult item = result.items().get(0);
    assertThat(item.value()).isEmpty();
    assertThat(item.note().orElseThrow().in(Language.EN)).contains("mean of its group, 60");
  }

  @Test
  void lastPeriodsFigureStandsInWhereThereIsOne() {
    Framework.Weighted framework =
        framework(
            branch(
                Aggregation.ARITHMETIC,
                new MissingRule.Impute(MissingRule.Source.LAST_PERIOD),
                APPROVAL));
    Panels panels = new Panels(Kit.panel().build(), List.of(before("C1 | _T | approval | 44")));
    ScoreWeighted.Result result = score(framework, panels);
    assertThat(total(result, "C1")).isEqualTo(44);
    assertThat(node(result, "C2", "_T").score()).isEmpty();
  }

  private static Panel before(String rows) {
    return new Panel(
        Kit.PERIOD.previous(),
        LocalDate.of(2022, 9, 1),
        List.of("C1", "C2", "C3", "C4"),
        Kit.values("county | stage | indicator | value\n" + rows),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void growthIsToldInPercentOfThePeriodBefore() {
    Framework.Weighted framework =
        framework(
            leaf(
                "A1",
                "1",
                "approval _T",
                new Normalisation.Growth(BigDecimal.ZERO, BigDecimal.TEN)));
    Panels panels =
        new Panels(
            panel(
                    """
                    C1 | _T | approval | 84
                    C2 | _T | approval | 84
                    C3 | _T | approval | 84
                    """)
                .build(),
            List.of(
                before(
                    """
                    C1 | _T | approval | 80
                    C3 | _T | approval | 0
                    """)));
    ScoreWeighted.Result result = score(framework, panels);
    assertThat(total(result, "C1")).isEqualTo(50);
    assertThat(node(result, "C2", "_T").score()).isEmpty();
    assertThat(node(result, "C3", "_T").score()).isEmpty();
  }

  @Test
  void aBasePeriodsUnitsGiveTheParametersForAllYears() {
    Framework.Weighted framework =
        framework(
            leaf(
                "A1",
                "1",
                "approval _T",
                new Normalisation.MinMax(new Normalisation.OfPeriod(Kit.PERIOD.previous()))));
    String now = "C1 | _T | approval | 75\nC2 | _T | approval | 99";
    Panels panels =
        new Panels(
            panel(now).build(),
            List.of(before("C3 | _T | approval | 50\nC4 | _T | approval | 90")));
    ScoreWeighted.Result result = score(framework, panels);
    assertThat(total(result, "C1")).isEqualTo(62.5);
    assertThat(total(result, "C2")).isEqualTo(100);
    assertThat(node(score(framework, now), "C1", "_T").score()).isEmpty();
    assertThat(framework.basePeriods()).containsExactly(Kit.PERIOD.previous());
  }

  @Test
  void outliersAreDrawnInAndListed() {
    Framework.Weighted framework =
        framework(
            leaf(
                "A1",
                "1",
                "approval _T",
                new Normalisation.MinMax(
                    new Normalisation.OfYear(Optional.of(new Normalisation.Outliers(3, false))))));
    List<String> counties = new ArrayList<>();
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 21; i++) {
      counties.add("D%02d".formatted(i));
      rows.append("D%02d | _T | approval | %d%n".formatted(i, i == 21 ? 900 : i));
    }
    ScoreWeighted.Result result =
        new ScoreWeighted(framework, catalogue(framework))
            .apply(panel(rows.toString()).build(), counties);
    assertThat(result.touched())
        .containsExactly(
            new TouchedFigure(
                "D21",
                "A1",
                new BigDecimal("900"),
                new BigDecimal("20"),
                TouchedFigure.How.WINSORISED));
    assertThat(total(result, "D20")).isEqualTo(100);
    assertThat(result.items().get(20).value()).contains(new BigDecimal("900"));
    assertThat(result.items().get(20).note().orElseThrow().en()).contains("drawn in to 20");
  }

  @Test
  void whatADocumentAttestsCountsFullyInPartOrNotAtAll() {
    ScoreNode attested =
        new ScoreNode.Attested(
            "A1", Text.same("A1"), BigDecimal.ONE, Kit.SOURCE, "sound", new BigDecimal("0.4"));
    Panel panel =
        Kit.panel()
            .evidence("C1", "sound", Grade.MET)
            .evidence("C2", "sound", Grade.PARTLY_MET)
            .evidence("C3", "sound", Grade.NOT_MET)
            .build();
    ScoreWeighted.Result result = score(framework(attested), Panels.only(panel));
    assertThat(total(result, "C1")).isEqualTo(100);
    assertThat(total(result, "C2")).isEqualTo(40);
    assertThat(total(result, "C3")).isZero();
    assertThat(node(result, "C4", "_T").score()).isEmpty();
    assertThat(result.items().get(0).evidence()).containsExactly("paper on sound");
    assertThat(result.items())
        .extracting(ItemResult::grade)
        .containsExactly(Grade.MET, Grade.PARTLY_MET, Grade.NOT_MET, Grade.UNKNOWN);
  }

  private static Adjustment adjustment(
      Adjustment.Kind kind, String cap, String indicator, String points, String ownCap) {
    return new Adjustment(
        kind,
        optional(cap),
        List.of(
            new Adjustment.Event(
                kind.name(),
                Text.same("event"),
                Kit.SOURCE,
                indicator,
                "_T",
                new BigDecimal(points),
                optional(ownCap))));
  }

  private static Optional<BigDecimal> optional(String number) {
    return number.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(number));
  }

  /** The published sum of a self-review: 96.5 and two reports of 2 points are 100.5. */
  @Test
  void bonusAndDeductionAreAddedWithinTheirCapsAndTotalsMayPassTheMaximum() {
    Framework.Weighted framework =
        framework(
            ScoreRule.mean(BigDecimal.valueOf(100), 2, LookAt.UNROUNDED),
            List.of(
                adjustment(Adjustment.Kind.BONUS, "", "trained_share", "2", "5"),
                adjustment(Adjustment.Kind.DEDUCTION, "1.5", "area_cv", "1", "")),
            List.of(),
            leaf("A", "1", "approval _T", TO_100));
    ScoreWeighted.Result result =
        score(
            framework,
            """
            C1 | _T | approval      | 96.5
            C1 | _T | trained_share | 2
            C1 | _T | area_cv       | 0
            C2 | _T | approval      | 96.5
            C2 | _T | trained_share | 9
            C2 | _T | area_cv       | 4
            C3 | _T | approval      | 96.5
            C3 | _T | trained_share | 1
            """);
    assertThat(total(result, "C1")).isEqualTo(100.5);
    assertThat(node(result, "C1", "_T").bonus()).contains(new BigDecimal("4"));
    assertThat(node(result, "C1", "BONUS").points()).contains(new BigDecimal("4"));
    assertThat(total(result, "C2")).isEqualTo(100);
    CountyScore open = node(result, "C3", "_T");
    assertThat(open.score()).contains(new BigDecimal("98.5"));
    assertThat(open.scoreLow()).contains(new BigDecimal("97"));
    assertThat(open.scoreHigh()).contains(new BigDecimal("98.5"));
    assertThat(open.status()).isEqualTo(ObsStatus.E);
  }

  @Test
  void aBandMayAlsoLookAtTheLowestPossibleScoreAndTheNextOneIsToldAsPoints() {
    Framework.Weighted framework =
        framework(
            new ScoreRule(
                BigDecimal.valueOf(100),
                0,
                LookAt.UNROUNDED,
                LookAt.PRINTED,
                Aggregation.ARITHMETIC,
                BOUNDS),
            List.of(),
            List.of(
                new GradeBand("A", new BigDecimal("85"), Optional.of(new BigDecimal("80"))),
                new GradeBand("B", new BigDecimal("60"))),
            branch(
                Aggregation.ARITHMETIC,
                reweight("0.5"),
                leaf("A1", "9", "approval _T", TO_100),
                leaf("A2", "1", "trained_share _T", TO_100)));
    ScoreWeighted.Result result =
        score(
            framework,
            """
            C1 | _T | approval      | 84.5
            C1 | _T | trained_share | 84.5
            C2 | _T | approval      | 86
            C3 | _T | approval      | 50
            C3 | _T | trained_share | 50
            """);
    assertThat(node(result, "C1", "_T").gradeBand()).contains("A");
    assertThat(node(result, "C1", "_T").pointsToNextBand()).isEmpty();
    assertThat(node(result, "C2", "_T").gradeBand()).contains("B");
    assertThat(node(result, "C2", "_T").pointsToNextBand()).contains(new BigDecimal("2.6"));
    assertThat(node(result, "C3", "_T").gradeBand()).isEmpty();
    assertThat(node(result, "C3", "_T").pointsToNextBand()).contains(new BigDecimal("10"));
  }

  // ---- random panels

  private static final List<String> PLACES =
      List.of(
          "area_cv primary",
          "area_cv junior",
          "sports_cv primary",
          "pupils_per_teacher primary",
          "approval _T",
          "trained_share _T");

  private static Framework.Weighted random(Random random, MissingRule missing) {
    List<ScoreNode> leaves = new ArrayList<>();
    for (String place : PLACES) {
      leaves.add(leaf(place, weight(random), place, rule(random)));
    }
    return framework(
        branch("A", weight(random), how(random), missing, part(leaves, 0, 3)),
        branch("B", weight(random), how(random), missing, part(leaves, 3, 6)));
  }

  private static ScoreNode[] part(List<ScoreNode> leaves, int from, int to) {
    return leaves.subList(from, to).toArray(ScoreNode[]::new);
  }

  private static String weight(Random random) {
    return Integer.toString(1 + random.nextInt(5));
  }

  private static Aggregation how(Random random) {
    return Aggregation.values()[random.nextInt(Aggregation.values().length)];
  }

  /** Shares stay above 0, so that every mean is defined. */
  private static Normalisation rule(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Normalisation.Attain(new BigDecimal("4"), new BigDecimal("1.1"));
      case 1 -> posts("-2", "12");
      case 2 ->
          new Normalisation.ZScore(
              new Normalisation.Fixed(new BigDecimal("5"), new BigDecimal("3")),
              new BigDecimal("0.6"),
              new BigDecimal("0.1"),
              Optional.of(new BigDecimal("3")));
      default ->
          new Normalisation.Bands(
              List.of(
                  new Normalisation.Step(Comparison.AT_MOST, new BigDecimal("4"), BigDecimal.ONE),
                  new Normalisation.Step(
                      Comparison.ABOVE, new BigDecimal("4"), new BigDecimal("0.3"))));
    };
  }

  private static IndicatorValue figure(String county, String place, BigDecimal value) {
    String[] parts = place.split(" ", -1);
    return new IndicatorValue(
        county,
        parts[1],
        parts[0],
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        ObsStatus.A,
        Optional.empty());
  }

  private static BigDecimal draw(Random random) {
    return BigDecimal.valueOf(5 + random.nextInt(95), 1);
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pointsOfTheItemsAddUpToTheScoreWithWhateverIsMissing(int seed) {
    Random random = new Random(seed);
    Framework.Weighted framework = random(random, new MissingRule.Reweight(BigDecimal.ZERO));
    Kit.PanelOf panel = Kit.panel();
    for (String place : PLACES) {
      if (random.nextInt(4) > 0) {
        panel.value(figure("C1", place, draw(random)));
      }
    }
    ScoreWeighted.Result result = score(framework, Panels.only(panel.build()));
    Optional<BigDecimal> total = node(result, "C1", "_T").score();
    double points =
        result.items().stream()
            .filter(item -> item.county().equals("C1"))
            .flatMap(item -> item.points().stream())
            .mapToDouble(BigDecimal::doubleValue)
            .sum();
    total.ifPresent(t -> assertThat(points).isCloseTo(t.doubleValue(), within(1e-10)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void boundsContainEveryCompletionUnderEveryMean(int seed) {
    Random random = new Random(seed);
    Framework.Weighted framework = random(random, BOUNDS);
    Kit.PanelOf panel = Kit.panel();
    List<String> missing = new ArrayList<>();
    for (String place : PLACES) {
      if (random.nextBoolean()) {
        missing.add(place);
      } else {
        panel.value(figure("C1", place, draw(random)));
      }
    }
    CountyScore open = node(score(framework, Panels.only(panel.build())), "C1", "_T");
    for (int completion = 0; completion < 5; completion++) {
      Kit.PanelOf full = completed(panel, missing, random);
      double score = total(score(framework, Panels.only(full.build())), "C1");
      assertThat(score)
          .isBetween(
              open.scoreLow().orElseThrow().doubleValue() - 1e-12,
              open.scoreHigh().orElseThrow().doubleValue() + 1e-12);
    }
  }

  private static Kit.PanelOf completed(Kit.PanelOf panel, List<String> missing, Random random) {
    Kit.PanelOf full = panel.copy();
    missing.forEach(place -> full.value(figure("C1", place, draw(random))));
    return full;
  }

  @ParameterizedTest
  @EnumSource(value = Aggregation.class, names = "MAZZIOTTA_PARETO", mode = EnumSource.Mode.EXCLUDE)
  void aBetterFigureNeverCostsPointsAndTheOrderOfUnitsChangesNothing(Aggregation how) {
    Random random = new Random(5);
    Normalisation relative = new Normalisation.Ranked(Normalisation.Method.PLACE);
    Framework.Weighted framework =
        framework(
            branch(
                how,
                BOUNDS,
                leaf("A1", "2", "approval _T", relative),
                leaf("A2", "1", "trained_share _T", posts("-1", "12"))));
    for (int i = 0; i < 40; i++) {
      List<IndicatorValue> figures =
          Stream.of("C1", "C2", "C3", "C4")
              .flatMap(
                  county ->
                      Stream.of("approval _T", "trained_share _T")
                          .map(place -> figure(county, place, draw(random))))
              .toList();
      List<Double> scores = totals(framework, figures);
      List<IndicatorValue> shuffled = new ArrayList<>(figures);
      Collections.shuffle(shuffled, random);
      assertThat(totals(framework, shuffled)).isEqualTo(scores);
      List<IndicatorValue> better = new ArrayList<>(figures);
      IndicatorValue first = better.get(0);
      better.set(0, figure("C1", "approval _T", first.value().orElseThrow().add(BigDecimal.ONE)));
      assertThat(totals(framework, better).get(0)).isGreaterThanOrEqualTo(scores.get(0));
    }
  }

  private static List<Double> totals(Framework.Weighted framework, List<IndicatorValue> figures) {
    Kit.PanelOf panel = Kit.panel();
    figures.forEach(panel::value);
    ScoreWeighted.Result result = score(framework, Panels.only(panel.build()));
    return Stream.of("C1", "C2", "C3", "C4").map(county -> total(result, county)).toList();
  }
}

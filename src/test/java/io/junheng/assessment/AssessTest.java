package io.junheng.assessment;

import static io.junheng.assessment.Kit.AREA_CV;
import static io.junheng.assessment.Kit.SPORTS_CV;
import static io.junheng.assessment.Kit.TRAINED;
import static io.junheng.assessment.Kit.conjunctive;
import static io.junheng.assessment.Kit.county;
import static io.junheng.assessment.Kit.evidence;
import static io.junheng.assessment.Kit.item;
import static io.junheng.assessment.Kit.panel;
import static io.junheng.definition.Limit.Comparison.AT_LEAST;
import static io.junheng.definition.Limit.Comparison.AT_MOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssessTest {
  private static final Framework.Conjunctive BALANCE =
      conjunctive(
          item("R4", county(AREA_CV, AT_MOST, "primary", "0.50", "junior", "0.45")),
          item("R5", county(SPORTS_CV, AT_MOST, "primary", "0.50", "junior", "0.45")),
          item("G9", county(TRAINED, AT_LEAST, "_T", "100")),
          item("G1", evidence("layout")));

  private static final String SPREADS =
      """
      county | stage   | indicator     | value | status
      C1     | primary | area_cv       | 0.3   | A
      C1     | junior  | area_cv       | 0.2   | A
      C1     | primary | sports_cv     | 0.4   | A
      C1     | junior  | sports_cv     | 0.2   | A
      C1     | primary | mean_cv       | 0.35  | A
      C1     | junior  | mean_cv       | 0.2   | A
      C1     | _T      | trained_share | 100   | A
      C2     | primary | area_cv       | 0.6   | A
      C2     | junior  | area_cv       | -     | Z
      C2     | primary | sports_cv     | 0.2   | A
      C2     | junior  | sports_cv     | -     | Z
      C2     | primary | mean_cv       | 0.4   | A
      C2     | junior  | mean_cv       | -     | Z
      C2     | _T      | trained_share | 100   | A
      C3     | primary | area_cv       | 0.1   | A
      C3     | junior  | area_cv       | 0.2   | A
      C3     | primary | sports_cv     | -     | X
      C3     | junior  | sports_cv     | 0.3   | A
      C3     | primary | mean_cv       | -     | X
      C3     | junior  | mean_cv       | 0.25  | A
      C3     | _T      | trained_share | 99    | A
      """;

  private static Kit.PanelOf spreads() {
    return panel()
        .counties("C1", "C2", "C3")
        .values(SPREADS)
        .evidence("C1", "layout", Grade.MET)
        .evidence("C2", "layout", Grade.MET);
  }

  private static Assessment assess(Framework framework, Kit.PanelOf panel) {
    return new Assess(framework, Kit.catalogue(framework)).apply(panel.build(), Optional.empty());
  }

  private static LeagueLine line(Assessment assessment, String county) {
    return assessment.league().stream()
        .filter(line -> line.county().equals(county))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLeagueTableIsInTheOrderOfPlacesWithTheUnplacedLast() {
    Assessment assessment = assess(BALANCE, spreads());
    assertThat(assessment.league())
        .extracting(
            LeagueLine::county,
            line -> line.rankNo().map(BigDecimal::toString).orElse("-"),
            line -> line.verdict().orElseThrow(),
            line -> line.metCount().orElseThrow(),
            line -> String.join(",", line.blockingItems()),
            LeagueLine::status)
        .containsExactly(
            tuple("C1", "1", Verdict.PASSED, 4, "", ObsStatus.A),
            tuple("C2", "2", Verdict.NOT_PASSED, 3, "R4", ObsStatus.A),
            tuple("C3", "-", Verdict.NOT_PASSED, 1, "G9", ObsStatus.X));
    assertThat(line(assessment, "C3").rankOf()).isEqualTo(2);
  }

  @Test
  void theCompositeIsTheMeanOverTheStagesThatApply() {
    Assessment assessment = assess(BALANCE, spreads());
    assertThat(assessment.rankings())
        .extracting(row -> row.place().tieValue().map(BigDecimal::toString).orElse("-"))
        .containsExactly("0.275000000", "0.400000000", "-");
  }

  @Test
  void aCompositeThatSchoolsAreMissingFromMayStillMoveAPlace() {
    Framework.Conjunctive byCvAlone = conjunctive(item("G1", evidence("layout")));
    Kit.PanelOf panel =
        panel()
            .counties("C1", "C2")
            .values(
                """
                county | stage   | indicator | value | status
                C1     | primary | mean_cv   | 0.2   | A
                C1     | junior  | mean_cv   | 0.2   | A
                C2     | primary | mean_cv   | 0.4   | U
                C2     | junior  | mean_cv   | 0.2   | A
                """)
            .evidence("C1", "layout", Grade.MET)
            .evidence("C2", "layout", Grade.MET);
    assertThat(assess(byCvAlone, panel).rankings())
        .extracting(
            row -> row.place().rankNo().orElseThrow().intValue(),
            row -> row.place().rankLow().orElseThrow().intValue(),
            row -> row.place().rankHigh().orElseThrow().intValue())
        .containsExactly(tuple(1, 1, 2), tuple(2, 1, 2));
  }

  @Test
  void theWorstSingleSpreadStandsBesideTheCompositeWithItsIndicatorAndLimit() {
    Assessment assessment = assess(BALANCE, spreads());
    LeagueLine.Spread primary = line(assessment, "C1").spread().get("primary");
    assertThat(primary.composite()).contains(new BigDecimal("0.35"));
    assertThat(primary.worst()).contains(new BigDecimal("0.4"));
    assertThat(primary.worstIndicator()).contains("sports_cv");
    assertThat(primary.limit()).contains(new BigDecimal("0.50"));
    LeagueLine.Spread tied = line(assessment, "C1").spread().get("junior");
    assertThat(tied.worstIndicator()).as("of equals the first by id").contains("area_cv");
  }

  @Test
  void theWorstSpreadIsNotToldWhereOneOfThemIsMissingAndTheLimitStands() {
    Assessment assessment = assess(BALANCE, spreads());
    LeagueLine.Spread missing = line(assessment, "C3").spread().get("primary");
    assertThat(missing.worst()).isEmpty();
    assertThat(missing.worstIndicator()).isEmpty();
    assertThat(missing.limit()).contains(new BigDecimal("0.50"));
    LeagueLine.Spread none = line(assessment, "C2").spread().get("junior");
    assertThat(none.worst()).isEmpty();
    assertThat(none.composite()).isEmpty();
  }

  @Test
  void whereOnlyTheCompositeHasALimitItIsShown() {
    Framework composite =
        conjunctive(item("B2", county(Kit.MEAN_CV, AT_MOST, "primary", "0.65", "junior", "0.55")));
    LeagueLine.Spread spread = line(assess(composite, spreads()), "C1").spread().get("junior");
    assertThat(spread.limit()).contains(new BigDecimal("0.55"));
    assertThat(spread.worst()).contains(new BigDecimal("0.2"));
  }

  @Test
  void anOrderThatTheRegulationDoesNotGiveIsOurs() {
    assertThat(line(assess(BALANCE, spreads()), "C1").origin()).isEqualTo(Origin.OWN);
    assertThat(line(assess(BALANCE, spreads()), "C1").isOfficialOrder()).isFalse();
    Framework demo =
        conjunctive(Kit.head("2017", Origin.DEMO), List.of(), List.of(), BALANCE.items().get(0));
    assertThat(line(assess(demo, spreads()), "C1").origin()).isEqualTo(Origin.DEMO);
  }

  @Test
  void aPlaceThatUnknownItemsMayMoveIsProvisional() {
    Framework framework = conjunctive(BALANCE.items().get(2), BALANCE.items().get(3));
    Assessment open = assess(framework, panel().counties("C1", "C2").values(SPREADS));
    assertThat(line(open, "C1").rankNo()).contains(BigDecimal.ONE);
    assertThat(line(open, "C1").rankHigh()).contains(BigDecimal.valueOf(2));
    assertThat(line(open, "C1").status()).isEqualTo(ObsStatus.P);
  }

  @Test
  void membersOfTheSetThatReportedNothingKeepALineWithoutAPlace() {
    Catalogue catalogue =
        Kit.catalogue(List.of(), List.of(Kit.set("everyone", "C1", "C2", "C9")), BALANCE);
    Assessment assessment =
        new Assess(BALANCE, catalogue).apply(spreads().build(), Optional.empty());
    assertThat(assessment.units()).containsExactly("C1", "C2", "C9");
    assertThat(line(assessment, "C9").rankNo()).isEmpty();
    assertThat(line(assessment, "C9").status()).isEqualTo(ObsStatus.X);
    assertThat(line(assessment, "C9").verdict()).contains(Verdict.UNDETERMINED);
  }

  @Test
  void whoBelongsToTheSetIsAskedOnTheReferenceDay() {
    AreaSet set =
        new AreaSet(
            "everyone",
            new Text("全部", "All"),
            List.of(
                new AreaSet.Member("C1", Optional.empty(), Optional.of(LocalDate.of(2023, 8, 31))),
                new AreaSet.Member("C2", Optional.of(Kit.DAY), Optional.empty())));
    Catalogue catalogue = Kit.catalogue(List.of(), List.of(set), BALANCE);
    Assess assess = new Assess(BALANCE, catalogue);
    assertThat(assess.apply(spreads().build(), Optional.empty()).units()).containsExactly("C2");
    Panel before = spreads().on(Kit.DAY.minusDays(1)).build();
    assertThat(assess.apply(before, Optional.empty()).units()).containsExactly("C1");
  }

  @Test
  void peersAreRankedAmongThemselvesAsWell() {
    Framework framework =
        conjunctive(
            Kit.head("2017", Origin.OFFICIAL, "hills", "plain"),
            List.of(),
            List.of(),
            BALANCE.items().get(2));
    Catalogue catalogue =
        Kit.catalogue(
            List.of(),
            List.of(Kit.everyone(), Kit.set("hills", "C2"), Kit.set("plain", "C1", "C2")),
            framework);
    Assessment assessment =
        new Assess(framework, catalogue).apply(spreads().build(), Optional.empty());
    CountyRanking second = assessment.rankings().get(1);
    assertThat(second.rankNo()).contains(new BigDecimal("2"));
    assertThat(second.peerGroup()).contains("hills");
    assertThat(second.peerPlace().orElseThrow().rankNo()).contains(BigDecimal.ONE);
    assertThat(second.peerPlace().orElseThrow().rankOf()).isEqualTo(1);
    assertThat(assessment.rankings().get(0).peerGroup()).contains("plain");
    assertThat(assessment.rankings().get(2).peerGroup()).isEmpty();
  }

  private static Framework.Conjunctive scoped(RankingScope scope) {
    RankingRule rule = Kit.byItemsThenCv(Ties.COMPETITION);
    return new Framework.Conjunctive(
        Kit.head("2017", Origin.OFFICIAL, "plain"),
        BALANCE.items(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        BALANCE.verdicts(),
        BALANCE.classes(),
        BALANCE.compositeCv(),
        new RankingRule(scope, rule.by(), rule.ties(), false, 9));
  }

  @ParameterizedTest
  @EnumSource(RankingScope.class)
  void aRuleThatForbidsOrLimitsRankingIsKept(RankingScope scope) {
    Framework framework = scoped(scope);
    Catalogue catalogue =
        Kit.catalogue(List.of(), List.of(Kit.everyone(), Kit.set("plain", "C1", "C2")), framework);
    Assessment assessment =
        new Assess(framework, catalogue).apply(spreads().build(), Optional.empty());
    boolean ranksAll = scope == RankingScope.ALL;
    assertThat(assessment.rankings()).hasSize(scope == RankingScope.FORBIDDEN ? 0 : 3);
    assertThat(assessment.rankings().stream().anyMatch(row -> row.rankNo().isPresent()))
        .isEqualTo(ranksAll);
    assertThat(assessment.rankings().stream().anyMatch(row -> row.peerPlace().isPresent()))
        .isEqualTo(ranksAll || scope == RankingScope.PEER_GROUPS);
    assertThat(assessment.league()).as("the verdicts are told").hasSize(3);
    assertThat(line(assessment, "C1").rankNo().isPresent()).isEqualTo(ranksAll);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 30);
  }

  /** What may be said of a county, drawn at random. */
  private record Draw(
      List<IndicatorValue> values, List<SchoolCount> schools, List<Evidence> evidence) {
    static Draw of(Random random, int counties) {
      Draw draw = new Draw(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < counties; i++) {
        draw.county("C" + i, random);
      }
      return draw;
    }

    private void county(String code, Random random) {
      for (String stage : List.of("primary", "junior")) {
        for (String indicator : List.of("area_cv", "sports_cv", "mean_cv")) {
          value(code, stage, indicator, BigDecimal.valueOf(random.nextInt(10), 1), random);
        }
        if (random.nextBoolean()) {
          schools.add(new SchoolCount(code, stage, random.nextInt(3)));
        }
      }
      value(code, "_T", "trained_share", BigDecimal.valueOf(99 + random.nextInt(2)), random);
      if (random.nextBoolean()) {
        Grade grade = Grade.values()[random.nextInt(3)];
        evidence.add(new Evidence(Kit.FRAMEWORK, code, "layout", grade, Optional.empty()));
      }
    }

    private void value(
        String county, String stage, String indicator, BigDecimal value, Random random) {
      ObsStatus status =
          List.of(ObsStatus.A, ObsStatus.A, ObsStatus.A, ObsStatus.X, ObsStatus.Z)
              .get(random.nextInt(5));
      if (random.nextInt(8) > 0) {
        values.add(
            new IndicatorValue(
                county,
                stage,
                indicator,
                Optional.of(value).filter(v -> status == ObsStatus.A),
                Optional.empty(),
                Optional.empty(),
                status,
                Optional.empty()));
      }
    }

    Panel panel(Random order) {
      List<String> counties = new ArrayList<>(List.of("C0", "C1", "C2", "C3", "C4", "C5"));
      for (List<?> rows : List.of(counties, values, schools, evidence)) {
        Collections.shuffle(rows, order);
      }
      return new Panel(Kit.PERIOD, Kit.DAY, counties, values, schools, List.of(), evidence);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfRowsChangesNothing(long seed) {
    Assess assess = new Assess(BALANCE, Kit.catalogue(BALANCE));
    Draw draw = Draw.of(new Random(seed), 6);
    Assessment once = assess.apply(draw.panel(new Random(1)), Optional.empty());
    assertThat(assess.apply(draw.panel(new Random(2)), Optional.empty())).isEqualTo(once);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void countsOfItemsAndTestsAreThoseOfTheirRows(long seed) {
    Assessment assessment =
        new Assess(BALANCE, Kit.catalogue(BALANCE))
            .apply(Draw.of(new Random(seed), 6).panel(new Random(1)), Optional.empty());
    for (CountyVerdict verdict : assessment.verdicts()) {
      List<ItemResult> rows =
          assessment.items().stream().filter(r -> r.county().equals(verdict.county())).toList();
      assertThat(rows.stream().filter(ItemResult::isWhole)).hasSize(BALANCE.items().size());
      assertThat(count(rows, true, Grade.MET)).isEqualTo(verdict.met());
      assertThat(count(rows, true, Grade.NOT_APPLICABLE))
          .isEqualTo(BALANCE.items().size() - verdict.of());
      assertThat(count(rows, false, Grade.MET)).isEqualTo(verdict.testMet());
    }
  }

  private static long count(List<ItemResult> rows, boolean whole, Grade grade) {
    return rows.stream().filter(row -> row.isWhole() == whole && row.grade() == grade).count();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void evidenceThatArrivesAndIsMetNeverMakesAVerdictWorse(long seed) {
    Assess assess = new Assess(BALANCE, Kit.catalogue(BALANCE));
    Draw draw = Draw.of(new Random(seed), 6);
    Assessment before = assess.apply(draw.panel(new Random(1)), Optional.empty());
    for (CountyVerdict verdict : before.verdicts()) {
      if (draw.evidence().stream().noneMatch(row -> row.county().equals(verdict.county()))) {
        draw.evidence()
            .add(
                new Evidence(
                    Kit.FRAMEWORK, verdict.county(), "layout", Grade.MET, Optional.empty()));
      }
    }
    Assessment after = assess.apply(draw.panel(new Random(1)), Optional.empty());
    Map<Verdict, Integer> worth =
        Map.of(Verdict.NOT_PASSED, 0, Verdict.UNDETERMINED, 1, Verdict.PASSED, 2);
    for (int i = 0; i < before.verdicts().size(); i++) {
      assertThat(worth.get(after.verdicts().get(i).verdict()))
          .isGreaterThanOrEqualTo(worth.get(before.verdicts().get(i).verdict()));
      assertThat(after.verdicts().get(i).met())
          .isGreaterThanOrEqualTo(before.verdicts().get(i).met());
    }
  }
}

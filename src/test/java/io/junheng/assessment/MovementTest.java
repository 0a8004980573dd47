package io.junheng.assessment;

import static io.junheng.assessment.Kit.conjunctive;
import static io.junheng.assessment.Kit.evidence;
import static io.junheng.assessment.Kit.item;
import static io.junheng.assessment.Kit.panel;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovementTest {
  private static final LocalDate YEAR_BEFORE = Kit.DAY.minusYears(1);

  private static Framework.Conjunctive edition(String edition) {
    return conjunctive(
        Kit.head(edition, Origin.OFFICIAL), List.of(), List.of(), item("G1", evidence("layout")));
  }

  /** Counties in the order of their places: the first has the smallest spread. */
  private static Kit.PanelOf inOrder(String... counties) {
    Kit.PanelOf panel = panel().counties(counties);
    for (int i = 0; i < counties.length; i++) {
      panel
          .value(spread(counties[i], "primary", i))
          .value(spread(counties[i], "junior", i))
          .evidence(counties[i], "layout", Grade.MET);
    }
    return panel;
  }

  private static IndicatorValue spread(String county, String stage, int place) {
    return new IndicatorValue(
        county,
        stage,
        "mean_cv",
        Optional.of(BigDecimal.valueOf(place + 1L, 1)),
        Optional.empty(),
        Optional.empty(),
        ObsStatus.A,
        Optional.empty());
  }

  private static Area area(String code, LocalDate from, LocalDate to) {
    return new Area(
        code,
        Optional.empty(),
        AreaLevel.COUNTY,
        Text.same(code),
        "county",
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        0,
        true);
  }

  /** Assesses one year after the other and tells each county's movement. */
  private static String movement(
      List<Area> areas, Framework before, Kit.PanelOf then, Framework now, Kit.PanelOf today) {
    Catalogue catalogue = Kit.catalogue(areas, List.of(Kit.everyone()), now);
    Assessment previous =
        new Assess(before, catalogue).apply(then.on(YEAR_BEFORE).build(), Optional.empty());
    Assessment current =
        new Assess(now, catalogue).apply(today.build(), Optional.of(PreviousResult.of(previous)));
    return told(current);
  }

  private static String told(Assessment assessment) {
    Stream<String> lines =
        assessment.rankings().stream()
            .map(
                row ->
                    "%s %s %s %s"
                        .formatted(
                            row.county(),
                            row.previousRankNo().map(BigDecimal::toString).orElse("-"),
                            row.rankChange().map(BigDecimal::toString).orElse("-"),
                            row.changeStatus().code()));
    return String.join("; ", lines.toList());
  }

  @Test
  void amongTheSameUnitsPlacesAreHeldAgainstEachOther() {
    assertThat(
            movement(
                List.of(),
                edition("2017"),
                inOrder("C1", "C2", "C3"),
                edition("2017"),
                inOrder("C3", "C1", "C2")))
        .isEqualTo("C1 1 -1 comparable; C2 2 -1 comparable; C3 3 2 comparable");
  }

  @Test
  void withoutAnEarlierResultNothingIsCompared() {
    Framework framework = edition("2017");
    Assessment first =
        new Assess(framework, Kit.catalogue(framework))
            .apply(inOrder("C1", "C2").build(), Optional.empty());
    assertThat(told(first)).isEqualTo("C1 - - no_previous; C2 - - no_previous");
  }

  @Test
  void inAnotherEditionNothingIsCompared() {
    assertThat(
            movement(
                List.of(),
                edition("2012"),
                inOrder("C1", "C2"),
                edition("2017"),
                inOrder("C1", "C2")))
        .isEqualTo("C1 - - other_edition; C2 - - other_edition");
  }

  @Test
  void aNewUnitMakesAllPlacesIncomparable() {
    assertThat(
            movement(
                List.of(),
                edition("2017"),
                inOrder("C1", "C2"),
                edition("2017"),
                inOrder("C1", "C2", "C3")))
        .isEqualTo("C1 - - other_units; C2 - - other_units; C3 - - new_unit");
  }

  @Test
  void aUnitThatIsGoneMakesAllPlacesIncomparable() {
    assertThat(
            movement(
                List.of(),
                edition("2017"),
                inOrder("C1", "C2", "C3"),
                edition("2017"),
                inOrder("C1", "C2")))
        .isEqualTo("C1 - - other_units; C2 - - other_units");
  }

  @Test
  void aNewBoundaryOfOneMakesAllPlacesIncomparable() {
    List<Area> areas =
        List.of(
            area("C1", null, null),
            area("C2", null, LocalDate.of(2023, 3, 31)),
            area("C2", LocalDate.of(2023, 4, 1), null));
    assertThat(
            movement(
                areas, edition("2017"), inOrder("C1", "C2"), edition("2017"), inOrder("C1", "C2")))
        .isEqualTo("C1 - - other_units; C2 - - other_boundary");
  }

  @Test
  void aBoundaryThatMovedOutsideTheSetDoesNotMatter() {
    List<Area> areas = List.of(area("C9", LocalDate.of(2023, 4, 1), null));
    assertThat(movement(areas, edition("2017"), inOrder("C1"), edition("2017"), inOrder("C1")))
        .isEqualTo("C1 1 0 comparable");
  }

  @Test
  void aCountyWithoutAPlaceNowOrThenIsNotCompared() {
    Kit.PanelOf lacksSecond = inOrder("C1").counties("C2");
    assertThat(
            movement(List.of(), edition("2017"), lacksSecond, edition("2017"), inOrder("C1", "C2")))
        .isEqualTo("C1 1 0 comparable; C2 - - value_missing");
    assertThat(
            movement(
                List.of(),
                edition("2017"),
                inOrder("C1", "C2"),
                edition("2017"),
                inOrder("C1").counties("C2")))
        .isEqualTo("C1 1 0 comparable; C2 - - value_missing");
  }

  private static Framework.Weighted weighted() {
    return new Framework.Weighted(
        Kit.head("2023", Origin.DEMO),
        ScoreRule.mean(new BigDecimal("100"), 2, LookAt.PRINTED),
        List.of(
            new ScoreNode.Leaf(
                "A",
                Text.same("A"),
                BigDecimal.ONE,
                Kit.SOURCE,
                "approval",
                "_T",
                new Normalisation.Goalposts(BigDecimal.ZERO, new BigDecimal("100")))),
        List.of(),
        List.of(),
        new RankingRule(
            RankingScope.ALL,
            List.of(new RankingKey.Score(Order.DESC)),
            Ties.COMPETITION,
            false,
            9));
  }

  private static Kit.PanelOf approval(String... countiesAndValues) {
    Kit.PanelOf panel = panel();
    for (String pair : countiesAndValues) {
      String[] parts = pair.split("=", -1);
      panel
          .counties(parts[0])
          .value(
              new IndicatorValue(
                  parts[0],
                  "_T",
                  "approval",
                  Optional.of(new BigDecimal(parts[1])),
                  Optional.empty(),
                  Optional.empty(),
                  ObsStatus.A,
                  Optional.empty()));
    }
    return panel;
  }

  @Test
  void aScoreIsHeldAgainstThatOfTheSameCountyWhoeverElseIsNew() {
    Framework.Weighted framework = weighted();
    Assess assess = new Assess(framework, Kit.catalogue(framework));
    Assessment before = assess.apply(approval("C1=80").on(YEAR_BEFORE).build(), Optional.empty());
    Assessment now =
        assess.apply(approval("C1=82.5", "C2=90").build(), Optional.of(PreviousResult.of(before)));
    CountyScore first = now.scores().get(0);
    assertThat(first.isTotal()).isTrue();
    assertThat(first.previousScore()).contains(new BigDecimal("80"));
    assertThat(first.change()).contains(new BigDecimal("2.5"));
    assertThat(now.scores())
        .filteredOn(row -> row.county().equals("C2"))
        .allMatch(row -> row.previousScore().isEmpty() && row.change().isEmpty());
  }

  @Test
  void countiesWithTheSamePrintedScoreShareAPlace() {
    Framework.Weighted framework = weighted();
    Assessment assessment =
        new Assess(framework, Kit.catalogue(framework))
            .apply(approval("C1=71.2401", "C2=71.2399", "C3=71.23").build(), Optional.empty());
    assertThat(assessment.league())
        .extracting(line -> line.rankNo().orElseThrow().intValue())
        .containsExactly(1, 1, 3);
    assertThat(assessment.league().get(0).score()).contains(new BigDecimal("71.2401"));
  }

  @ParameterizedTest
  @EnumSource(ChangeStatus.class)
  void theTablesKnowEveryReason(ChangeStatus status) {
    assertThat(Arrays.stream(io.junheng.table.ChangeStatus.values()).map(s -> s.code()))
        .contains(status.code());
  }

  @ParameterizedTest
  @EnumSource(ObsStatus.class)
  void theTablesKnowEveryStatus(ObsStatus status) {
    assertThat(Arrays.stream(io.junheng.table.ObsStatus.values()).map(s -> s.code()))
        .contains(status.name());
  }
}

package io.junheng.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList.Code;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.SingleItem;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The indicators that are watched one by one, as {@code conf/} says them. */
class SingleIndicatorsTest {
  private static Catalogue catalogue;
  private static Framework.Separate single;

  @BeforeAll
  static void readShippedConf() {
    catalogue = ShippedConf.catalogue();
    single = (Framework.Separate) catalogue.framework("single-indicators");
  }

  private static SingleItem item(String id) {
    return single.items().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }

  private static Formula.Ratio ratio(String item) {
    return (Formula.Ratio) catalogue.indicator(item(item).indicator()).formula();
  }

  /** M25 has no public formula, and M32 would be compiled from an examination's results. */
  @Test
  void everyNumberOfTheListIsThereButTheTwoThatCannotBe() {
    Set<Integer> numbers =
        single.items().stream()
            .filter(item -> item.id().startsWith("M"))
            .map(item -> Integer.parseInt(item.id().substring(1, 3)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(numbers)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 40).filter(n -> n != 25 && n != 32).boxed().toList());
  }

  @Test
  void eachItemHasALegalSourceOrTheMarkThatItIsOurs() {
    assertThat(single.items())
        .allSatisfy(
            item ->
                assertThat(
                        item.source().legal().isPresent() || item.source().origin() == Origin.OWN)
                    .as(item.id())
                    .isTrue());
  }

  @Test
  void threeDefinitionsOfMigrantsInPublicSchoolsStandApart() {
    assertThat(List.of(ratio("M06a"), ratio("M06b"), ratio("M06c")))
        .extracting(r -> r.of() + " / " + r.per())
        .containsExactly(
            "migrants_eligible_placed / migrants_eligible",
            "migrant_pupils_placed / migrant_pupils",
            "migrants_eligible_public / migrants_eligible");
  }

  @Test
  void bothConventionsOfLargeClassesStandApart() {
    assertThat(having("classes_56_up")).isEqualTo("pupils >= 56");
    assertThat(having("classes_56_65")).isEqualTo("pupils BETWEEN 56 AND 65");
    assertThat(ratio("M07a").of()).isEqualTo("classes_56_up");
    assertThat(ratio("M07b").of()).isEqualTo("classes_56_65");
  }

  private static String having(String measure) {
    Aggregate.CountGroups groups = (Aggregate.CountGroups) catalogue.measure(measure).aggregate();
    return groups.having().orElseThrow().sql();
  }

  @Test
  void projectsBegunAndProjectsFinishedHaveDifferentBases() {
    assertThat(ratio("M21a").per()).isEqualTo("projects_to_begin");
    assertThat(ratio("M21b").per()).isEqualTo("projects_to_finish");
  }

  @Test
  void gradesOfCleanSchoolsAreCumulative() {
    Set<String> leading = levels("M27a");
    Set<String> standard = levels("M27b");
    Set<String> improving = levels("M27c");
    assertThat(standard).containsAll(leading).hasSizeGreaterThan(leading.size());
    assertThat(improving).containsAll(standard).hasSizeGreaterThan(standard.size());
  }

  private static Set<String> levels(String item) {
    Formula.ShareOfSchools share =
        (Formula.ShareOfSchools) catalogue.indicator(item(item).indicator()).formula();
    return catalogue.codeList("clean_school_level").codes().stream()
        .map(Code::code)
        .filter(code -> share.where().sql().contains("'" + code + "'"))
        .collect(Collectors.toSet());
  }

  @Test
  void thePartThatComesFromSchoolsChangingHandsIsShownBesideTheShare() {
    assertThat(ratio("M06d").ofAmong()).hasValue("turned_public");
    assertThat(ratio("M29b").ofAmong()).hasValue("turned_public");
    assertThat(ratio("M29a").ofAmong()).hasValue("private_schools");
    assertThat(List.of(item("M06d"), item("M29b")))
        .extracting(item -> item.ranking().scope())
        .containsOnly(RankingScope.NONE);
  }

  /** 人次 counts cases; a share of people among cases would be a number without a meaning. */
  @Test
  void casesOfPeopleNeverMeetPeople() {
    assertThat(catalogue.indicators())
        .filteredOn(indicator -> indicator.formula() instanceof Formula.Ratio)
        .allSatisfy(
            indicator -> {
              Formula.Ratio ratio = (Formula.Ratio) indicator.formula();
              assertThat(Set.of(unit(ratio.of()), unit(ratio.per()) + "/"))
                  .as(indicator.id())
                  .doesNotContain("person_time", "person_time/");
            });
    assertThat(catalogue.indicators())
        .filteredOn(indicator -> indicator.unit().equals("person_time"))
        .extracting(Indicator::id)
        .containsExactlyInAnyOrder("aid_cases", "vocational_training_cases");
  }

  private static String unit(String measure) {
    return catalogue.measure(measure).unit();
  }

  @Test
  void compoundGrowthTakesTheRootOfTheWholeRise() {
    Indicator growth = catalogue.indicator("public_budget_compound_growth");
    assertThat(growth.examples()).hasSize(1);
    assertThat(growth.examples().get(0).value()).isEqualByComparingTo(BigDecimal.TEN);
  }

  @ParameterizedTest(name = "{0} asks for {1}")
  @CsvSource({
    "M01, 85",
    "M02, 50",
    "M03, 80",
    "M03b, 78",
    "M03c, 18",
    "M04, 95",
    "M05, 90",
    "M06a, 85",
    "M06b, 90",
    "M06c, 83",
    "M07a, 5",
    "M08, 0",
    "M10a, 10",
    "M10b, 20",
    "M26, 85",
    "M27a, 15",
    "M27b, 50",
    "M27c, 70",
    "M29a, 5",
  })
  void targetsAreThoseOfTheNamedSources(String item, BigDecimal target) {
    assertThat(item(item).target().orElseThrow().byStage().values())
        .singleElement()
        .satisfies(value -> assertThat(value).isEqualByComparingTo(target));
  }

  /** One framework, its items by themselves: no weight adds them up. */
  @Test
  void theWholeIsNotRanked() {
    assertThat(single.ranking().scope()).isEqualTo(RankingScope.NONE);
    assertThat(single.parts()).hasSameSizeAs(single.items());
    assertThat(single.items())
        .extracting(item -> item.ranking().scope())
        .contains(
            RankingScope.ALL, RankingScope.PEER_GROUPS, RankingScope.GRADE_ONLY, RankingScope.NONE);
  }
}

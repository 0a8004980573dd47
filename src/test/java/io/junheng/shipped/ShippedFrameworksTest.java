package io.junheng.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList.Code;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework.Conjunctive;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.ItemTest.OfCounty;
import io.junheng.definition.ItemTest.OfEvidence;
import io.junheng.definition.ItemTest.OfSchools;
import io.junheng.definition.Legal;
import io.junheng.definition.Limit;
import io.junheng.definition.Origin;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 教督〔2017〕6号 and 教督〔2012〕3号 as {@code conf/frameworks} says them. */
class ShippedFrameworksTest {
  private static Catalogue catalogue;
  private static Conjunctive quality;
  private static Conjunctive basic;

  @BeforeAll
  static void readShippedConf() {
    ConfResult result = new ConfReader(Path.of("conf")).read();
    assertThat(result.problems()).isEmpty();
    catalogue = result.catalogue().orElseThrow();
    quality = (Conjunctive) catalogue.framework("cn-quality-balance-2017");
    basic = (Conjunctive) catalogue.framework("cn-basic-balance-2012");
  }

  @Test
  void qualityBalanceHasSevenFifteenNineAndOneItems() {
    Stream<String> expected =
        Stream.of(numbered("R", 7), numbered("G", 15), numbered("Q", 9), Stream.of("S1"))
            .flatMap(items -> items);
    assertThat(quality.items())
        .extracting(FrameworkItem::id)
        .containsExactlyElementsOf(expected.toList());
  }

  private static Stream<String> numbered(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
  }

  @Test
  void everyItemNamesItsDocumentAndClause() {
    assertThat(Stream.of(quality, basic).flatMap(framework -> framework.items().stream()))
        .extracting(FrameworkItem::legal)
        .allSatisfy(legal -> assertThat(legal.clause()).isPresent());
    assertThat(quality.items())
        .extracting(FrameworkItem::legal)
        .extracting(Legal::document)
        .containsOnly("教督〔2017〕6号");
  }

  @Test
  void floorsAreThePublishedEightyFivePercentOfTheStandards() {
    assertThat(floors("primary"))
        .isEqualTo(
            Map.of(
                "R1", "3.57", "R2", "0.85", "R3", "0.765", "R4", "3.825", "R5", "6.375", "R6",
                "1700", "R7", "1.955"));
    assertThat(floors("junior"))
        .isEqualTo(
            Map.of(
                "R1", "4.505", "R2", "0.85", "R3", "0.765", "R4", "4.93", "R5", "8.67", "R6",
                "2125", "R7", "2.04"));
  }

  private static Map<String, String> floors(String stage) {
    return quality.schoolRule().orElseThrow().of().stream()
        .collect(Collectors.toMap(item -> item, item -> floor(item, stage)));
  }

  private static String floor(String item, String stage) {
    OfSchools test = tests(item, OfSchools.class).get(0);
    BigDecimal standard = test.limit().byStage().get(stage);
    return standard.multiply(test.floorShare().orElseThrow()).stripTrailingZeros().toPlainString();
  }

  @Test
  void everySingleCoefficientIsLimitedAndTheirMeanIsNot() {
    for (String item : quality.schoolRule().orElseThrow().of()) {
      OfCounty cv = tests(item, OfCounty.class).get(0);
      assertThat(catalogue.indicator(cv.indicator()).formula())
          .isInstanceOf(Formula.Dispersion.class);
      assertThat(cv.limit().comparison()).isEqualTo(Limit.Comparison.AT_MOST);
      assertThat(cv.limit().byStage().get("primary")).isEqualByComparingTo("0.50");
      assertThat(cv.limit().byStage().get("junior")).isEqualByComparingTo("0.45");
    }
    assertThat(quality.items())
        .flatExtracting(FrameworkItem::tests)
        .filteredOn(OfCounty.class::isInstance)
        .extracting(test -> ((OfCounty) test).indicator())
        .doesNotContain(quality.compositeCv().orElseThrow());
  }

  @Test
  void ourReadingsAreMarkedAsOurs() {
    assertThat(itemsOf(quality, Origin.OWN))
        .containsExactly("R1", "R2", "R3", "R4", "R5", "R6", "R7", "G3");
    assertThat(itemsOf(basic, Origin.OWN)).containsExactly("B2", "B3");
    assertThat(quality.ranking().official()).isFalse();
    assertThat(basic.ranking().official()).isFalse();
  }

  private static List<String> itemsOf(Conjunctive framework, Origin origin) {
    return framework.items().stream()
        .filter(item -> item.origin() == origin)
        .map(FrameworkItem::id)
        .toList();
  }

  @Test
  void everyStatementThatIsAskedForCanBeDelivered() {
    Stream<OfEvidence> ofItems =
        quality.items().stream()
            .flatMap(item -> item.tests().stream())
            .filter(OfEvidence.class::isInstance)
            .map(OfEvidence.class::cast);
    List<String> asked =
        Stream.of(ofItems, quality.vetoes().stream(), quality.preconditions().stream())
            .flatMap(statements -> statements)
            .map(OfEvidence::statement)
            .toList();
    assertThat(catalogue.codeList("evidence_statement").codes())
        .extracting(Code::code)
        .containsAll(asked);
    assertThat(quality.vetoes()).hasSize(6);
  }

  @Test
  void theRuleForSmallSchoolsReachesTeachingPointsThatTheBalanceLeavesOut() {
    OfSchools funding = tests("G6", OfSchools.class).get(0);
    assertThat(funding.among()).contains("small_schools");
    assertThat(catalogue.scope("small_schools").where().sql()).doesNotContain("teaching_point");
    assertThat(catalogue.scope(quality.scope().orElseThrow()).where().sql())
        .contains("teaching_point");
  }

  @Test
  void qualityMonitoringAsksSixSubjectsForLevelAndDifference() {
    assertThat(tests("Q9", OfCounty.class))
        .hasSize(12)
        .extracting(test -> test.limit().comparison())
        .containsOnly(Limit.Comparison.AT_LEAST, Limit.Comparison.BELOW);
  }

  @Test
  void basicBalanceLimitsTheMeanOfEightCoefficients() {
    OfCounty composite = (OfCounty) basic.items().get(1).tests().get(0);
    Formula.Derived mean = (Formula.Derived) catalogue.indicator(composite.indicator()).formula();
    assertThat(mean.value().names()).hasSize(8);
    assertThat(composite.limit().byStage())
        .containsEntry("primary", new BigDecimal("0.65"))
        .containsEntry("junior", new BigDecimal("0.55"));
  }

  private static <T extends ItemTest> List<T> tests(String item, Class<T> kind) {
    return quality.items().stream()
        .filter(candidate -> candidate.id().equals(item))
        .flatMap(candidate -> candidate.tests().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}

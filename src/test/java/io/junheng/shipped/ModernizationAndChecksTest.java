package io.junheng.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Conjunctive;
import io.junheng.definition.Framework.Weighted;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.ItemTest.OfCounty;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Origin;
import io.junheng.definition.ReferenceDate;
import io.junheng.definition.ScoreNode;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The modernization systems of three provinces as far as they were seen, and the checks before and
 * after recognition.
 */
class ModernizationAndChecksTest {
  private static Catalogue catalogue;

  @BeforeAll
  static void readShippedConf() {
    catalogue = ShippedConf.catalogue();
  }

  private static Conjunctive conjunctive(String id) {
    return (Conjunctive) catalogue.framework(id);
  }

  private static FrameworkItem item(String framework, String id) {
    return conjunctive(framework).items().stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void zhejiang2017HasTheTwelvePointsThatWereSeenAndNothingElse() {
    Weighted zhejiang = (Weighted) catalogue.framework("zj-modernization-2017");
    List<ScoreNode.Leaf> leaves = Weighted.leaves(zhejiang.tree());
    assertThat(zhejiang.score().max()).isEqualByComparingTo("12");
    assertThat(leaves).hasSize(17);
    assertThat(leaves.stream().map(ScoreNode.Leaf::weight).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("12");
    assertThat(leaves).extracting(leaf -> leaf.source().origin()).containsOnly(Origin.OFFICIAL);
    assertThat(zhejiang.head().origin()).isEqualTo(Origin.OWN);
    Map<String, BigDecimal> targets =
        leaves.stream()
            .filter(leaf -> leaf.normalise() instanceof Normalisation.Attain)
            .collect(
                Collectors.toMap(
                    ScoreNode.Leaf::stage,
                    leaf -> ((Normalisation.Attain) leaf.normalise()).target()));
    assertThat(targets)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "kindergarten", new BigDecimal("15"),
                "primary", new BigDecimal("16"),
                "junior", new BigDecimal("11"),
                "senior", new BigDecimal("10"),
                "vocational", new BigDecimal("12"),
                "special", new BigDecimal("3")));
  }

  @Test
  void jiangsuHoldsThePublishedTargetsAndHasNoWeights() {
    Map<String, List<String>> limits =
        conjunctive("js-modernization-2013").items().stream()
            .collect(
                Collectors.toMap(
                    FrameworkItem::id,
                    item ->
                        item.tests().stream()
                            .map(OfCounty.class::cast)
                            .flatMap(test -> test.limit().byStage().values().stream())
                            .map(BigDecimal::toPlainString)
                            .toList()));
    assertThat(limits)
        .hasSize(14)
        .containsEntry("JS01", List.of("98"))
        .containsEntry("JS02", List.of("99"))
        .containsEntry("JS03", List.of("95"))
        .containsEntry("JS04", List.of("60"))
        .containsEntry("JS05", List.of("90"))
        .containsEntry("JS10", List.of("100", "100"))
        .containsEntry("JS16", List.of("12.2", "15"))
        .doesNotContainKeys("JS13", "JS14", "JS15");
  }

  @Test
  void guangdongAsksForAsManyItemsOfGradeAsEachOfItsThreeAreas() {
    assertThat(
            Stream.of(
                    "gd-modernization-2016",
                    "gd-modernization-2016-west",
                    "gd-modernization-2016-rest")
                .map(id -> tuple(limit(id, "GA"), limit(id, "GC"), limit(id, "GS"))))
        .containsExactly(tuple("34", "0", "85"), tuple("32", "0", "85"), tuple("30", "2", "85"));
  }

  private static String limit(String framework, String item) {
    OfCounty test = (OfCounty) item(framework, item).tests().get(0);
    return test.limit().byStage().values().iterator().next().toPlainString();
  }

  @Test
  void beforeAnApplicationFiveConditionsHoldOneOfThemOverTheThreeYearsBefore() {
    Conjunctive precheck = conjunctive("cn-quality-balance-precheck");
    assertThat(precheck.items()).hasSize(5);
    assertThat(precheck.yearsBefore()).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(item("cn-quality-balance-precheck", "P3").tests())
        .allSatisfy(
            test ->
                assertThat(((OfCounty) test).limit().byStage())
                    .containsEntry("primary", new BigDecimal("0.60"))
                    .containsEntry("junior", new BigDecimal("0.50")));
    assertThat(precheck.items())
        .filteredOn(one -> one.origin() == Origin.OWN)
        .extracting(FrameworkItem::id)
        .containsExactly("P3", "P4", "P5");
  }

  /**
   * Schools built by 2010, or with more than half migrant pupils, may have 2400 (3000) pupils until
   * the school year 2021/22; from 2022/23 on the limit is the usual one for all.
   */
  @Test
  void theRelaxationOfSchoolSizeEndsByItself() {
    ItemTest.OfSchools size =
        (ItemTest.OfSchools) item("cn-basic-balance-monitor", "B3").tests().get(0);
    List<Row> limits =
        SharedSpark.session()
            .sql(
                """
                SELECT period, %s AS limit FROM VALUES
                  (201810, 'primary', 1998, 10, 100), (201910, 'primary', 1998, 10, 100),
                  (202110, 'primary', 1998, 10, 100), (202110, 'nine_year', 2010, 10, 100),
                  (202110, 'primary', 2011, 10, 100), (202110, 'primary', 2011, 51, 100),
                  (202110, 'primary', CAST(NULL AS INT), 10, 100),
                  (202210, 'primary', 1998, 51, 100), (202310, 'nine_year', 1998, 51, 100)
                AS schools(period, school_type, year_built, migrant_pupils, pupils)
                """
                    .formatted(size.limit().expression().orElseThrow().sql()))
            .collectAsList();
    assertThat(limits)
        .extracting(row -> row.getInt(1))
        .containsExactly(2000, 2400, 2400, 3000, 2000, 2400, 2000, 2000, 2500);
  }

  @Test
  void theYearlyMonitoringLooksAtSpreadClassesAndSizes() {
    assertThat(conjunctive("cn-basic-balance-monitor").items())
        .extracting(one -> one.title().zh())
        .containsExactly("八项综合差异系数", "大班额", "学校规模");
  }

  /** Funds are of a calendar year, pupils of a first of September, surveys of their own days. */
  @Test
  void everyFrameworkSaysOfWhichYearItsFiguresAre() {
    assertThat(catalogue.frameworks())
        .extracting(Framework::head)
        .allSatisfy(
            head ->
                assertThat(head.periods().keySet())
                    .as(head.id())
                    .containsExactlyInAnyOrder(ReferenceDate.values()));
  }
}

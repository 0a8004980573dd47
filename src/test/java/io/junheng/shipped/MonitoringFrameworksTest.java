package io.junheng.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList.Code;
import io.junheng.definition.Contract;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Conjunctive;
import io.junheng.definition.Framework.Weighted;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Origin;
import io.junheng.definition.ScoreNode;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The monitoring systems beside the two of compulsory education, as {@code conf/} says them. */
class MonitoringFrameworksTest {
  private static Catalogue catalogue;

  @BeforeAll
  static void readShippedConf() {
    catalogue = ShippedConf.catalogue();
  }

  private static Weighted weighted(String id) {
    return (Weighted) catalogue.framework(id);
  }

  private static List<ScoreNode> items(List<ScoreNode> nodes) {
    List<ScoreNode> items = new ArrayList<>();
    for (ScoreNode node : nodes) {
      if (node instanceof ScoreNode.Branch branch) {
        items.addAll(items(branch.children()));
      } else {
        items.add(node);
      }
    }
    return items;
  }

  @Test
  void theDemonstrationEditionHasFiveDimensionsAndFortyFiveItems() {
    Weighted edition = weighted("zj-modernization-demo-2023");
    assertThat(edition.tree())
        .extracting(node -> node.title().zh())
        .containsExactly("优先发展", "育人为本", "促进公平", "教育质量", "社会认可");
    assertThat(items(edition.tree())).hasSize(45);
    assertThat(
            edition.tree().stream().map(ScoreNode::weight).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("100");
  }

  @Test
  void weightsThatNobodyPublishedAreMarkedAsDemonstration() {
    assertThat(catalogue.frameworks())
        .filteredOn(Weighted.class::isInstance)
        .filteredOn(framework -> !framework.id().equals("zj-modernization-2017"))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            framework -> {
              assertThat(framework.head().origin()).isEqualTo(Origin.DEMO);
              assertThat(items(((Weighted) framework).tree()))
                  .extracting(item -> item.source().origin())
                  .containsOnly(Origin.DEMO);
            });
  }

  @Test
  void dutiesAreFiveGroupsAndTwentyItemsOfAHundredPointsTogether() {
    Weighted duties = weighted("gov-duties-zj-2022");
    assertThat(duties.tree()).hasSize(5);
    assertThat(items(duties.tree())).hasSize(20);
  }

  @Test
  void preschoolHasThirtySixItemsThatNameTheirClause() {
    Conjunctive preschool = (Conjunctive) catalogue.framework("cn-preschool-universal-2020");
    assertThat(preschool.items())
        .hasSize(36)
        .allSatisfy(item -> assertThat(item.legal().clause()).isPresent());
    assertThat(preschool.items())
        .filteredOn(MonitoringFrameworksTest::mayBeMetInPartByFigures)
        .extracting(FrameworkItem::id)
        .containsExactly("K11", "K12", "K26", "K27", "K29");
    assertThat(catalogue.indicator("preschool_gross_enrolment").mayExceed100()).isTrue();
  }

  private static boolean mayBeMetInPartByFigures(FrameworkItem item) {
    return item.tests().stream()
        .anyMatch(test -> test instanceof ItemTest.OfCounty county && county.partly().isPresent());
  }

  @Test
  void everyAttestedItemCanBeDelivered() {
    Stream<String> asked =
        catalogue.frameworks().stream()
            .filter(Weighted.class::isInstance)
            .flatMap(framework -> items(((Weighted) framework).tree()).stream())
            .filter(ScoreNode.Attested.class::isInstance)
            .map(item -> ((ScoreNode.Attested) item).statement());
    assertThat(catalogue.codeList("evidence_statement").codes())
        .extracting(Code::code)
        .containsAll(asked.toList());
  }

  @Test
  void aChoiceOfFrameworksLeavesOutWhatOnlyTheOthersNeed() {
    Catalogue chosen = catalogue.withFrameworks(Set.of("cn-quality-balance-2017"));
    assertThat(chosen.frameworks())
        .extracting(Framework::id)
        .containsExactly("cn-quality-balance-2017");
    assertThat(chosen.indicators())
        .extracting(Indicator::id)
        .contains("balance_mean_cv", "teaching_area_cv", "boarder_share")
        .doesNotContain("preschool_public_share", "satisfaction_mean", "myopia_share");
    assertThat(chosen.measures())
        .containsKeys("pupils", "special_school_pupils")
        .doesNotContainKeys("children_aged_3_5", "pupils_myopic");
    assertThat(chosen.digest()).isNotEqualTo(catalogue.digest());
  }

  @Test
  void aChoiceOfDatasetsLeavesOutWhatReadsTheOthers() {
    List<String> delivered =
        List.of("school", "teacher", "student", "county_statistic", "evidence", "survey");
    Catalogue chosen =
        catalogue
            .withFrameworks(Set.of("cn-basic-balance-2012"))
            .withDatasets(Set.copyOf(delivered));
    assertThat(chosen.contracts())
        .extracting(Contract::id)
        .containsExactlyInAnyOrderElementsOf(delivered);
    assertThat(chosen.measures())
        .containsKeys("pupils", "books")
        .doesNotContainKeys("projects_begun");
    assertThat(catalogue.measure("pupils").decidedBy()).contains("pupils_by_form");
    assertThat(chosen.measure("pupils").decidedBy()).isEmpty();
    assertThatThrownBy(() -> catalogue.withDatasets(Set.of("school", "student")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot do with");
  }
}

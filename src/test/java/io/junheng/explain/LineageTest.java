package io.junheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.explain.Lineage.Kind;
import io.junheng.explain.Lineage.Node;
import io.junheng.testing.SampleLake;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LineageTest {
  private static Lineage lineage;

  @BeforeAll
  static void readTheShippedDefinitions() {
    lineage = new Lineage(SampleLake.catalogue());
  }

  private static Node one(String name) {
    return lineage.find(name).get(0);
  }

  private static List<String> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  @Test
  void aMeasureReadsTheColumnsOfItsExpression() {
    assertThat(ids(lineage.from(one("teachers_above_degree"))))
        .containsExactly(
            "teacher.degree",
            "teacher.is_full_time",
            "teacher.stage",
            "teachers_above_degree_by_form");
  }

  @Test
  void aPersonalColumnIsReachedThroughWhatItBecomes() {
    assertThat(ids(lineage.into(one("student.id_number")))).containsExactly("student.student_key");
  }

  @Test
  void aSpreadReadsItsRatioItsWeightAndItsScope() {
    assertThat(ids(lineage.from(one("teachers_above_degree_cv"))))
        .containsExactly("teachers_above_degree_per_100", "pupils", "balance_scope");
  }

  @Test
  void anItemIsFoundByItsFrameworkOrAlone() {
    assertThat(one("cn-quality-balance-2017/R1").kind()).isEqualTo(Kind.ITEM);
    assertThat(ids(lineage.find("R1"))).contains("cn-quality-balance-2017/R1");
    assertThat(ids(lineage.into(one("cn-quality-balance-2017/R1"))))
        .containsExactly("cn-quality-balance-2017");
  }

  @Test
  void allStepsGoFromTheDeliveredColumnToTheFramework() {
    List<String> reached =
        lineage.all(one("teacher.degree")).stream().map(step -> step.into().id()).toList();

    assertThat(reached)
        .contains(
            "teachers_above_degree",
            "teachers_above_degree_per_100",
            "cn-quality-balance-2017/R1",
            "cn-quality-balance-2017");
    assertThat(lineage.next(one("teacher.degree"))).hasSizeLessThan(reached.size());
  }

  @Test
  void everyIndicatorAndItemRestsOnSomethingThatIsDelivered() {
    for (String name : lineage.names()) {
      for (Node node : lineage.find(name)) {
        if (node.kind() == Kind.INDICATOR || node.kind() == Kind.ITEM) {
          assertThat(lineage.all(node))
              .as(node.id())
              .anyMatch(step -> step.from().kind() == Kind.COLUMN);
        }
      }
    }
  }
}

package io.junheng.assessment;

import static io.junheng.assessment.Kit.PUPILS_PER_TEACHER;
import static io.junheng.assessment.Kit.TRAINED;
import static io.junheng.assessment.Kit.limit;
import static io.junheng.assessment.Kit.panel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.Limit;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.SingleItem;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Indicators that are watched one by one. */
class SeparateTest {
  private static final String VALUES =
      """
      county | stage   | indicator          | value | status
      C1     | _T      | trained_share      | 92.04 | A
      C2     | _T      | trained_share      | 99    | A
      C3     | _T      | trained_share      | 92.02 | A
      C1     | primary | pupils_per_teacher | 17    | A
      C2     | primary | pupils_per_teacher | 15    | A
      C1     | junior  | pupils_per_teacher | 9     | A
      C2     | junior  | pupils_per_teacher | 19    | A
      """;

  private static SingleItem item(
      String id, Indicator indicator, String stage, Optional<Limit> target, RankingScope scope) {
    Order order = indicator.id().equals("trained_share") ? Order.DESC : Order.ASC;
    boolean ranks = scope == RankingScope.ALL || scope == RankingScope.PEER_GROUPS;
    return new SingleItem(
        id,
        Text.same(id),
        Text.same("group"),
        indicator.id(),
        stage,
        target,
        Kit.SOURCE,
        new RankingRule(
            scope,
            ranks ? List.of(new RankingKey.ByIndicator(indicator.id(), order)) : List.of(),
            Ties.COMPETITION,
            false,
            indicator.decimals()));
  }

  private static Assessment assess(SingleItem item) {
    Framework.Separate framework =
        new Framework.Separate(Kit.head("2023", Origin.OWN), List.of(item));
    Panel panel = panel().counties("C1", "C2", "C3", "C4").values(VALUES).build();
    return new Assess(framework.parts().get(0), Kit.catalogue(framework))
        .apply(panel, Optional.empty());
  }

  private static List<org.assertj.core.groups.Tuple> places(Assessment assessment) {
    return assessment.rankings().stream()
        .map(
            row ->
                tuple(
                    row.county(),
                    row.rankNo().map(BigDecimal::toString).orElse("-"),
                    row.place().value().map(BigDecimal::toString).orElse("-")))
        .toList();
  }

  @Test
  void anItemIsRankedByItsOwnValueAsPrinted() {
    Assessment assessment = assess(item("M10", TRAINED, "_T", Optional.empty(), RankingScope.ALL));
    assertThat(assessment.ranked()).isEqualTo("balance/M10");
    assertThat(places(assessment))
        .containsExactly(
            tuple("C1", "2", "92.0"),
            tuple("C2", "1", "99.0"),
            tuple("C3", "2", "92.0"),
            tuple("C4", "-", "-"));
    assertThat(assessment.league()).isEmpty();
  }

  /** The indicator has two stages; the other one's value has no say. */
  @Test
  void onlyTheStageOfTheItemCountsAndLessIsBetterWhereTheIndicatorSaysSo() {
    assertThat(
            places(
                assess(
                    item("P", PUPILS_PER_TEACHER, "primary", Optional.empty(), RankingScope.ALL))))
        .startsWith(tuple("C1", "2", "17.0"), tuple("C2", "1", "15.0"));
  }

  @Test
  void aTargetGradesTheValueAndTellsTheGap() {
    Assessment assessment =
        assess(
            item(
                "M10",
                TRAINED,
                "_T",
                Optional.of(limit(Comparison.AT_LEAST, "_T", "95")),
                RankingScope.ALL));
    assertThat(assessment.items())
        .extracting(
            ItemResult::county,
            ItemResult::grade,
            row -> row.gap().map(BigDecimal::doubleValue).orElse(null))
        .containsExactly(
            tuple("C1", Grade.NOT_MET, 2.96),
            tuple("C2", Grade.MET, 0.0),
            tuple("C3", Grade.NOT_MET, 2.98),
            tuple("C4", Grade.UNKNOWN, null));
    assertThat(assessment.items()).extracting(ItemResult::test).containsOnly(ItemResult.WHOLE);
  }

  @Test
  void aValueThatNothingIsAskedOfIsShownAndNotGraded() {
    Assessment assessment = assess(item("M22", TRAINED, "_T", Optional.empty(), RankingScope.NONE));
    assertThat(assessment.items().get(0).grade()).isEqualTo(Grade.NOT_APPLICABLE);
    assertThat(assessment.items().get(0).value()).hasValue(new BigDecimal("92.04"));
    assertThat(assessment.items().get(0).gap()).isEmpty();
    assertThat(assessment.rankings())
        .extracting(CountyRanking::rankNo)
        .containsOnly(Optional.empty());
  }
}

package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.PassClass;
import io.junheng.definition.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thirty-six items, of which some may be met in part. */
class PassClassTest {
  private static final Framework.Conjunctive PRESCHOOL = thirtySixItems();

  private static Framework.Conjunctive thirtySixItems() {
    Framework.Conjunctive plain =
        Kit.conjunctive(
            IntStream.rangeClosed(1, 36)
                .mapToObj(i -> Kit.item("K%02d".formatted(i), Kit.evidence("k%02d".formatted(i))))
                .toArray(FrameworkItem[]::new));
    return new Framework.Conjunctive(
        plain.head(),
        plain.items(),
        plain.scope(),
        plain.schoolRule(),
        plain.vetoes(),
        plain.preconditions(),
        plain.verdicts(),
        List.of(
            new PassClass("best", Text.same("best"), 33, 3),
            new PassClass("better", Text.same("better"), 31, 5),
            new PassClass("good", Text.same("good"), 29, 7)),
        plain.compositeCv(),
        plain.ranking());
  }

  private static CountyVerdict verdict(int met, int partly, int notMet) {
    Kit.PanelOf panel = Kit.panel();
    for (int i = 1; i <= met + partly + notMet; i++) {
      Grade grade = i <= met ? Grade.MET : i <= met + partly ? Grade.PARTLY_MET : Grade.NOT_MET;
      panel.evidence("C1", "k%02d".formatted(i), grade);
    }
    return new AssessConjunctive(PRESCHOOL, Kit.catalogue(PRESCHOOL))
        .apply(panel.build(), List.of("C1"))
        .verdicts()
        .get(0);
  }

  @ParameterizedTest(name = "{0} met, {1} in part, {2} not: {3} {4}")
  @CsvSource({
    "36, 0, 0, PASSED,       best",
    "33, 3, 0, PASSED,       best",
    "32, 4, 0, PASSED,       better",
    "31, 5, 0, PASSED,       better",
    "30, 6, 0, PASSED,       good",
    "29, 7, 0, PASSED,       good",
    "28, 8, 0, NOT_PASSED,   -",
    "35, 0, 1, NOT_PASSED,   -",
    "33, 2, 0, UNDETERMINED, -",
    "20, 8, 0, NOT_PASSED,   -",
  })
  void theCountsDecideTheClass(
      int met, int partly, int notMet, Framework.Verdict verdict, String passClass) {
    CountyVerdict result = verdict(met, partly, notMet);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.passClass().orElse("-")).isEqualTo(passClass);
    assertThat(result.partlyMet()).isEqualTo(partly);
  }

  @Test
  void whatBlocksIsWhatIsNotMetOrWhatIsMetInPartTooOften() {
    assertThat(verdict(34, 1, 1).blockingItems()).containsExactly("K36");
    assertThat(verdict(28, 8, 0).blockingItems()).hasSize(8).contains("K29", "K36");
    assertThat(verdict(32, 4, 0).blockingItems()).isEmpty();
  }

  @ParameterizedTest(name = "{0} % is {1}")
  @CsvSource({"100, MET", "99.9, PARTLY_MET", "80, PARTLY_MET", "79.9, NOT_MET"})
  void aValueBetweenTwoLimitsIsMetInPart(String value, Grade grade) {
    ItemTest test =
        new ItemTest.OfCounty(
            "county",
            Kit.TRAINED.id(),
            Kit.limit(Comparison.AT_LEAST, "_T", "100"),
            Optional.of(Kit.limit(Comparison.AT_LEAST, "_T", "80")));
    Framework.Conjunctive framework = Kit.conjunctive(Kit.item("K29", test));
    AssessConjunctive.Result result =
        new AssessConjunctive(framework, Kit.catalogue(framework))
            .apply(
                Kit.panel()
                    .values(
                        "county | stage | indicator | value\nC1 | _T | trained_share | " + value)
                    .build(),
                List.of("C1"));
    assertThat(result.items().get(0).grade()).isEqualTo(grade);
    assertThat(result.verdicts().get(0).verdict())
        .isEqualTo(grade == Grade.MET ? Framework.Verdict.PASSED : Framework.Verdict.NOT_PASSED);
  }
}

package io.junheng.assessment;

import static io.junheng.assessment.Kit.AREA_CV;
import static io.junheng.assessment.Kit.AREA_PER_PUPIL;
import static io.junheng.assessment.Kit.MEAN_CV;
import static io.junheng.assessment.Kit.TRAINED;
import static io.junheng.assessment.Kit.catalogue;
import static io.junheng.assessment.Kit.conjunctive;
import static io.junheng.assessment.Kit.county;
import static io.junheng.assessment.Kit.evidence;
import static io.junheng.assessment.Kit.item;
import static io.junheng.assessment.Kit.panel;
import static io.junheng.assessment.Kit.schools;
import static io.junheng.definition.Limit.Comparison.AT_LEAST;
import static io.junheng.definition.Limit.Comparison.AT_MOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.junheng.assessment.CountyVerdict.Veto;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Origin;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessConjunctiveTest {
  private static final FrameworkItem CV =
      item("R4", county(AREA_CV, AT_MOST, "primary", "0.50", "junior", "0.45"));
  private static final FrameworkItem TRAINING = item("G9", county(TRAINED, AT_LEAST, "_T", "100"));
  private static final FrameworkItem LAYOUT = item("G1", evidence("layout"));

  private static AssessConjunctive.Result assess(
      Framework.Conjunctive framework, Kit.PanelOf panel) {
    return new AssessConjunctive(framework, catalogue(framework))
        .apply(panel.build(), List.of("C1"));
  }

  private static ItemResult row(AssessConjunctive.Result result, String item, String test) {
    return result.items().stream()
        .filter(row -> row.item().equals(item) && row.test().equals(test))
        .findFirst()
        .orElseThrow();
  }

  private static Kit.PanelOf values(String text) {
    return panel().counties("C1").values(text);
  }

  @Test
  void everyStageWithALimitIsATestOfItsOwn() {
    var result =
        assess(
            conjunctive(CV),
            values(
                """
                county | stage   | indicator | value
                C1     | primary | area_cv   | 0.5
                C1     | junior  | area_cv   | 0.46
                """));
    assertThat(result.items())
        .extracting(ItemResult::test, ItemResult::grade)
        .containsExactly(
            tuple("_T", Grade.NOT_MET),
            tuple("county.primary", Grade.MET),
            tuple("county.junior", Grade.NOT_MET));
    assertThat(row(result, "R4", "county.junior").gap().orElseThrow()).isEqualByComparingTo("0.01");
    assertThat(row(result, "R4", "county.primary").gap().orElseThrow()).isZero();
    assertThat(row(result, "R4", "_T").clause()).contains("clause R4");
  }

  @Test
  void aRatioIsHeldAgainstItsLimitByNumeratorAndDenominatorAndNotByItsDouble() {
    var result =
        assess(
            conjunctive(item("X", county(TRAINED, AT_LEAST, "_T", "70"))),
            values(
                """
                county | stage | indicator     | value             | numerator | denominator
                C1     | _T    | trained_share | 69.99999999999999 | 7         | 10
                """));
    assertThat(row(result, "X", "county._T").grade()).isEqualTo(Grade.MET);
    assertThat(row(result, "X", "county._T").decidedByRounding()).isFalse();
  }

  @Test
  void aRateThatPrintsAsTheLimitButIsBelowItIsNotMetAndSaysSo() {
    var result =
        assess(
            conjunctive(TRAINING),
            values(
                """
                county | stage | indicator     | value | numerator | denominator
                C1     | _T    | trained_share | 99.96 | 2499      | 2500
                """));
    ItemResult whole = row(result, "G9", "_T");
    assertThat(whole.grade()).isEqualTo(Grade.NOT_MET);
    assertThat(whole.decidedByRounding()).isTrue();
    assertThat(whole.displayedValue()).contains(new BigDecimal("100.0"));
    assertThat(whole.gap().orElseThrow()).isEqualByComparingTo("0.04");
  }

  @Test
  void aSpreadIsComparedUnrounded() {
    var result =
        assess(
            conjunctive(CV),
            values(
                """
                county | stage   | indicator | value
                C1     | primary | area_cv   | 0.5004
                C1     | junior  | area_cv   | 0.4504
                """));
    assertThat(row(result, "R4", "county.primary").grade()).isEqualTo(Grade.NOT_MET);
    assertThat(row(result, "R4", "county.primary").decidedByRounding()).isTrue();
  }

  @Test
  void aFigureThatSchoolsAreMissingFromDecidesNothingButIsShown() {
    var result =
        assess(
            conjunctive(CV),
            values(
                """
                county | stage   | indicator | value | status
                C1     | primary | area_cv   | 0.49  | U
                C1     | junior  | area_cv   | 0.46  | U
                """));
    assertThat(row(result, "R4", "county.primary").grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(row(result, "R4", "county.junior").grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(row(result, "R4", "county.junior").gap().orElseThrow()).isEqualByComparingTo("0.01");
    assertThat(row(result, "R4", "county.junior").note()).contains(HoldTests.INCOMPLETE);
    assertThat(result.verdicts().get(0).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void aMissingValueIsUnknownWhetherItsRowIsThereOrNot() {
    var result =
        assess(
            conjunctive(CV),
            values(
                """
                county | stage   | indicator | value | status
                C1     | primary | area_cv   | -     | X
                """));
    assertThat(row(result, "R4", "county.primary").grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(row(result, "R4", "county.junior").grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(result.verdicts().get(0).verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(result.verdicts().get(0).blockingItems()).containsExactly("R4");
  }

  @Test
  void aStageWithoutSchoolsDoesNotApplyAndTheItemRestsOnTheOther() {
    var result =
        assess(
            conjunctive(CV),
            values(
                    """
                    county | stage   | indicator | value
                    C1     | primary | area_cv   | 0.3
                    """)
                .schools("C1", "primary", 12));
    assertThat(row(result, "R4", "county.junior").grade()).isEqualTo(Grade.NOT_APPLICABLE);
    assertThat(row(result, "R4", "county.junior").note()).contains(HoldTests.NO_SCHOOL);
    assertThat(row(result, "R4", "_T").grade()).isEqualTo(Grade.MET);
    assertThat(result.verdicts().get(0).testOf()).isEqualTo(1);
  }

  @Test
  void aStageWithoutSchoolsDoesNotApplyThoughItsFigureIsToldToBeMissing() {
    var result =
        assess(
            conjunctive(CV),
            values(
                    """
                    county | stage   | indicator | value | status
                    C1     | primary | area_cv   | 0.3   | A
                    C1     | junior  | area_cv   | -     | X
                    """)
                .schools("C1", "primary", 12));
    assertThat(row(result, "R4", "county.junior").grade()).isEqualTo(Grade.NOT_APPLICABLE);
    assertThat(row(result, "R4", "county.junior").note()).contains(HoldTests.NO_SCHOOL);
  }

  @Test
  void theSpreadOfASingleSchoolIsNotWorkedOutAndTheNumberOfItemsShrinks() {
    var result =
        assess(
            conjunctive(CV, item("R0", county(MEAN_CV, AT_MOST, "junior", "0.55")), LAYOUT),
            values(
                    """
                    county | stage   | indicator | value | status
                    C1     | primary | area_cv   | -     | Z
                    C1     | junior  | area_cv   | -     | Z
                    C1     | junior  | mean_cv   | -     | Z
                    """)
                .schools("C1", "primary", 1)
                .schools("C1", "junior", 1)
                .evidence("C1", "layout", Grade.MET));
    assertThat(row(result, "R4", "_T").grade()).isEqualTo(Grade.NOT_APPLICABLE);
    assertThat(row(result, "R4", "county.primary").note())
        .contains(new Text("仅1校,不测算", "only one school: not worked out"));
    assertThat(row(result, "R0", "_T").note()).contains(HoldTests.ONE_SCHOOL);
    CountyVerdict verdict = result.verdicts().get(0);
    assertThat(verdict.met()).isEqualTo(1);
    assertThat(verdict.of()).isEqualTo(1);
    assertThat(verdict.verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void aRateWithoutABaseDoesNotApplyAndSaysItsOwnReason() {
    IndicatorValue none =
        new IndicatorValue(
            "C1",
            "_T",
            "trained_share",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ObsStatus.Z,
            Optional.of(new Text("无教师", "no teachers")));
    var told = assess(conjunctive(TRAINING), panel().counties("C1").value(none));
    assertThat(row(told, "G9", "_T").note()).contains(new Text("无教师", "no teachers"));
    var untold =
        assess(
            conjunctive(TRAINING),
            values(
                """
                county | stage | indicator     | value | status
                C1     | _T    | trained_share | -     | Z
                """));
    assertThat(row(untold, "G9", "_T").grade()).isEqualTo(Grade.NOT_APPLICABLE);
    assertThat(row(untold, "G9", "_T").note()).contains(HoldTests.NOT_APPLICABLE);
  }

  @Test
  void aCountyToWhichNothingAppliesDoesNotPass() {
    var result =
        assess(
            conjunctive(TRAINING),
            values(
                """
                county | stage | indicator     | value | status
                C1     | _T    | trained_share | -     | Z
                """));
    assertThat(result.verdicts().get(0).of()).isZero();
    assertThat(result.verdicts().get(0).verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @ParameterizedTest(name = "{0} schools, {1} against, {2} open: {3}, {4} % in order")
  @CsvSource({
    "8, 0, 0, MET, 100",
    "8, 1, 0, NOT_MET, 87.5",
    "8, 1, 2, NOT_MET, 62.5",
    "8, 0, 2, UNKNOWN, 75",
  })
  void aTestOfSchoolsIsMetWhenNoSchoolStandsAgainstIt(
      int schools, int against, int open, Grade grade, BigDecimal inOrder) {
    var result =
        assess(
            conjunctive(item("R4", schools(AREA_PER_PUPIL, AT_LEAST, "primary", "4.5"))),
            panel()
                .counties("C1")
                .schools("C1", "primary", schools)
                .test(count("R4", "primary", schools, against, open)));
    ItemResult row = row(result, "R4", "schools.primary");
    assertThat(row.grade()).isEqualTo(grade);
    assertThat(row.value().orElseThrow()).isEqualByComparingTo(inOrder);
    assertThat(row.standard().orElseThrow()).isEqualByComparingTo("100");
  }

  private static SchoolTestCount count(
      String item, String stage, int schools, int against, int open) {
    return new SchoolTestCount(
        Kit.FRAMEWORK, "C1", item, "schools", stage, schools, against, open, 0);
  }

  @Test
  void schoolsThatNobodyCountedAreUnknown() {
    var framework = conjunctive(item("R4", schools(AREA_PER_PUPIL, AT_LEAST, "primary", "4.5")));
    var reported = assess(framework, panel().counties("C1").schools("C1", "primary", 3));
    assertThat(row(reported, "R4", "_T").grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(row(assess(framework, panel()), "R4", "_T").grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void aStageWhoseSchoolsAreAllOutOfScopeDoesNotApply() {
    var framework = conjunctive(item("R4", schools(AREA_PER_PUPIL, AT_LEAST, "primary", "4.5")));
    var panel =
        panel().counties("C1").schools("C1", "primary", 3).test(count("R4", "primary", 0, 0, 0));
    assertThat(row(assess(framework, panel), "R4", "_T").grade()).isEqualTo(Grade.NOT_APPLICABLE);
  }

  @Test
  void aRuleForAKindOfSchoolIsKeptWhereThereIsNoneOfTheKind() {
    ItemTest.OfSchools small =
        new ItemTest.OfSchools(
            "schools",
            "area_per_pupil",
            Kit.limit(AT_LEAST, "primary", "100"),
            Optional.of("small_schools"),
            Optional.empty());
    var panel =
        panel().counties("C1").schools("C1", "primary", 3).test(count("G6", "primary", 0, 0, 0));
    var result = assess(conjunctive(item("G6", small)), panel);
    assertThat(row(result, "G6", "_T").grade()).isEqualTo(Grade.MET);
    assertThat(row(result, "G6", "_T").note()).contains(HoldTests.NO_SUCH_SCHOOL);
  }

  @Test
  void evidenceThatNobodyDeliveredIsUnknownAndNeverMet() {
    var result = assess(conjunctive(LAYOUT), panel().counties("C1"));
    assertThat(row(result, "G1", "_T").grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(result.verdicts().get(0).met()).isZero();
    assertThat(result.verdicts().get(0).of()).isEqualTo(1);
  }

  @Test
  void ofSeveralRowsOnAStatementTheGravestCountsAndAllDocumentsAreNamed() {
    var result =
        assess(
            conjunctive(LAYOUT),
            panel()
                .counties("C1")
                .evidence("C1", "layout", Grade.MET)
                .evidence("C1", "layout", Grade.PARTLY_MET));
    assertThat(row(result, "G1", "_T").grade()).isEqualTo(Grade.PARTLY_MET);
    assertThat(row(result, "G1", "_T").evidence()).containsExactly("paper on layout");
    assertThat(result.verdicts().get(0).verdict()).isEqualTo(Verdict.NOT_PASSED);
    assertThat(result.verdicts().get(0).partlyMet()).isEqualTo(1);
  }

  @ParameterizedTest(name = "item {0}, veto {1}, precondition {2}: {3} because of {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "MET,        NOT_MET,    MET,     PASSED,       ''",
        "MET,        MET,        MET,     NOT_PASSED,   exams",
        "MET,        PARTLY_MET, MET,     NOT_PASSED,   exams",
        "MET,        -,          MET,     UNDETERMINED, exams",
        "MET,        NOT_MET,    NOT_MET, NOT_PASSED,   recognised",
        "MET,        NOT_MET,    -,       UNDETERMINED, recognised",
        "-,          NOT_MET,    MET,     UNDETERMINED, G1",
        "NOT_MET,    -,          -,       NOT_PASSED,   G1",
        "PARTLY_MET, NOT_MET,    MET,     NOT_PASSED,   G1",
      })
  void theVerdictFollowsItemsVetoesAndPreconditions(
      Grade item, Grade veto, Grade precondition, Verdict verdict, String blocking) {
    var framework =
        conjunctive(
            Kit.head("2017", Origin.OFFICIAL),
            List.of(evidence("exams")),
            List.of(evidence("recognised")),
            LAYOUT);
    Kit.PanelOf panel = panel().counties("C1");
    Optional.ofNullable(item).ifPresent(grade -> panel.evidence("C1", "layout", grade));
    Optional.ofNullable(veto).ifPresent(grade -> panel.evidence("C1", "exams", grade));
    Optional.ofNullable(precondition).ifPresent(grade -> panel.evidence("C1", "recognised", grade));
    CountyVerdict result = assess(framework, panel).verdicts().get(0);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(String.join(",", result.blockingItems())).isEqualTo(blocking);
    assertThat(result.of()).as("vetoes and preconditions are not items").isEqualTo(1);
  }

  @Test
  void vetoesAndPreconditionsStandBesideTheItemsWithoutBeingCounted() {
    var framework =
        conjunctive(
            Kit.head("2017", Origin.OFFICIAL),
            List.of(evidence("exams")),
            List.of(evidence("recognised")),
            LAYOUT);
    var result = assess(framework, panel().counties("C1").evidence("C1", "exams", Grade.NOT_MET));
    assertThat(row(result, ItemResult.VETO, "exams").grade()).isEqualTo(Grade.MET);
    assertThat(row(result, ItemResult.PRECONDITION, "recognised").grade()).isEqualTo(Grade.UNKNOWN);
    CountyVerdict verdict = result.verdicts().get(0);
    assertThat(verdict.veto()).isEqualTo(Veto.NONE);
    assertThat(verdict.vetoHit()).contains(false);
    assertThat(verdict.preconditionFailed()).isEmpty();
    assertThat(verdict.testOf()).isEqualTo(1);
  }

  @Test
  void anItemWithSeveralTestsNamesThoseThatDecideIt() {
    var both = item("R4", CV.tests().get(0), evidence("layout"));
    var result =
        assess(
            conjunctive(both),
            values(
                """
                county | stage   | indicator | value
                C1     | primary | area_cv   | 0.6
                C1     | junior  | area_cv   | 0.4
                """));
    ItemResult whole = row(result, "R4", "_T");
    assertThat(whole.note()).contains(Text.same("county.primary"));
    assertThat(whole.value()).isEmpty();
    assertThat(whole.stage()).isEmpty();
  }

  @Test
  void countiesThatReportedNothingKeepTheirLine() {
    var framework = conjunctive(CV, LAYOUT);
    var result =
        new AssessConjunctive(framework, catalogue(framework))
            .apply(panel().build(), List.of("C2", "C1"));
    assertThat(result.verdicts())
        .extracting(CountyVerdict::county, CountyVerdict::unknown, CountyVerdict::verdict)
        .containsExactly(
            tuple("C1", 2, Verdict.UNDETERMINED), tuple("C2", 2, Verdict.UNDETERMINED));
  }
}

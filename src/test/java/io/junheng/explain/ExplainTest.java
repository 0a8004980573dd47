package io.junheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyMeasure;
import io.junheng.table.CountyRanking;
import io.junheng.table.DeliveredRow;
import io.junheng.table.DeliveredRows;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimMeasure;
import io.junheng.table.DimSchool;
import io.junheng.table.Finding;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.RejectedRow;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Submission;
import io.junheng.table.TargetProgress;
import io.junheng.table.TouchedFigure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private static final int PERIOD = 202310;
  private static final String COUNTY = "990102";
  private static final String FRAMEWORK = "balance";
  private static final DeliveredRows NO_ROWS = (asked, taker) -> {};

  private final RowsInMemory rows =
      new RowsInMemory()
          .with(
              DimMeasure.TABLE,
              DimMeasure.MEASURE,
              "teachers",
              DimMeasure.TITLE_ZH,
              "专任教师数",
              DimMeasure.TITLE_EN,
              "Teachers",
              DimMeasure.UNIT,
              "person",
              DimMeasure.DATASET,
              "teacher",
              DimMeasure.FORMULA,
              "count where is_full_time",
              DimMeasure.SOURCE_OF_RECORD,
              "teacher_system",
              DimMeasure.REFERENCE_DATE,
              "september_first",
              DimMeasure.DECIDED_BY,
              "teachers_by_form")
          .with(
              DimMeasure.TABLE,
              DimMeasure.MEASURE,
              "teachers_by_form",
              DimMeasure.TITLE_ZH,
              "专任教师数(统计报表)",
              DimMeasure.TITLE_EN,
              "Teachers by the form",
              DimMeasure.UNIT,
              "person",
              DimMeasure.DATASET,
              "school_statistic")
          .with(
              CountyMeasure.TABLE,
              CountyMeasure.PERIOD,
              PERIOD,
              CountyMeasure.COUNTY_CODE,
              COUNTY,
              CountyMeasure.STAGE,
              "primary",
              CountyMeasure.MEASURE,
              "teachers",
              CountyMeasure.VALUE,
              new BigDecimal("49.96"),
              CountyMeasure.RECORDED_VALUE,
              new BigDecimal("51"))
          .with(
              DimMeasure.TABLE,
              DimMeasure.MEASURE,
              "pupils",
              DimMeasure.TITLE_ZH,
              "学生数",
              DimMeasure.TITLE_EN,
              "Pupils",
              DimMeasure.UNIT,
              "person",
              DimMeasure.DATASET,
              "student")
          .with(
              DimIndicator.TABLE,
              DimIndicator.INDICATOR,
              "teachers_per_100",
              DimIndicator.TITLE_ZH,
              "每百名学生专任教师数",
              DimIndicator.TITLE_EN,
              "Teachers per 100 pupils",
              DimIndicator.UNIT,
              "person",
              DimIndicator.DECIMALS,
              2,
              DimIndicator.KIND,
              "ratio",
              DimIndicator.FORMULA,
              "teachers × 100 / pupils among all_schools",
              DimIndicator.INPUTS,
              "teachers,pupils,school.school_type",
              DimIndicator.SCOPE,
              "all_schools",
              DimIndicator.SCOPE_RULE,
              "school_type <> 'special'",
              DimIndicator.SCOPE_DATASET,
              "school",
              DimIndicator.ORIGIN,
              "official",
              DimIndicator.LEGAL_DOCUMENT,
              "教督〔2017〕6号")
          .with(
              DimIndicator.TABLE,
              DimIndicator.INDICATOR,
              "teachers_cv",
              DimIndicator.TITLE_ZH,
              "差异系数",
              DimIndicator.TITLE_EN,
              "Coefficient of variation",
              DimIndicator.UNIT,
              "1",
              DimIndicator.DECIMALS,
              3,
              DimIndicator.KIND,
              "dispersion",
              DimIndicator.FORMULA,
              "cv of teachers_per_100 weighted by pupils among all_schools",
              DimIndicator.INPUTS,
              "teachers_per_100,pupils",
              DimIndicator.ORIGIN,
              "official")
          .with(
              DimIndicator.TABLE,
              DimIndicator.INDICATOR,
              "growth",
              DimIndicator.TITLE_ZH,
              "增长率",
              DimIndicator.TITLE_EN,
              "Growth",
              DimIndicator.UNIT,
              "%",
              DimIndicator.DECIMALS,
              1,
              DimIndicator.KIND,
              "growth",
              DimIndicator.FORMULA,
              "(pupils − previous pupils) × 100 / previous pupils",
              DimIndicator.INPUTS,
              "pupils")
          .with(
              DimIndicator.TABLE,
              DimIndicator.INDICATOR,
              "mean_cv",
              DimIndicator.TITLE_ZH,
              "综合差异系数",
              DimIndicator.TITLE_EN,
              "Composite",
              DimIndicator.UNIT,
              "1",
              DimIndicator.DECIMALS,
              3,
              DimIndicator.KIND,
              "derived",
              DimIndicator.FORMULA,
              "(teachers_cv + growth) / 2",
              DimIndicator.INPUTS,
              "growth,teachers_cv")
          .with(
              CountyIndicator.TABLE,
              CountyIndicator.PERIOD,
              PERIOD,
              CountyIndicator.AREA_CODE,
              COUNTY,
              CountyIndicator.STAGE,
              "primary",
              CountyIndicator.INDICATOR,
              "teachers_per_100",
              CountyIndicator.BREAKDOWN,
              "_T",
              CountyIndicator.VALUE,
              4.996,
              CountyIndicator.NUMERATOR,
              new BigDecimal("49.96"),
              CountyIndicator.DENOMINATOR,
              new BigDecimal("1000"),
              CountyIndicator.OBS_STATUS,
              "A",
              CountyIndicator.PREVIOUS_VALUE,
              4.5,
              CountyIndicator.CHANGE,
              0.496,
              CountyIndicator.CHANGE_STATUS,
              "comparable")
          .with(
              CountyIndicator.TABLE,
              CountyIndicator.PERIOD,
              PERIOD,
              CountyIndicator.AREA_CODE,
              COUNTY,
              CountyIndicator.STAGE,
              "primary",
              CountyIndicator.INDICATOR,
              "teachers_cv",
              CountyIndicator.BREAKDOWN,
              "_T",
              CountyIndicator.VALUE,
              0.25,
              CountyIndicator.OBS_STATUS,
              "A")
          .with(
              CountyIndicator.TABLE,
              CountyIndicator.PERIOD,
              PERIOD,
              CountyIndicator.AREA_CODE,
              COUNTY,
              CountyIndicator.STAGE,
              "primary",
              CountyIndicator.INDICATOR,
              "growth",
              CountyIndicator.BREAKDOWN,
              "_T",
              CountyIndicator.VALUE,
              -10.0,
              CountyIndicator.OBS_STATUS,
              "A")
          .with(
              CountyIndicator.TABLE,
              CountyIndicator.PERIOD,
              PERIOD,
              CountyIndicator.AREA_CODE,
              COUNTY,
              CountyIndicator.STAGE,
              "primary",
              CountyIndicator.INDICATOR,
              "mean_cv",
              CountyIndicator.BREAKDOWN,
              "_T",
              CountyIndicator.VALUE,
              -4.875,
              CountyIndicator.OBS_STATUS,
              "A")
          .with(
              CountyMeasure.TABLE,
              CountyMeasure.PERIOD,
              PERIOD,
              CountyMeasure.COUNTY_CODE,
              COUNTY,
              CountyMeasure.STAGE,
              "primary",
              CountyMeasure.MEASURE,
              "pupils",
              CountyMeasure.VALUE,
              new BigDecimal("1080"))
          .with(
              CountyMeasure.TABLE,
              CountyMeasure.PERIOD,
              PERIOD - 100,
              CountyMeasure.COUNTY_CODE,
              COUNTY,
              CountyMeasure.STAGE,
              "primary",
              CountyMeasure.MEASURE,
              "pupils",
              CountyMeasure.VALUE,
              new BigDecimal("1200"));

  private Explanation explain(Question.Subject subject, Optional<String> school) {
    return new Explain(rows, NO_ROWS)
        .apply(new Question(new Period(PERIOD), COUNTY, school, subject, Optional.empty()));
  }

  private Figure figure(String indicator) {
    return explain(new Question.OfIndicator(indicator), Optional.empty()).figures().get(0);
  }

  @Test
  void aRatioIsTheNumbersThatWereDividedAndSaysWhatWasLeftOut() {
    Figure figure = figure("teachers_per_100");

    assertThat(figure.filled()).contains("49.96 × 100 / 1000");
    assertThat(figure.value()).contains(new BigDecimal("4.996"));
    assertThat(figure.displayed()).contains(new BigDecimal("5.00"));
    assertThat(figure.inputs())
        .extracting(Figure.Input::id, Figure.Input::value, Figure.Input::total)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "teachers", Optional.of(new BigDecimal("49.96")), Optional.empty()),
            org.assertj.core.groups.Tuple.tuple(
                "pupils",
                Optional.of(new BigDecimal("1000")),
                Optional.of(new BigDecimal("1080"))));
    assertThat(figure.inputs().get(0).sourceOfRecord()).contains("teacher_system");
    assertThat(figure.before().orElseThrow().value()).contains(new BigDecimal("4.5"));
    assertThat(figure.scope())
        .contains(new Figure.Scope("all_schools", "school_type <> 'special'"));
  }

  @Test
  void whereASignedFormDecidedTheRecordsFigureStandsBesideIt() {
    Figure figure = figure("teachers_per_100");

    assertThat(figure.inputs().get(0).decided())
        .contains(
            new Figure.Decided(
                "teachers_by_form",
                new Text("专任教师数(统计报表)", "Teachers by the form"),
                Optional.of("school_statistic"),
                new BigDecimal("51"),
                true));
    assertThat(figure.inputs().get(1).decided()).isEmpty();
    submission("school_statistic", "accepted");
    assertThat(
            explain(new Question.OfIndicator("teachers_per_100"), Optional.empty())
                .sources()
                .datasets())
        .contains("school_statistic", "teacher");
  }

  @Test
  void aPartThatOnlyRecordsTellIsDividedByTheWholeOfTheRecords() {
    rows.with(
            DimMeasure.TABLE,
            DimMeasure.MEASURE,
            "teachers_certified",
            DimMeasure.TITLE_ZH,
            "持证教师数",
            DimMeasure.DATASET,
            "teacher")
        .with(
            DimIndicator.TABLE,
            DimIndicator.INDICATOR,
            "certified_share",
            DimIndicator.TITLE_ZH,
            "持证率",
            DimIndicator.KIND,
            "ratio",
            DimIndicator.FORMULA,
            "teachers_certified × 100 / teachers",
            DimIndicator.INPUTS,
            "teachers_certified,teachers")
        .with(
            CountyIndicator.TABLE,
            CountyIndicator.PERIOD,
            PERIOD,
            CountyIndicator.AREA_CODE,
            COUNTY,
            CountyIndicator.STAGE,
            "primary",
            CountyIndicator.INDICATOR,
            "certified_share",
            CountyIndicator.BREAKDOWN,
            "_T",
            CountyIndicator.VALUE,
            100.0,
            CountyIndicator.NUMERATOR,
            new BigDecimal("51"),
            CountyIndicator.DENOMINATOR,
            new BigDecimal("51"));

    Figure.Input whole = figure("certified_share").inputs().get(1);

    assertThat(whole.value()).contains(new BigDecimal("51"));
    assertThat(whole.total()).contains(new BigDecimal("49.96"));
    assertThat(whole.decided().orElseThrow().isUsed()).isFalse();
    assertThat(figure("teachers_per_100").inputs().get(0).decided().orElseThrow().isUsed())
        .isTrue();
  }

  @Test
  void aGrowthNamesBothYearsInItsFormula() {
    assertThat(figure("growth").filled()).contains("(1080 − 1200) × 100 / 1200");
  }

  @Test
  void theRowsOfAGrowthAreThoseOfBothYears() {
    submission("student", "accepted");
    submission("student", "accepted", PERIOD - 100);
    DeliveredRows delivered =
        (asked, taker) -> {
          if (asked.dataset().equals("student")) {
            taker.accept(
                new DeliveredRow("0".repeat(64), asked.period(), Map.of("stage", "primary")));
          }
        };

    List<Sources.Rows> told =
        new Explain(rows, delivered)
            .apply(
                new Question(
                    new Period(PERIOD),
                    COUNTY,
                    Optional.empty(),
                    new Question.OfIndicator("growth"),
                    Optional.empty()))
            .sources()
            .rows();

    assertThat(told)
        .extracting(Sources.Rows::measure, Sources.Rows::period, Sources.Rows::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("pupils", PERIOD, 1),
            org.assertj.core.groups.Tuple.tuple("pupils", PERIOD - 100, 1));
    assertThat(told.get(1).first())
        .containsExactly(new Sources.RowsOfFile("student.csv", List.of(PERIOD - 100L)));
  }

  @Test
  void aDerivedFigureIsFilledWithTheValuesThatItReadsNegativeOnesInBrackets() {
    assertThat(figure("mean_cv").filled()).contains("(0.25 + (-10)) / 2");
  }

  @Test
  void aFormulaWithoutOneOfItsNumbersIsNotFilled() {
    rows.with(
        CountyIndicator.TABLE,
        CountyIndicator.PERIOD,
        PERIOD,
        CountyIndicator.AREA_CODE,
        COUNTY,
        CountyIndicator.STAGE,
        "junior",
        CountyIndicator.INDICATOR,
        "mean_cv",
        CountyIndicator.BREAKDOWN,
        "_T",
        CountyIndicator.OBS_STATUS,
        "X");

    Figure junior =
        explain(new Question.OfIndicator("mean_cv"), Optional.empty()).figures().stream()
            .filter(figure -> figure.stage().equals("junior"))
            .findFirst()
            .orElseThrow();

    assertThat(junior.filled()).isEmpty();
    assertThat(junior.value()).isEmpty();
  }

  @Test
  void aSpreadListsSchoolsByTheirShareOfTheVarianceAndThenThoseThatTookNoPart() {
    rows.with(
        CountyDispersion.TABLE,
        CountyDispersion.PERIOD,
        PERIOD,
        CountyDispersion.COUNTY_CODE,
        COUNTY,
        CountyDispersion.STAGE,
        "primary",
        CountyDispersion.INDICATOR,
        "teachers_cv",
        CountyDispersion.WEIGHTED_MEAN,
        5.0,
        CountyDispersion.WEIGHTED_SD,
        1.25,
        CountyDispersion.SCHOOL_COUNT,
        2,
        CountyDispersion.EXCLUDED_COUNT,
        1);
    school("S1", "300", 4.0, 0.2);
    school("S2", "100", 8.0, 0.8);
    school("S3", "40", 9.0, null);

    Figure figure = figure("teachers_cv");
    Figure.Spread spread = figure.spread().orElseThrow();

    assertThat(figure.filled()).contains("√(Σ p/P (x − X)²) ÷ X = 1.25 ÷ 5");
    assertThat(spread.excluded()).isEqualTo(1);
    assertThat(spread.schools())
        .extracting(Figure.OfSchool::code)
        .containsExactly("S2", "S1", "S3");
    assertThat(spread.schools().get(0).weight()).contains(new BigDecimal("0.25"));
    assertThat(spread.schools().get(2).weight()).isEmpty();
    assertThat(spread.schools().get(0).name()).isEqualTo(new Text("学校S2", "学校S2"));
  }

  private void school(String code, String pupils, double value, Double share) {
    rows.with(
            DimSchool.TABLE,
            DimSchool.PERIOD,
            PERIOD,
            DimSchool.COUNTY_CODE,
            COUNTY,
            DimSchool.SCHOOL_CODE,
            code,
            DimSchool.NAME_ZH,
            "学校" + code)
        .with(
            SchoolMeasure.TABLE,
            SchoolMeasure.PERIOD,
            PERIOD,
            SchoolMeasure.COUNTY_CODE,
            COUNTY,
            SchoolMeasure.SCHOOL_CODE,
            code,
            SchoolMeasure.STAGE,
            "primary",
            SchoolMeasure.MEASURE,
            "pupils",
            SchoolMeasure.VALUE,
            new BigDecimal(pupils))
        .with(
            SchoolIndicator.TABLE,
            SchoolIndicator.PERIOD,
            PERIOD,
            SchoolIndicator.COUNTY_CODE,
            COUNTY,
            SchoolIndicator.SCHOOL_CODE,
            code,
            SchoolIndicator.STAGE,
            "primary",
            SchoolIndicator.INDICATOR,
            "teachers_per_100",
            SchoolIndicator.VALUE,
            value,
            SchoolIndicator.NUMERATOR,
            new BigDecimal("16"),
            SchoolIndicator.DENOMINATOR,
            new BigDecimal(pupils));
    if (share != null) {
      rows.with(
          SchoolDispersionShare.TABLE,
          SchoolDispersionShare.PERIOD,
          PERIOD,
          SchoolDispersionShare.COUNTY_CODE,
          COUNTY,
          SchoolDispersionShare.STAGE,
          "primary",
          SchoolDispersionShare.INDICATOR,
          "teachers_cv",
          SchoolDispersionShare.SCHOOL_CODE,
          code,
          SchoolDispersionShare.SHARE,
          share);
    }
  }

  private void item() {
    rows.with(
            DimFrameworkItem.TABLE,
            DimFrameworkItem.FRAMEWORK,
            FRAMEWORK,
            DimFrameworkItem.ITEM,
            "R1",
            DimFrameworkItem.TITLE_ZH,
            "教师",
            DimFrameworkItem.TITLE_EN,
            "Teachers",
            DimFrameworkItem.LEGAL_DOCUMENT,
            "教督〔2017〕6号",
            DimFrameworkItem.LEGAL_CLAUSE,
            "资源配置 1",
            DimFrameworkItem.ORIGIN,
            "own")
        .with(
            FrameworkItemResult.TABLE,
            FrameworkItemResult.PERIOD,
            PERIOD,
            FrameworkItemResult.FRAMEWORK,
            FRAMEWORK,
            FrameworkItemResult.COUNTY_CODE,
            COUNTY,
            FrameworkItemResult.ITEM,
            "R1",
            FrameworkItemResult.TEST,
            "_T",
            FrameworkItemResult.GRADE,
            "not_met")
        .with(
            FrameworkItemResult.TABLE,
            FrameworkItemResult.PERIOD,
            PERIOD,
            FrameworkItemResult.FRAMEWORK,
            FRAMEWORK,
            FrameworkItemResult.COUNTY_CODE,
            COUNTY,
            FrameworkItemResult.ITEM,
            "R1",
            FrameworkItemResult.TEST,
            "county.primary",
            FrameworkItemResult.STAGE,
            "primary",
            FrameworkItemResult.INDICATOR,
            "teachers_per_100",
            FrameworkItemResult.GRADE,
            "not_met",
            FrameworkItemResult.VALUE,
            4.996,
            FrameworkItemResult.DISPLAYED_VALUE,
            "5.00",
            FrameworkItemResult.TITLE_ZH,
            "每百名学生专任教师数",
            FrameworkItemResult.UNIT_TESTED,
            "county",
            FrameworkItemResult.COMPARISON,
            "at_least",
            FrameworkItemResult.STANDARD,
            new BigDecimal("5"),
            FrameworkItemResult.RULE,
            "≥ 5",
            FrameworkItemResult.GAP,
            0.004,
            FrameworkItemResult.DECIDED_BY_ROUNDING,
            true);
  }

  @Test
  void anItemTellsItsTestUnroundedAndThatRoundingWouldDecideOtherwise() {
    item();

    Explanation told = explain(new Question.OfItem(FRAMEWORK, "R1"), Optional.empty());
    ItemTold.Test test = told.item().orElseThrow().tests().get(0);

    assertThat(told.item().orElseThrow().rule())
        .isEqualTo(new Explanation.Rule(Optional.of("教督〔2017〕6号"), Optional.of("资源配置 1"), "own"));
    assertThat(test.value()).contains(new BigDecimal("4.996"));
    assertThat(test.displayed()).contains("5.00");
    assertThat(test.comparison()).contains("at_least");
    assertThat(test.standard()).contains(new BigDecimal("5"));
    assertThat(test.isDecidedByRounding()).isTrue();
    assertThat(told.figures()).extracting(Figure::indicator).containsExactly("teachers_per_100");
  }

  @Test
  void theFilesAreThoseOfTheDatasetsThatTheFigureReadsAndStillStand() {
    submission("teacher", "accepted");
    submission("teacher", "superseded");
    submission("student", "accepted_with_warnings");
    submission("school", "accepted");
    submission("survey", "accepted");
    rows.with(
            RejectedRow.TABLE,
            RejectedRow.PERIOD,
            PERIOD,
            RejectedRow.COUNTY_CODE,
            COUNTY,
            RejectedRow.DATASET,
            "student",
            RejectedRow.FILE_NAME,
            "student.csv",
            RejectedRow.ROW_NO,
            7L,
            RejectedRow.RULE,
            "required",
            RejectedRow.MESSAGE_ZH,
            "必填项为空",
            RejectedRow.MESSAGE_EN,
            "A value is required")
        .with(
            Finding.TABLE,
            Finding.PERIOD,
            PERIOD,
            Finding.COUNTY_CODE,
            COUNTY,
            Finding.DATASET,
            "teacher",
            Finding.RULE,
            "T-201",
            Finding.SEVERITY,
            "warning",
            Finding.STATUS,
            "solved");

    Sources sources = explain(new Question.OfIndicator("teachers_cv"), Optional.empty()).sources();

    assertThat(sources.datasets()).containsExactly("school", "student", "teacher");
    assertThat(sources.files())
        .extracting(Sources.File::dataset, Sources.File::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("school", "accepted"),
            org.assertj.core.groups.Tuple.tuple("student", "accepted_with_warnings"),
            org.assertj.core.groups.Tuple.tuple("teacher", "accepted"));
    assertThat(sources.setAside()).extracting(Sources.SetAside::row).containsExactly(7L);
    assertThat(sources.findings()).isEmpty();
  }

  private void submission(String dataset, String state) {
    submission(dataset, state, PERIOD);
  }

  private void submission(String dataset, String state, int period) {
    rows.with(
        Submission.TABLE,
        Submission.PERIOD,
        period,
        Submission.COUNTY_CODE,
        COUNTY,
        Submission.DATASET,
        dataset,
        Submission.FILE_NAME,
        dataset + ".csv",
        Submission.SHA256,
        "0".repeat(64),
        Submission.STATE,
        state,
        Submission.RECEIVED_AT,
        Instant.EPOCH);
  }

  @Test
  void aSchoolsOwnFigureTakesTheSchoolsNumbers() {
    school("S1", "300", 4.0, 0.2);
    item();
    rows.with(
        SchoolItem.TABLE,
        SchoolItem.PERIOD,
        PERIOD,
        SchoolItem.FRAMEWORK,
        FRAMEWORK,
        SchoolItem.COUNTY_CODE,
        COUNTY,
        SchoolItem.SCHOOL_CODE,
        "S1",
        SchoolItem.STAGE,
        "primary",
        SchoolItem.ITEM,
        "R1",
        SchoolItem.TEST,
        "county",
        SchoolItem.IS_MET,
        false);

    Explanation told = explain(new Question.OfItem(FRAMEWORK, "R1"), Optional.of("S1"));

    assertThat(told.school()).contains(new Text("学校S1", "学校S1"));
    assertThat(told.figures().get(0).filled()).contains("16 × 100 / 300");
    assertThat(told.item().orElseThrow().tests().get(0).schools())
        .extracting(ItemTold.OfSchool::code)
        .containsExactly("S1");
  }

  @Test
  void targetsStandBeneathTheFigureTheNearestFirst() {
    target(202510, 6.0, "behind");
    target(202310, 4.9, "reached");

    List<Figure.Target> targets = figure("teachers_per_100").targets();

    assertThat(targets)
        .extracting(Figure.Target::by)
        .extracting(Period::number)
        .containsExactly(202310, 202510);
    assertThat(targets.get(1).status()).isEqualTo("behind");
    assertThat(targets.get(1).value()).isEqualByComparingTo("6");
    assertThat(targets.get(1).owner()).contains("教育局");
    assertThat(figure("teachers_cv").targets()).isEmpty();
  }

  private void target(int by, double value, String status) {
    rows.with(
        TargetProgress.TABLE,
        TargetProgress.PERIOD,
        PERIOD,
        TargetProgress.COUNTY_CODE,
        COUNTY,
        TargetProgress.INDICATOR,
        "teachers_per_100",
        TargetProgress.STAGE,
        "primary",
        TargetProgress.TARGET_PERIOD,
        by,
        TargetProgress.TARGET,
        value,
        TargetProgress.TARGET_STATUS,
        status,
        TargetProgress.OWNER,
        "教育局");
  }

  @Test
  void anItemTellsThatItsFigureWasTreatedAsAnOutlier() {
    item();
    rows.with(
        TouchedFigure.TABLE,
        TouchedFigure.PERIOD,
        PERIOD,
        TouchedFigure.FRAMEWORK,
        FRAMEWORK,
        TouchedFigure.ITEM,
        "R1",
        TouchedFigure.COUNTY_CODE,
        COUNTY,
        TouchedFigure.VALUE,
        900.0,
        TouchedFigure.TREATED,
        20.0,
        TouchedFigure.TREATMENT,
        "winsorised");

    Explanation told = explain(new Question.OfItem(FRAMEWORK, "R1"), Optional.empty());

    ItemTold.Treated treated = told.item().orElseThrow().treated().orElseThrow();
    assertThat(treated.value().orElseThrow()).isEqualByComparingTo("900");
    assertThat(treated.scaledAs().orElseThrow()).isEqualByComparingTo("20");
    assertThat(treated.treatment()).isEqualTo("winsorised");
  }

  @Test
  void otherStatisticsTellTheirFormulaAndItsMean() {
    Optional<BigDecimal> mean = Optional.of(new BigDecimal("4.5"));
    Optional<BigDecimal> deviation = Optional.of(new BigDecimal("0.9"));
    assertThat(StatisticFormula.of("cv", mean, deviation))
        .contains("√(Σ p/P (x − X)²) ÷ X = 0.9 ÷ 4.5");
    assertThat(StatisticFormula.of("theil_t", mean, deviation))
        .contains("Σ p/P (x/X) ln(x/X); X = 4.5");
    assertThat(StatisticFormula.of("quantile_ratio 90/10 lowest_reaching", mean, deviation))
        .contains("P90 ÷ P10");
    assertThat(StatisticFormula.of("theil_t between urban_rural", mean, deviation)).isEmpty();
  }

  @Test
  void aPlaceIsToldWhereTheCountyIsRanked() {
    rows.with(
        CountyRanking.TABLE,
        CountyRanking.PERIOD,
        PERIOD,
        CountyRanking.AREA_SET,
        "everyone",
        CountyRanking.SUBJECT,
        FRAMEWORK,
        CountyRanking.COUNTY_CODE,
        COUNTY,
        CountyRanking.RANK_NO,
        3,
        CountyRanking.RANK_OF,
        90,
        CountyRanking.PREVIOUS_RANK_NO,
        5,
        CountyRanking.RANK_CHANGE,
        2,
        CountyRanking.CHANGE_STATUS,
        "comparable");

    Standing standing =
        explain(new Question.OfFramework(FRAMEWORK), Optional.empty())
            .framework()
            .orElseThrow()
            .standing()
            .orElseThrow();

    assertThat(standing.rank()).contains(3);
    assertThat(standing.change()).contains(2);
  }

  @Test
  void whatTheLakeDoesNotKnowIsAnEmptyAnswer() {
    assertThat(explain(new Question.OfIndicator("nothing"), Optional.empty()).isEmpty()).isTrue();
    assertThat(explain(new Question.OfFramework(FRAMEWORK), Optional.empty()).isEmpty()).isTrue();
    assertThat(List.of(figure("growth"))).isNotEmpty();
  }
}

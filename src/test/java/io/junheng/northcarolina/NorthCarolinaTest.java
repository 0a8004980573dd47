package io.junheng.northcarolina;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.junheng.assessment.GradeBands;
import io.junheng.definition.Framework;
import io.junheng.northcarolina.Published.Line;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyScore;
import io.junheng.table.DispersionSplit;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four school years of every school in North Carolina, from the file as published to the tables,
 * against what the state and two independent programs worked out from it.
 */
@ExtendWith(SharedSpark.class)
class NorthCarolinaTest {
  /** Two programs in floating point agree to this. */
  private static final double EXACT = 1e-9;

  private static NorthCarolina run;

  @BeforeAll
  static void runTheWholeJob(@TempDir Path lake, SparkSession spark) {
    assumeTrue(Published.isThere());
    run = NorthCarolina.run(lake, spark);
  }

  @Test
  void takesEveryRowOfTheFileAsPublished() {
    assertThat(run.schoolYears()).isEqualTo(10_359);
    assertThat(run.rejectedRows()).isZero();
  }

  /**
   * Three differ: Newton Conover's mean is not its only school's own figure, and Wake's is the mean
   * of fewer schools than the 109 that the file holds.
   */
  @Test
  void meansOverSchoolsAreThePublishedOnes() {
    Figures ours = run.countyIndicators();
    Map<String, String> names = run.districtCodes();
    List<String> different = new ArrayList<>();
    for (Line line : Published.lines("district_level_published.csv")) {
      String district = names.get(line.text("district_name"));
      for (String mean : List.of("mean_pupils_per_school", "mean_teachers_per_school")) {
        Optional<BigDecimal> our =
            ours.find(line.period(), district, line.text("level"), mean).map(v -> printed(v, 0));
        if (!sameNumber(our, line.number(mean))) {
          different.add(
              "%d %s %s %s"
                  .formatted(line.period(), line.text("district_name"), line.text("level"), mean));
        }
      }
    }
    assertThat(different)
        .containsExactlyInAnyOrder(
            "201510 Newton Conover City Schools A mean_pupils_per_school",
            "201510 Newton Conover City Schools A mean_teachers_per_school",
            "201710 Wake County Schools E mean_pupils_per_school");
  }

  /**
   * The state weighs unrounded shares; the file has them rounded, so the last printed digit may
   * move by one. The others have a mean that their own schools' shares do not give.
   */
  @Test
  void sharesOfTeachersAreThePublishedOnesToTheLastDigit() {
    assertThat(sharesFurtherOffThanOneDigit("share_teachers_licensed")).hasSize(19);
    assertThat(sharesFurtherOffThanOneDigit("share_teachers_advanced_degree")).hasSize(28);
  }

  private static List<String> sharesFurtherOffThanOneDigit(String share) {
    Figures ours = run.countyIndicators();
    Map<String, String> names = run.districtCodes();
    BigDecimal digit = new BigDecimal("0.001");
    List<String> further = new ArrayList<>();
    for (Line line : Published.lines("district_level_published.csv")) {
      String district = names.get(line.text("district_name"));
      BigDecimal our =
          printed(ours.find(line.period(), district, line.text("level"), share).orElseThrow(), 3);
      BigDecimal distance = our.subtract(line.number(share).orElseThrow()).abs();
      if (distance.compareTo(digit) > 0) {
        further.add(line.toString());
      }
    }
    return further;
  }

  @Test
  void spreadBetweenTheSchoolsOfADistrictIsThatOfTwoOtherPrograms() {
    Map<CountyDispersion, String> columns =
        Map.of(
            CountyDispersion.SCHOOL_COUNT, "n",
            CountyDispersion.WEIGHTED_MEAN, "mean_w",
            CountyDispersion.CV, "cv_w_population",
            CountyDispersion.CV_UNWEIGHTED, "cv_population",
            CountyDispersion.GINI_WEIGHTED, "gini_w",
            CountyDispersion.THEIL_T_WEIGHTED, "theil_T_w");
    Map<String, Row> ours =
        run.rows(CountyDispersion.TABLE).stream()
            .collect(Collectors.toMap(NorthCarolinaTest::dispersionKey, Function.identity()));
    List<Line> published = Published.lines("district_dispersion_2014_2016.csv");
    SoftAssertions all = new SoftAssertions();
    for (Line line : published) {
      Row our = ours.get(dispersionKey(line));
      all.assertThat(our).as(dispersionKey(line)).isNotNull();
      columns.forEach((column, name) -> compare(all, line, name, number(our, column)));
    }
    all.assertAll();
    assertThat(published).hasSize(2_375);
  }

  /** A blank says that the other programs do not define the measure; ours may (0 · ln 0 = 0). */
  private static void compare(SoftAssertions all, Line line, String name, Optional<Double> our) {
    line.number(name)
        .ifPresent(
            value ->
                all.assertThat(our.orElse(Double.NaN))
                    .as("%s %s", dispersionKey(line), name)
                    .isCloseTo(
                        value.doubleValue(), within(EXACT * Math.max(1, value.doubleValue()))));
  }

  private static String dispersionKey(Line line) {
    return "%d %s %s %s_cv"
        .formatted(
            line.period(), line.text("district_id"), line.text("level"), line.text("indicator"));
  }

  private static String dispersionKey(Row row) {
    return "%s %s %s %s"
        .formatted(
            row.getAs(name(CountyDispersion.PERIOD)),
            row.getAs(name(CountyDispersion.COUNTY_CODE)),
            row.getAs(name(CountyDispersion.STAGE)),
            row.getAs(name(CountyDispersion.INDICATOR)));
  }

  @Test
  void spreadOfTheStateSplitsIntoWithinAndBetweenDistricts() {
    Map<String, Row> ours =
        run.rows(DispersionSplit.TABLE).stream()
            .filter(row -> row.getAs(name(DispersionSplit.AREA_CODE)).equals("_T"))
            .filter(row -> row.getAs(name(DispersionSplit.GROUPING)).equals("county"))
            .collect(Collectors.toMap(NorthCarolinaTest::splitKey, Function.identity()));
    SoftAssertions all = new SoftAssertions();
    for (Line line : Published.lines("state_between_within_districts.csv")) {
      Row our = ours.get(splitKey(line));
      all.assertThat(our).as(splitKey(line)).isNotNull();
      compare(all, line, our, DispersionSplit.TOTAL);
      compare(all, line, our, DispersionSplit.WITHIN);
      compare(all, line, our, DispersionSplit.BETWEEN);
    }
    all.assertAll();
  }

  private static void compare(SoftAssertions all, Line line, Row our, DispersionSplit column) {
    all.assertThat(number(our, column).orElse(Double.NaN))
        .as("%s %s", splitKey(line), column)
        .isCloseTo(line.number(name(column)).orElseThrow().doubleValue(), within(EXACT));
  }

  private static String splitKey(Line line) {
    String alpha = line.text("measure").replaceAll("\\D", "");
    return "%d %s %s_cv ge_%s"
        .formatted(line.period(), line.text("level"), line.text("indicator"), alpha);
  }

  private static String splitKey(Row row) {
    return "%s %s %s %s"
        .formatted(
            row.getAs(name(DispersionSplit.PERIOD)),
            row.getAs(name(DispersionSplit.STAGE)),
            row.getAs(name(DispersionSplit.INDICATOR)),
            row.getAs(name(DispersionSplit.MEASURE)));
  }

  @Test
  void bandsGiveThePrintedGradeOfEveryPrintedScore() {
    Framework.Weighted framework =
        (Framework.Weighted) run.catalogue().framework("nc-school-performance");
    GradeBands bands = new GradeBands(framework.score(), framework.bands());
    List<Line> scored = scoredSchools();
    assertThat(scored)
        .hasSize(9_803)
        .allSatisfy(
            line ->
                assertThat(bands.gradeOf(line.number("spg_score_published").orElseThrow()))
                    .contains(grade(line)));
  }

  /** Achievement and growth are printed rounded, so a score may be one off; 99 are further off. */
  @Test
  void schoolsHaveTheirPublishedScore() {
    Figures ours = run.schoolIndicators();
    List<Line> further =
        scoredSchools().stream()
            .filter(line -> distanceOfScore(ours, line).compareTo(BigDecimal.ONE) > 0)
            .toList();
    assertThat(further).hasSize(99);
  }

  /** The school without pupils has nothing to weigh its points by and so no score of ours. */
  private static BigDecimal distanceOfScore(Figures ours, Line line) {
    BigDecimal published = line.number("spg_score_published").orElseThrow();
    return ours.find(line.period(), line.text("school_id"), "_T", "performance_score")
        .map(our -> BigDecimal.valueOf(our).setScale(6, RoundingMode.HALF_UP))
        .map(our -> our.subtract(published).abs())
        .orElse(BigDecimal.ZERO);
  }

  /** Only here does the published grade of a school say what a district's has to be. */
  @Test
  void aDistrictOfOneSchoolHasItsSchoolsScoreAndGrade() {
    Map<String, Row> districts =
        run.rows(CountyScore.TABLE).stream()
            .filter(row -> row.getAs(name(CountyScore.NODE)).equals("_T"))
            .collect(
                Collectors.toMap(
                    row ->
                        row.getAs(name(CountyScore.PERIOD))
                            + " "
                            + row.getAs(name(CountyScore.COUNTY_CODE)),
                    Function.identity()));
    Map<String, List<String>> schools = run.schoolsByDistrict();
    int compared = 0;
    for (Line line : scoredSchools()) {
      String district = line.period() + " " + line.text("school_id").substring(0, 3);
      if (schools.getOrDefault(district, List.of()).equals(List.of(line.text("school_id")))) {
        Optional<Double> score = number(districts.get(district), CountyScore.SCORE);
        if (score
            .map(our -> printed(our, 0))
            .equals(line.number("spg_score_published").map(v -> v.setScale(0)))) {
          assertThat((String) districts.get(district).getAs(name(CountyScore.GRADE_BAND)))
              .as("%s", line)
              .isEqualTo(grade(line));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(445);
  }

  private static List<Line> scoredSchools() {
    return Published.lines("spg_published.csv").stream()
        .filter(line -> line.number("spg_score_published").isPresent())
        .toList();
  }

  /** A+NG is an A in a school without large gaps between its groups. */
  private static String grade(Line line) {
    return line.text("spg_grade_published").replace("+NG", "");
  }

  private static BigDecimal printed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  private static boolean sameNumber(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.map(BigDecimal::stripTrailingZeros)
        .equals(other.map(BigDecimal::stripTrailingZeros));
  }

  private static Optional<Double> number(Row row, TableColumn column) {
    return Optional.ofNullable((Number) row.getAs(name(column))).map(Number::doubleValue);
  }

  private static String name(TableColumn column) {
    return column.columnName();
  }
}

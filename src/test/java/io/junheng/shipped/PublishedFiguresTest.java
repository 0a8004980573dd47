package io.junheng.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Conjunctive;
import io.junheng.definition.Framework.Weighted;
import io.junheng.definition.ItemTest.OfCounty;
import io.junheng.definition.Limit;
import io.junheng.definition.PassClass;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures that counties and cities published, worked out again from the figures beside them.
 *
 * <p>Policy: worked out in decimal and compared at one unit of the last printed place; each line
 * says which way of rounding explains the print.
 */
class PublishedFiguresTest {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What explains a printed figure, the house rule first. */
  enum Reading {
    HALF_UP,
    TRUNCATED,
    /** Both sides were rounded before they were subtracted. */
    DIFFERENCE_OF_ROUNDED,
    /** Within one unit of the last printed place, by no rule. */
    NEAR
  }

  private static Optional<Reading> read(BigDecimal exact, BigDecimal printed) {
    if (exact.setScale(printed.scale(), RoundingMode.HALF_UP).compareTo(printed) == 0) {
      return Optional.of(Reading.HALF_UP);
    }
    if (exact.setScale(printed.scale(), RoundingMode.DOWN).compareTo(printed) == 0) {
      return Optional.of(Reading.TRUNCATED);
    }
    boolean isNear = exact.subtract(printed).abs().compareTo(printed.ulp()) <= 0;
    return isNear ? Optional.of(Reading.NEAR) : Optional.empty();
  }

  private static BigDecimal percent(String part, String whole) {
    return new BigDecimal(part)
        .multiply(HUNDRED)
        .divide(new BigDecimal(whole), MathContext.DECIMAL128);
  }

  @ParameterizedTest(name = "{0} of {1} is printed as {2} %: {3}")
  @CsvSource({
    "30,   32,   93.75,   HALF_UP",
    "23,   32,   71.875,  HALF_UP",
    "40,   87,   46,      HALF_UP",
    "22,   57,   38.6,    HALF_UP",
    "1152, 1595, 72.23,   HALF_UP",
    "184,  212,  86.7,    TRUNCATED",
    "775,  2804, 27.64,   HALF_UP",
    "47,   48,   97.9,    HALF_UP",
    "9849, 9849, 100,     HALF_UP",
    "63,   63,   100,     HALF_UP",
    "4,    9,    44.44,   HALF_UP",
  })
  void sharesAndRises(String part, String whole, BigDecimal printed, Reading reading) {
    assertThat(read(percent(part, whole), printed)).contains(reading);
  }

  /** A base that no neighbour fits as well is the base. */
  @ParameterizedTest(name = "{0} printed as {2} % has the base {1} and no other")
  @CsvSource({"775, 2804, 27.64", "1152, 1595, 72.23"})
  void someBasesCanBeToldFromTheirShare(String part, int whole, BigDecimal printed) {
    List<Integer> fitting =
        IntStream.rangeClosed(whole - 40, whole + 40)
            .filter(
                base ->
                    read(percent(part, Integer.toString(base)), printed)
                        .filter(Reading.HALF_UP::equals)
                        .isPresent())
            .boxed()
            .toList();
    assertThat(fitting).containsExactly(whole);
  }

  @Test
  void thirtyOfThirtyTwoRoseByTheDifferenceOfRoundedRates() {
    BigDecimal exact = percent("30", "32").subtract(percent("23", "32"));
    assertThat(exact).isEqualByComparingTo("21.875");
    BigDecimal ofRounded =
        percent("30", "32")
            .setScale(2, RoundingMode.HALF_UP)
            .subtract(percent("23", "32").setScale(2, RoundingMode.HALF_UP));
    assertThat(ofRounded).isEqualByComparingTo("21.87");
    assertThat(read(exact, new BigDecimal("21.87"))).contains(Reading.TRUNCATED);
  }

  @ParameterizedTest(name = "{0} after {1} % was {2}")
  @CsvSource({
    "12.67,    11.14, 11.40",
    "2.81,     38.27, 2.03",
    "2.65,     21.55, 2.18",
    "2.33,     5.15,  2.22",
    "1.57,     6.64,  1.47",
    "0.56,     15.51, 0.48",
    "18.87,    17.82, 16.02",
    "29246.25, 8.62,  26925.29",
    "16571.07, 12.02, 14792.96",
    "8169.31,  20.57, 6775.57",
    "1.2,      33.33, 0.90",
    "2.7,      80,    1.50",
    "175,      5.7,   165.6",
    "20,       -60,   50",
  })
  void theYearBeforeFollowsFromTheRise(BigDecimal now, BigDecimal rise, BigDecimal before) {
    BigDecimal factor = rise.divide(HUNDRED).add(BigDecimal.ONE);
    BigDecimal exact = now.divide(factor, MathContext.DECIMAL128);
    assertThat(read(exact, before)).isPresent();
    assertThat(now.compareTo(before) >= 0).isEqualTo(rise.signum() >= 0);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "96.5 2 2,                 100.5",
    "32 4,                     36",
    "55 22 12 9 4 1 1 1,       105",
    "2150 3122 469 29 26,      5796",
    "87 88,                    175",
    "114 117 105,              336",
    "118 23,                   141",
    "15 8,                     23",
    "8 14 9,                   31",
    "28 184,                   212",
    "44 357,                   401",
    "9523 1800,                11323",
    "8.480 0.224,              8.704",
  })
  void sumsHold(String parts, BigDecimal sum) {
    assertThat(
            Arrays.stream(parts.split(" ", -1))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(sum);
  }

  @ParameterizedTest(name = "{0} keeps {1} {2}")
  @CsvSource({
    "0.36,   at_most,  0.50",
    "0.31,   at_most,  0.45",
    "0.29,   at_most,  0.45",
    "0.24,   at_most,  0.50",
    "1.39,   at_least, 0.9",
    "1.52,   at_least, 0.9",
    "24.1,   at_least, 10",
    "38.06,  at_least, 20",
    "107.92, at_least, 85",
    "111,    at_least, 85",
    "97.6,   at_least, 80",
    "68.9,   at_least, 50",
    "58.78,  at_least, 50",
    "92.04,  at_least, 80",
    "99.16,  at_least, 85",
    "82.5,   at_least, 80",
    "58.78,  at_most,  92.04",
    "68.9,   at_most,  97.6",
  })
  void publishedValuesKeepTheirLimits(BigDecimal value, String comparison, BigDecimal limit) {
    int order = value.compareTo(limit);
    assertThat(comparison.equals("at_most") ? order <= 0 : order >= 0).isTrue();
  }

  /** 82.5 % of kindergartens fully staffed is one of the four items of 36 that were met in part. */
  @Test
  void staffingOfEightyTwoPointFivePercentIsMetInPartByTheShippedLimits() {
    Conjunctive preschool = (Conjunctive) shipped("cn-preschool-universal-2020");
    assertThat(preschool.items()).hasSize(36);
    OfCounty staffed =
        (OfCounty)
            preschool.items().stream()
                .filter(item -> item.id().equals("K29"))
                .findFirst()
                .orElseThrow()
                .tests()
                .get(0);
    assertThat(holds(staffed.limit(), "82.5")).isFalse();
    assertThat(holds(staffed.partly().orElseThrow(), "82.5")).isTrue();
    assertThat(preschool.classes())
        .filteredOn(one -> one.metAtLeast() <= 32 && one.partlyAtMost() >= 4)
        .extracting(PassClass::id)
        .containsExactly("improved", "consolidated");
  }

  private static boolean holds(Limit limit, String value) {
    return limit.comparison().holds(new BigDecimal(value), limit.byStage().get("kindergarten"));
  }

  @ParameterizedTest(name = "110 % of a standard of {1} is {0}")
  @CsvSource({
    "1608.23, 1462.03",
    "1134.86, 1031.69",
    "1557.46, 1415.87",
    "1105.81, 1005.28",
    "741.42, 674.02",
  })
  void runningFundsOfElevenTenthsBoundTheStandard(BigDecimal funds, BigDecimal standard) {
    assertThat(read(funds.divide(new BigDecimal("1.1"), MathContext.DECIMAL128), standard))
        .isPresent();
  }

  /** Eight times the running funds of a pupil: 18 primary and 3 junior pupils are the only fit. */
  @Test
  void theFundsOfPupilsInRegularClassesAreThoseOfTwentyOnePupils() {
    BigDecimal primary = new BigDecimal("1105.81").multiply(BigDecimal.valueOf(8));
    BigDecimal junior = new BigDecimal("1557.46").multiply(BigDecimal.valueOf(8));
    Map<String, BigDecimal> fitting = new LinkedHashMap<>();
    for (int p = 0; p <= 30; p++) {
      for (int j = 0; j <= 30; j++) {
        BigDecimal yuan =
            primary.multiply(BigDecimal.valueOf(p)).add(junior.multiply(BigDecimal.valueOf(j)));
        BigDecimal inTenThousands = yuan.movePointLeft(4);
        if (read(inTenThousands, new BigDecimal("19.66"))
            .filter(Reading.HALF_UP::equals)
            .isPresent()) {
          fitting.put(p + " + " + j, yuan);
        }
      }
    }
    assertThat(fitting).containsOnlyKeys("18 + 3");
    assertThat(fitting.get("18 + 3")).isEqualByComparingTo("196615.68");
  }

  /**
   * The published total of five groups is not their plain mean: the official weights are others.
   */
  @Test
  void theTotalSatisfactionIsNotThePlainMean() {
    BigDecimal mean =
        List.of("8.996", "8.980", "8.174", "8.278", "9.162").stream()
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(5));
    assertThat(mean).isEqualByComparingTo("8.718");
    assertThat(read(mean, new BigDecimal("8.704"))).isEmpty();
  }

  /** «中小学…0.29、0.24» leaves open which is which: both readings keep both limits. */
  @ParameterizedTest(name = "primary {0}, junior {1}")
  @CsvSource({"0.29, 0.24", "0.24, 0.29"})
  void anOrderThatTheReportLeavesOpenDecidesNothing(BigDecimal primary, BigDecimal junior) {
    assertThat(primary).isLessThanOrEqualTo(new BigDecimal("0.50"));
    assertThat(junior).isLessThanOrEqualTo(new BigDecimal("0.45"));
  }

  /** The one published score of the ecology with its grade fits the shipped cut-offs. */
  @Test
  void anEcologyOfEightyFourPointFourEightHasGradeB() {
    Weighted ecology = (Weighted) shipped("zj-ecology-2021");
    assertThat(
            ecology.bands().stream()
                .filter(band -> new BigDecimal("84.48").compareTo(band.from()) >= 0)
                .findFirst()
                .orElseThrow()
                .grade())
        .isEqualTo("B");
  }

  private static final class Shipped {
    private static final Catalogue CATALOGUE = ShippedConf.catalogue();
  }

  private static Framework shipped(String id) {
    return Shipped.CATALOGUE.framework(id);
  }

  /** 96.5 and two reports in national newspapers, 2 points each: the shipped rule has no cap. */
  @Test
  void aSelfReviewMayPassAHundred() {
    Weighted duties = (Weighted) shipped("gov-duties-js-2020");
    Adjustment.Event press = duties.adjustments().get(0).events().get(0);
    assertThat(press.cap()).isEmpty();
    assertThat(new BigDecimal("96.5").add(press.points().multiply(BigDecimal.valueOf(2))))
        .isEqualByComparingTo("100.5");
  }

  /** 70.6 % became «83 and more»: below the 85 % that the balance asks for, on another base. */
  @Test
  void migrantsOfOneCityRoseByTwelvePointFourAndStayBelowTheStandard() {
    assertThat(new BigDecimal("83").subtract(new BigDecimal("70.6"))).isEqualByComparingTo("12.4");
    assertThat(new BigDecimal("83")).isLessThan(new BigDecimal("85"));
  }

  /** The targets of one city's plan for 2022 stand beside the values as targets, not as results. */
  @ParameterizedTest(name = "{0} of the plan is {1}")
  @CsvSource({"M02, 50", "M03b, 78", "M03c, 18", "M06b, 90", "M27a, 15", "M27b, 50", "M27c, 70"})
  void targetsOfAPlanAreTargets(String item, BigDecimal target) {
    Framework.Separate single = (Framework.Separate) shipped("single-indicators");
    assertThat(
            single.items().stream()
                .filter(one -> one.id().equals(item))
                .flatMap(one -> one.target().orElseThrow().byStage().values().stream()))
        .singleElement()
        .satisfies(value -> assertThat(value).isEqualByComparingTo(target));
  }

  @Test
  void aRelativeRiseCannotExplainTwentyOnePointEightSeven() {
    Function<Integer, BigDecimal> rise =
        before -> percent(Integer.toString(30 - before), Integer.toString(before));
    assertThat(IntStream.rangeClosed(1, 32).boxed().map(rise))
        .noneMatch(exact -> read(exact, new BigDecimal("21.87")).isPresent());
  }

  @Test
  void rotatedTeachersAreTenPercentOfAtMostFourThousandAndTenEligibleOnes() {
    assertThat(percent("401", "4010")).isEqualByComparingTo("10");
    assertThat(percent("401", "4011")).isLessThan(BigDecimal.TEN);
    assertThat(read(percent("401", "5272"), new BigDecimal("7.6"))).contains(Reading.HALF_UP);
  }

  @Test
  void migrantsInPublicSchoolsAreAboutThirtyTwoPointSixFiveTenThousands() {
    BigDecimal pupils = new BigDecimal("34.67").multiply(new BigDecimal("0.9416"));
    assertThat(read(pupils, new BigDecimal("32.65"))).contains(Reading.HALF_UP);
  }

  /**
   * 12.13 % a year over four years of 985 together: the years follow, and can only be plausible.
   */
  @Test
  void fourYearsOfSpendingFollowFromTheirGrowth() {
    BigDecimal factor = new BigDecimal("1.1213");
    BigDecimal sum =
        IntStream.range(0, 4).mapToObj(factor::pow).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal first = new BigDecimal("985").divide(sum, MathContext.DECIMAL128);
    List<BigDecimal> years =
        IntStream.range(0, 4).mapToObj(year -> first.multiply(factor.pow(year))).toList();
    assertThat(years)
        .extracting(year -> year.setScale(0, RoundingMode.HALF_UP).intValueExact())
        .containsExactly(206, 231, 259, 290);
  }
}

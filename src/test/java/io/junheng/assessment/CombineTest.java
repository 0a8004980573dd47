package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Aggregation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CombineTest {
  private static List<BigDecimal> numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).map(BigDecimal::new).toList();
  }

  private static double whole(Aggregation how, String weights, String shares) {
    return new Combine(how, numbers(weights)).of(numbers(shares)).orElseThrow().doubleValue();
  }

  /**
   * Worked by hand. Geometric: (0.25·1)^½. Harmonic: 2 ÷ (4 + 1). Mazziotta-Pareto: mean 0.625,
   * variance 0.140625, 0.625 − 0.140625 ÷ 0.625.
   */
  @ParameterizedTest(name = "{0} of 0.25 and 1 is {1}")
  @CsvSource({
    "ARITHMETIC,       0.625",
    "GEOMETRIC,        0.5",
    "HARMONIC,         0.4",
    "MINIMUM,          0.25",
    "SUM,              0.625",
    "MAZZIOTTA_PARETO, 0.4",
  })
  void aggregatesAsWorkedByHand(Aggregation how, double whole) {
    assertThat(whole(how, "1 1", "0.25 1")).isCloseTo(whole, within(1e-12));
  }

  /** Weights 3 and 1: mean 0.4375; harmonic 4 ÷ (3·4 + 1); geometric 0.25^¾. */
  @ParameterizedTest(name = "{0} of 0.25 (3) and 1 (1) is {1}")
  @CsvSource({
    "ARITHMETIC,       0.4375",
    "GEOMETRIC,        0.35355339059327373",
    "HARMONIC,         0.3076923076923077",
    "MINIMUM,          0.25",
    "MAZZIOTTA_PARETO, 0.19642857142857142",
  })
  void weightsCount(Aggregation how, double whole) {
    assertThat(whole(how, "3 1", "0.25 1")).isCloseTo(whole, within(1e-12));
  }

  /** The published example's scale: z-scores around 100 with 10 a standard deviation. */
  @Test
  void theMazziottaParetoIndexIsTheMeanLessStandardDeviationTimesVariation() {
    double[] z = {112, 95, 104, 89};
    double mean = 100;
    double sd = Math.sqrt((144 + 25 + 16 + 121) / 4.0);
    assertThat(whole(Aggregation.MAZZIOTTA_PARETO, "1 1 1 1", "112 95 104 89"))
        .isCloseTo(mean - sd * (sd / mean), within(1e-9));
    assertThat(Arrays.stream(z).average().orElseThrow()).isEqualTo(mean);
  }

  @ParameterizedTest
  @EnumSource(
      value = Aggregation.class,
      names = {"GEOMETRIC", "HARMONIC"})
  void aMeanOfNothingOrLessIsNotDefinedAndComesNearToNothing(Aggregation how) {
    Combine combine = new Combine(how, numbers("1 1"));
    assertThat(combine.of(numbers("0 1"))).isEmpty();
    assertThat(combine.of(numbers("-0.1 1"))).isEmpty();
    assertThat(combine.limit(numbers("0 1"))).isZero();
  }

  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void equalSharesAreTheWholeWhateverTheMean(Aggregation how) {
    assertThat(new Combine(how, numbers("3 2 7")).of(numbers("0.8 0.8 0.8")).orElseThrow())
        .isEqualByComparingTo("0.8");
  }

  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void meansStandInTheirKnownOrderAndAllButOneGrowWithEachShare(Aggregation how) {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      List<BigDecimal> weights = draw(random, 4);
      List<BigDecimal> shares = draw(random, 4);
      BigDecimal whole = new Combine(how, weights).of(shares).orElseThrow();
      BigDecimal mean = new Combine(Aggregation.ARITHMETIC, weights).of(shares).orElseThrow();
      assertThat(whole.doubleValue()).isLessThanOrEqualTo(mean.doubleValue() + 1e-12);
      if (how != Aggregation.MAZZIOTTA_PARETO) {
        List<BigDecimal> better = new ArrayList<>(shares);
        better.set(1, better.get(1).add(new BigDecimal("0.1")));
        assertThat(new Combine(how, weights).of(better).orElseThrow())
            .isGreaterThanOrEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void lossesAddUpToWhatTheWholeLacks(Aggregation how) {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      int n = 1 + random.nextInt(12);
      List<BigDecimal> weights = draw(random, n);
      List<BigDecimal> shares = draw(random, n);
      double whole = new Combine(how, weights).of(shares).orElseThrow().doubleValue();
      double lost =
          new Losses(how, weights, shares)
              .apply().stream().mapToDouble(BigDecimal::doubleValue).sum();
      assertThat(whole + lost).isCloseTo(1, within(1e-12));
    }
  }

  /**
   * Worked by hand for shares 0.5 and 1: the whole loss falls to the first. For 0.5 and 0.5 under
   * the minimum either alone costs 0.5: 0.25 each.
   */
  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void aChildWithTheFullShareCostsNothingAndEqualOnesCostTheSame(Aggregation how) {
    if (how != Aggregation.MAZZIOTTA_PARETO) {
      assertThat(new Losses(how, numbers("1 1"), numbers("0.5 1")).apply().get(1).doubleValue())
          .isCloseTo(0, within(1e-15));
    }
    List<BigDecimal> losses = new Losses(how, numbers("1 1"), numbers("0.5 0.5")).apply();
    assertThat(losses.get(0).doubleValue()).isCloseTo(0.25, within(1e-12));
    assertThat(losses.get(1).doubleValue()).isCloseTo(0.25, within(1e-12));
  }

  /** Against all orders of three children, one after the other taking its own share. */
  @Test
  void shapleysValueIsTheMeanOverAllOrders() {
    List<BigDecimal> weights = numbers("1 2 3");
    List<BigDecimal> shares = numbers("0.9 0.4 0.6");
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    double[] losses = new double[3];
    for (int[] order : orders) {
      List<BigDecimal> now = new ArrayList<>(numbers("1 1 1"));
      Combine harmonic = new Combine(Aggregation.HARMONIC, weights);
      double before = 1;
      for (int child : order) {
        now.set(child, shares.get(child));
        double after = harmonic.of(now).orElseThrow().doubleValue();
        losses[child] += (before - after) / orders.length;
        before = after;
      }
    }
    List<BigDecimal> told = new Losses(Aggregation.HARMONIC, weights, shares).apply();
    for (int child = 0; child < 3; child++) {
      assertThat(told.get(child).doubleValue()).isCloseTo(losses[child], within(1e-12));
    }
  }

  private static List<BigDecimal> draw(Random random, int count) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(BigDecimal.valueOf(1 + random.nextInt(100), 2));
    }
    return numbers;
  }
}

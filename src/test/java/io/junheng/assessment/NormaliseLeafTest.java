package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Direction;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Normalisation.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliseLeafTest {
  private static BigDecimal share(Normalisation rule, Direction direction, BigDecimal value) {
    return new NormaliseLeaf(rule, direction)
        .apply(new Quotient(value, BigDecimal.ONE))
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {1} of {2}, cap {3}, is {4}")
  @CsvSource({
    "UP,   8,   16, 1,   0.5",
    "UP,   20,  16, 1,   1",
    "UP,   20,  16, 1.2, 1.2",
    "UP,   -3,  16, 1,   0",
    "UP,   0,   0,  1,   1",
    "UP,   -1,  0,  1,   0",
    "NONE, 4,   16, 1,   0.25",
    "DOWN, 20,  16, 1,   0.8",
    "DOWN, 10,  16, 1,   1",
    "DOWN, 0,   16, 1,   1",
  })
  void attainmentIsTheShareOfTheTargetHeldWithinNothingAndTheCap(
      Direction direction, BigDecimal value, BigDecimal target, BigDecimal cap, BigDecimal share) {
    assertThat(share(new Normalisation.Attain(target, cap), direction, value))
        .isEqualByComparingTo(share);
  }

  @ParameterizedTest(name = "{0}: {1} between {2} and {3} is {4}")
  @CsvSource({
    "UP,   15, 10, 20, 0.5",
    "UP,   5,  10, 20, 0",
    "UP,   25, 10, 20, 1",
    "DOWN, 12, 10, 20, 0.8",
    "DOWN, 25, 10, 20, 0",
    "DOWN, 12, 20, 10, 0.8",
    "UP,   12, 20, 10, 0.8",
  })
  void goalpostsFollowTheDirectionUnlessTheirOwnOrderSaysIt(
      Direction direction, BigDecimal value, BigDecimal low, BigDecimal high, BigDecimal share) {
    assertThat(share(new Normalisation.Goalposts(low, high), direction, value))
        .isEqualByComparingTo(share);
  }

  @ParameterizedTest(name = "posts {1} and {2}, {0}: the full share takes {3}")
  @CsvSource({"UP, 10, 20, 20", "DOWN, 10, 20, 10", "DOWN, 20, 10, 10"})
  void theStandardIsWhereTheFullShareBegins(
      Direction direction, BigDecimal low, BigDecimal high, BigDecimal standard) {
    NormaliseLeaf leaf = new NormaliseLeaf(new Normalisation.Goalposts(low, high), direction);
    assertThat(leaf.standard().orElseThrow()).isEqualByComparingTo(standard);
    assertThat(leaf.apply(new Quotient(standard, BigDecimal.ONE)).orElseThrow())
        .isEqualByComparingTo("1");
  }

  @Test
  void allOrNothingIsOneWhereTheLimitHolds() {
    Normalisation rule = new Normalisation.AllOrNothing(Comparison.ABOVE, BigDecimal.TEN);
    assertThat(share(rule, Direction.UP, BigDecimal.TEN)).isZero();
    assertThat(share(rule, Direction.UP, new BigDecimal("10.0000001"))).isOne();
  }

  /** Ten units, 1 to 10: mean 5.5, variance (100 − 1) ÷ 12 = 8.25. */
  private static final Reference ONE_TO_TEN =
      new Reference(IntStream.rangeClosed(1, 10).mapToObj(BigDecimal::valueOf).toList());

  private static final Reference LEVEL =
      new Reference(List.of(new BigDecimal("4"), new BigDecimal("4.0")));
  private static final Normalisation.Basis YEAR = new Normalisation.OfYear(Optional.empty());

  private static double among(
      Reference reference, Normalisation rule, Direction direction, String value) {
    return new NormaliseLeaf(rule, direction, reference)
        .apply(new Quotient(new BigDecimal(value), BigDecimal.ONE))
        .orElseThrow()
        .doubleValue();
  }

  @ParameterizedTest(name = "{0}: {1} among 1 to 10 is {2}")
  @CsvSource({
    "UP, 1, 0",
    "UP, 10, 1",
    "UP, 5.5, 0.5",
    "UP, 12, 1",
    "DOWN, 1, 1",
    "DOWN, 7, 0.3333"
  })
  void minMaxPutsTheGoalpostsAtTheUnitsEnds(Direction direction, String value, double share) {
    assertThat(among(ONE_TO_TEN, new Normalisation.MinMax(YEAR), direction, value))
        .isCloseTo(share, within(1e-4));
  }

  @Test
  void whereAllAreEqualNobodyIsBehind() {
    assertThat(among(LEVEL, new Normalisation.MinMax(YEAR), Direction.UP, "4")).isOne();
    assertThat(among(LEVEL, new Normalisation.MinMax(YEAR), Direction.UP, "3.9")).isZero();
    assertThat(among(LEVEL, z(Optional.empty()), Direction.UP, "4")).isEqualTo(0.5);
  }

  private static Normalisation z(Optional<BigDecimal> limit) {
    return new Normalisation.ZScore(YEAR, new BigDecimal("0.5"), new BigDecimal("0.1"), limit);
  }

  @ParameterizedTest(name = "{0}: {1}, limit {2}, is {3}")
  @CsvSource({
    "UP,   5.5,  -, 0.5",
    "UP,   10,   -, 0.65666989",
    "DOWN, 10,   -, 0.34333011",
    "UP,   5.5,  1, 0.5",
    "UP,   100,  2, 0.7",
    "UP,   -100, 2, 0.3",
  })
  void aZScoreIsToldInStandardDeviationsOfThePopulation(
      Direction direction, String value, String limit, double share) {
    Optional<BigDecimal> most =
        limit.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(limit));
    assertThat(among(ONE_TO_TEN, z(most), direction, value)).isCloseTo(share, within(1e-8));
  }

  @Test
  void aZScoreByGivenParametersNeedsNoUnits() {
    Normalisation rule =
        new Normalisation.ZScore(
            new Normalisation.Fixed(new BigDecimal("100"), BigDecimal.TEN),
            BigDecimal.ONE,
            new BigDecimal("0.1"),
            Optional.empty());
    assertThat(share(rule, Direction.UP, new BigDecimal("115"))).isEqualByComparingTo("1.15");
  }

  @ParameterizedTest(name = "{0}: {1} with target {2} is {3}")
  @CsvSource({
    "UP, 1, 9, 0", "UP, 5, 9, 0.5", "UP, 9, 9, 1", "UP, 10, 9, 1", "UP, 0, 9, 0",
    "DOWN, 10, 2, 0", "DOWN, 6, 2, 0.5", "DOWN, 1, 2, 1", "UP, 7, 0.5, 1", "UP, 0.4, 0.5, 0",
  })
  void distanceToTheTargetCountsFromTheWorstUnit(
      Direction direction, String value, BigDecimal target, double share) {
    Normalisation rule = new Normalisation.Distance(target, YEAR, BigDecimal.ONE);
    assertThat(among(ONE_TO_TEN, rule, direction, value)).isCloseTo(share, within(1e-12));
  }

  /** Five units 3, 5, 5, 8, 9: the fives share a place. */
  @ParameterizedTest(name = "{1} by {0}, {2}, is {3}")
  @CsvSource({
    "PLACE,      9, UP,   1",
    "PLACE,      5, UP,   0.6",
    "PLACE,      3, UP,   0.2",
    "PLACE,      3, DOWN, 1",
    "PERCENTILE, 9, UP,   1",
    "PERCENTILE, 5, UP,   0.25",
    "PERCENTILE, 3, UP,   0",
    "BORDA,      5, UP,   0.375",
    "BORDA,      5, DOWN, 0.625",
    "BORDA,      9, UP,   1",
  })
  void placesBecomeShares(
      Normalisation.Method method, String value, Direction direction, double share) {
    Reference five =
        new Reference(Stream.of("9", "5", "3", "5.0", "8").map(BigDecimal::new).toList());
    assertThat(among(five, new Normalisation.Ranked(method), direction, value))
        .isCloseTo(share, within(1e-12));
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({"95, 1", "90, 1", "89.99, 0.6", "80, 0.6", "79, 0"})
  void theFirstStepThatHoldsGivesItsShare(BigDecimal value, BigDecimal share) {
    Normalisation bands =
        new Normalisation.Bands(
            List.of(
                new Step(Comparison.AT_LEAST, new BigDecimal("90"), BigDecimal.ONE),
                new Step(Comparison.AT_LEAST, new BigDecimal("80"), new BigDecimal("0.6"))));
    assertThat(share(bands, Direction.UP, value)).isEqualByComparingTo(share);
    NormaliseLeaf leaf = new NormaliseLeaf(bands, Direction.UP);
    assertThat(leaf.worst()).contains(BigDecimal.ZERO);
    assertThat(leaf.best()).contains(BigDecimal.ONE);
    assertThat(leaf.isDecidedByRounding(new Quotient(new BigDecimal("89.99"), BigDecimal.ONE), 1))
        .isTrue();
  }

  @Test
  void openGoalpostsGoBeyondAndLeaveAGapWithoutBounds() {
    Normalisation open =
        new Normalisation.Goalposts(BigDecimal.ZERO, BigDecimal.TEN, Normalisation.Clip.OPEN);
    assertThat(share(open, Direction.UP, new BigDecimal("12"))).isEqualByComparingTo("1.2");
    assertThat(share(open, Direction.UP, new BigDecimal("-5"))).isEqualByComparingTo("-0.5");
    assertThat(new NormaliseLeaf(open, Direction.UP).best()).isEmpty();
  }

  @Test
  void withoutUnitsThereIsNoShare() {
    NormaliseLeaf leaf = new NormaliseLeaf(new Normalisation.MinMax(YEAR), Direction.UP);
    assertThat(leaf.apply(new Quotient(BigDecimal.ONE, BigDecimal.ONE))).isEmpty();
    assertThat(leaf.standard()).isEmpty();
  }

  /** An affine change of the unit of measurement changes no share. */
  @Test
  void minMaxZScoresAndPlacesDoNotDependOnTheUnitOfMeasurement() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      List<BigDecimal> figures = random.ints(20, -50, 50).mapToObj(BigDecimal::valueOf).toList();
      BigDecimal times = BigDecimal.valueOf(1 + random.nextInt(900), 2);
      BigDecimal plus = BigDecimal.valueOf(random.nextInt(100) - 50L);
      Reference before = new Reference(figures);
      Reference after =
          new Reference(figures.stream().map(f -> f.multiply(times).add(plus)).toList());
      BigDecimal value = figures.get(random.nextInt(20));
      for (Normalisation rule :
          List.of(
              new Normalisation.MinMax(YEAR),
              z(Optional.empty()),
              new Normalisation.Ranked(Normalisation.Method.BORDA))) {
        assertThat(
                among(after, rule, Direction.UP, value.multiply(times).add(plus).toPlainString()))
            .isCloseTo(among(before, rule, Direction.UP, value.toPlainString()), within(1e-12));
      }
      BigDecimal low = new BigDecimal("-40");
      BigDecimal high = new BigDecimal("30");
      assertThat(
              share(
                      new Normalisation.Goalposts(
                          low.multiply(times).add(plus), high.multiply(times).add(plus)),
                      Direction.UP,
                      value.multiply(times).add(plus))
                  .doubleValue())
          .isCloseTo(
              share(new Normalisation.Goalposts(low, high), Direction.UP, value).doubleValue(),
              within(1e-12));
    }
  }
}

package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Direction;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.ScoreNode.Normalisation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliseLeafTest {
  private static BigDecimal share(Normalisation rule, Direction direction, BigDecimal value) {
    return new NormaliseLeaf(rule, direction).apply(new Quotient(value, BigDecimal.ONE));
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
    assertThat(leaf.standard()).isEqualByComparingTo(standard);
    assertThat(leaf.apply(new Quotient(standard, BigDecimal.ONE))).isEqualByComparingTo("1");
  }

  @Test
  void allOrNothingIsOneWhereTheLimitHolds() {
    Normalisation rule = new Normalisation.AllOrNothing(Comparison.ABOVE, BigDecimal.TEN);
    assertThat(share(rule, Direction.UP, BigDecimal.TEN)).isZero();
    assertThat(share(rule, Direction.UP, new BigDecimal("10.0000001"))).isOne();
  }
}

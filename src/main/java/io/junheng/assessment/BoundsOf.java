package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The least and the most that a node may come to while its children lie within bounds of their own;
 * empty where something needed is not bounded.
 *
 * <p>All means but one grow with each child. The Mazziotta-Pareto index does not: a child far ahead
 * of the others costs more by unevenness than it brings. It is concave, so that its least value
 * lies in a corner; its most lies where all free children have the same share, as far as their
 * bounds let them.
 */
record BoundsOf(
    Combine combine, List<Optional<BigDecimal>> lows, List<Optional<BigDecimal>> highs) {
  private static final int STEPS = 120;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final MathContext EXACT = MathContext.DECIMAL128;

  Optional<BigDecimal> low() {
    if (isMonotone()) {
      return all(lows).map(combine::limit);
    }
    return box().map(this::lowest);
  }

  Optional<BigDecimal> high() {
    if (isMonotone()) {
      return all(highs).map(combine::limit);
    }
    return box().map(this::highest);
  }

  private boolean isMonotone() {
    return combine.how() != Aggregation.MAZZIOTTA_PARETO;
  }

  private static Optional<List<BigDecimal>> all(List<Optional<BigDecimal>> ends) {
    return ends.stream().allMatch(Optional::isPresent)
        ? Optional.of(ends.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  /** Where the children may lie. */
  private record Box(List<BigDecimal> low, List<BigDecimal> high) {
    boolean isFree(int child) {
      return low.get(child).compareTo(high.get(child)) != 0;
    }

    /** All children at one share, as far as their bounds let them. */
    List<BigDecimal> at(BigDecimal share) {
      return IntStream.range(0, low.size())
          .mapToObj(i -> share.max(low.get(i)).min(high.get(i)))
          .toList();
    }
  }

  private Optional<Box> box() {
    return all(lows).flatMap(low -> all(highs).map(high -> new Box(low, high)));
  }

  private BigDecimal lowest(Box box) {
    List<Integer> free = IntStream.range(0, lows.size()).filter(box::isFree).boxed().toList();
    BigDecimal lowest = combine.limit(box.low());
    for (int corner = 1; corner < 1 << free.size(); corner++) {
      List<BigDecimal> shares = new ArrayList<>(box.low());
      for (int i = 0; i < free.size(); i++) {
        if ((corner >> i & 1) == 1) {
          shares.set(free.get(i), box.high().get(free.get(i)));
        }
      }
      lowest = lowest.min(combine.limit(shares));
    }
    return lowest;
  }

  /** The common share is halved in upon: below the top, more of it is better. */
  private BigDecimal highest(Box box) {
    List<Integer> free = IntStream.range(0, lows.size()).filter(box::isFree).boxed().toList();
    if (free.isEmpty()) {
      return combine.limit(box.low());
    }
    BigDecimal from = free.stream().map(box.low()::get).reduce(BigDecimal::min).orElseThrow();
    BigDecimal to = free.stream().map(box.high()::get).reduce(BigDecimal::max).orElseThrow();
    for (int step = 0; step < STEPS; step++) {
      BigDecimal middle = from.add(to).divide(TWO, EXACT);
      if (isBelowTop(middle, box.at(middle))) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return at(box, from).max(at(box, to));
  }

  /**
   * With the mean M and the mean of squares Q, a child's share x adds w·(2 − 2x÷M + Q÷M²) for each
   * step that it takes: more is better as long as x is below M + Q÷2M.
   */
  private boolean isBelowTop(BigDecimal share, List<BigDecimal> shares) {
    BigDecimal whole = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < shares.size(); i++) {
      BigDecimal weight = combine.weights().get(i);
      whole = whole.add(weight);
      sum = sum.add(weight.multiply(shares.get(i), EXACT));
      squares = squares.add(weight.multiply(shares.get(i).pow(2, EXACT), EXACT));
    }
    BigDecimal mean = sum.divide(whole, EXACT);
    BigDecimal ofSquares = squares.divide(whole, EXACT);
    return mean.signum() <= 0
        || TWO.multiply(mean).multiply(share.subtract(mean), EXACT).compareTo(ofSquares) < 0;
  }

  private BigDecimal at(Box box, BigDecimal share) {
    return combine.limit(box.at(share));
  }
}

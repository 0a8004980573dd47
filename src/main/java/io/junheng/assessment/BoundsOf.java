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
  private static final int STEPS = 200;
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
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

  /** Thirds of the way that cannot hold the top of a concave line are cut off. */
  private BigDecimal highest(Box box) {
    BigDecimal from = box.low().stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal to = box.high().stream().reduce(BigDecimal::max).orElseThrow();
    boolean isFree = IntStream.range(0, lows.size()).anyMatch(box::isFree);
    for (int step = 0; isFree && step < STEPS; step++) {
      BigDecimal third = to.subtract(from).divide(THREE, EXACT);
      BigDecimal left = from.add(third, EXACT);
      BigDecimal right = to.subtract(third, EXACT);
      if (at(box, left).compareTo(at(box, right)) < 0) {
        from = left;
      } else {
        to = right;
      }
    }
    return at(box, from).max(at(box, to));
  }

  private BigDecimal at(Box box, BigDecimal share) {
    return combine.limit(box.at(share));
  }
}

package io.junheng.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares out the points of a node among its children.
 *
 * <p>Where the node has a share, its children's points add up to its own exactly: weights are those
 * that count after what is missing or does not apply was left out. Where it has none, each child
 * keeps its part by weight.
 */
record ShareOut(Gather gather, Scored parent) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  /**
   * A child's part.
   *
   * @param maxScore points that the child can bring to the total
   * @param worth points that the total loses for each whole share that the child lacks
   */
  record Part(Scored child, BigDecimal maxScore, BigDecimal worth) {
    /** Points that a share brings; below 0 where a weak child costs more than it could bring. */
    BigDecimal points(BigDecimal share) {
      return maxScore.subtract(lost(share));
    }

    BigDecimal lost(BigDecimal share) {
      return worth.multiply(BigDecimal.ONE.subtract(share), EXACT);
    }
  }

  /** The children's parts in a parent with such a part, in the tree's order. */
  List<Part> apply(BigDecimal maxScore, BigDecimal worth) {
    List<Gather.Child> all = parent.children().stream().map(Scored::asChild).toList();
    return parent.score().share().isPresent()
        ? told(all, maxScore, worth)
        : parts(all, Gather.weight(all), maxScore, worth);
  }

  private List<Part> told(List<Gather.Child> all, BigDecimal maxScore, BigDecimal worth) {
    List<Gather.Child> counted = gather.counted(all);
    BigDecimal whole = gather.wholeWeight(counted, all);
    List<Part> parts = parts(all, whole, maxScore, worth);
    BigDecimal kept = keptForOthers(Gather.weight(counted), whole, maxScore, worth);
    List<BigDecimal> losses =
        gather.how().isAdditive()
            ? List.of()
            : new Losses(
                    gather.how(),
                    counted.stream().map(Gather.Child::weight).toList(),
                    counted.stream().map(child -> child.score().share().orElseThrow()).toList())
                .apply();
    List<Part> settled = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int at = counted.indexOf(all.get(i));
      Part part = parts.get(i);
      if (at < 0) {
        settled.add(new Part(part.child(), BigDecimal.ZERO, BigDecimal.ZERO));
      } else {
        settled.add(losses.isEmpty() ? with(kept, part) : costing(part, worth, losses.get(at)));
      }
    }
    return settled;
  }

  /**
   * Where points are summed, what is left out keeps its points. In a parent whose mean makes a lost
   * share dearer or cheaper than its points, the difference falls to those that count: for each
   * unit of their weight.
   */
  private static BigDecimal keptForOthers(
      BigDecimal counted, BigDecimal whole, BigDecimal maxScore, BigDecimal worth) {
    BigDecimal leftOut = BigDecimal.ONE.subtract(counted.divide(whole, EXACT));
    return maxScore.subtract(worth).multiply(leftOut, EXACT).divide(counted, EXACT);
  }

  private static Part with(BigDecimal kept, Part part) {
    return kept.signum() == 0
        ? part
        : new Part(
            part.child(),
            part.maxScore().add(kept.multiply(part.child().node().weight(), EXACT)),
            part.worth());
  }

  /** A child with the full share costs nothing; what it would cost goes by weight. */
  private static Part costing(Part part, BigDecimal worth, BigDecimal loss) {
    BigDecimal lacking = BigDecimal.ONE.subtract(part.child().score().share().orElseThrow());
    return lacking.signum() == 0
        ? part
        : new Part(
            part.child(), part.maxScore(), worth.multiply(loss, EXACT).divide(lacking, EXACT));
  }

  private List<Part> parts(
      List<Gather.Child> all, BigDecimal whole, BigDecimal maxScore, BigDecimal worth) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      BigDecimal share =
          whole.signum() == 0 ? BigDecimal.ZERO : all.get(i).weight().divide(whole, EXACT);
      parts.add(
          new Part(
              parent.children().get(i),
              maxScore.multiply(share, EXACT),
              worth.multiply(share, EXACT)));
    }
    return parts;
  }
}

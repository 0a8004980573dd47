package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import io.junheng.definition.MissingRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings the shares of a node's children together.
 *
 * <p>What weighs nothing is left out. What does not apply is left out with its weight, and the
 * whole is marked as estimated; only where points are summed it brings none. What is missing does
 * as the rule says. The bounds always count everything that applies.
 */
record Gather(Aggregation how, MissingRule rule) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  /** A child with its weight. */
  record Child(String id, BigDecimal weight, NodeScore score) {
    boolean counts() {
      return score.applies() && weight.signum() > 0;
    }
  }

  NodeScore apply(List<Child> children) {
    List<Child> applying = children.stream().filter(Child::counts).toList();
    if (applying.isEmpty()) {
      return NodeScore.notApplicable();
    }
    Optional<BigDecimal> low = bound(applying, children, BoundsOf::low);
    Optional<BigDecimal> high = bound(applying, children, BoundsOf::high);
    List<Child> counted = counted(children);
    boolean isRefusedBelow = applying.stream().anyMatch(child -> child.score().isRefused());
    if (counted.isEmpty() || isRefusedBelow) {
      return isRefusedBelow ? NodeScore.refused(low, high) : NodeScore.missing(low, high);
    }
    Optional<BigDecimal> share = share(counted, children);
    return share.isEmpty()
        ? NodeScore.refused(low, high)
        : NodeScore.within(share, low, high, statusOf(counted, children));
  }

  /** The children from which the share is made; none where there is none. */
  List<Child> counted(List<Child> children) {
    List<Child> applying = children.stream().filter(Child::counts).toList();
    List<Child> known =
        applying.stream().filter(child -> child.score().share().isPresent()).toList();
    boolean isTold =
        known.size() == applying.size()
            || (rule instanceof MissingRule.Reweight reweight
                && !known.isEmpty()
                && weight(known).compareTo(weight(applying).multiply(reweight.leastShare(), EXACT))
                    >= 0);
    return isTold ? known : List.of();
  }

  /** The weight that the counted ones share among them. */
  BigDecimal wholeWeight(List<Child> counted, List<Child> children) {
    return how == Aggregation.SUM ? weight(children) : weight(counted);
  }

  private Optional<BigDecimal> bound(
      List<Child> applying, List<Child> children, Function<BoundsOf, Optional<BigDecimal>> end) {
    BoundsOf bounds =
        new BoundsOf(
            new Combine(how, weights(applying)),
            applying.stream().map(child -> child.score().low()).toList(),
            applying.stream().map(child -> child.score().high()).toList());
    return end.apply(bounds).map(bound -> scaled(bound, applying, children));
  }

  private Optional<BigDecimal> share(List<Child> counted, List<Child> children) {
    return new Combine(how, weights(counted))
        .of(counted.stream().map(child -> child.score().share().orElseThrow()).toList())
        .map(share -> scaled(share, counted, children));
  }

  /** Summed points of what does not apply are not made up for. */
  private BigDecimal scaled(BigDecimal share, List<Child> counted, List<Child> children) {
    return how == Aggregation.SUM
        ? share.multiply(weight(counted)).divide(weight(children), EXACT)
        : share;
  }

  private static ObsStatus statusOf(List<Child> counted, List<Child> all) {
    boolean isWhole =
        counted.size() == all.stream().filter(child -> child.weight().signum() > 0).count();
    boolean isPlain = counted.stream().noneMatch(child -> child.score().status() == ObsStatus.E);
    return isWhole && isPlain ? ObsStatus.A : ObsStatus.E;
  }

  private static List<BigDecimal> weights(List<Child> children) {
    return children.stream().map(Child::weight).toList();
  }

  static BigDecimal weight(List<Child> children) {
    return children.stream().map(Child::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

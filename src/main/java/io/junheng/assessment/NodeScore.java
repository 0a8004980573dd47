package io.junheng.assessment;

import io.junheng.definition.ScoreNode.Missing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The share of the full score at a node.
 *
 * @param share empty where it is missing ({@code X}) or does not apply ({@code Z})
 * @param low the share with every gap beneath filled with 0
 * @param high the share with every gap beneath filled with the best
 */
record NodeScore(Optional<BigDecimal> share, BigDecimal low, BigDecimal high, ObsStatus status) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  /** A child with its weight. */
  record Weighed(BigDecimal weight, NodeScore score) {}

  static NodeScore of(BigDecimal share, ObsStatus status) {
    return new NodeScore(Optional.of(share), share, share, status);
  }

  static NodeScore missing(BigDecimal best) {
    return new NodeScore(Optional.empty(), BigDecimal.ZERO, best, ObsStatus.X);
  }

  static NodeScore notApplicable() {
    return new NodeScore(Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, ObsStatus.Z);
  }

  boolean applies() {
    return status != ObsStatus.Z;
  }

  /**
   * The weighted arithmetic mean. What weighs nothing is left out. What does not apply is left out
   * with its weight, and the mean is marked as estimated; what is missing does as the rule says.
   * The bounds always count everything that applies.
   */
  static NodeScore mean(List<Weighed> children, Missing rule) {
    List<Weighed> applying =
        children.stream()
            .filter(child -> child.score().applies() && child.weight().signum() > 0)
            .toList();
    if (applying.isEmpty()) {
      return notApplicable();
    }
    List<Weighed> known =
        applying.stream().filter(child -> child.score().share().isPresent()).toList();
    boolean isComplete = known.size() == applying.size();
    boolean isTold = isComplete || (rule == Missing.REWEIGHT && !known.isEmpty());
    return new NodeScore(
        isTold
            ? Optional.of(weigh(known, known.stream().map(c -> c.score().share().get()).toList()))
            : Optional.empty(),
        weigh(applying, applying.stream().map(c -> c.score().low()).toList()),
        weigh(applying, applying.stream().map(c -> c.score().high()).toList()),
        isTold ? statusOf(known, children) : ObsStatus.X);
  }

  private static ObsStatus statusOf(List<Weighed> known, List<Weighed> all) {
    boolean isWhole =
        known.size() == all.stream().filter(child -> child.weight().signum() > 0).count();
    boolean isPlain = known.stream().noneMatch(child -> child.score().status() == ObsStatus.E);
    return isWhole && isPlain ? ObsStatus.A : ObsStatus.E;
  }

  private static BigDecimal weigh(List<Weighed> children, List<BigDecimal> shares) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (int i = 0; i < children.size(); i++) {
      sum = sum.add(children.get(i).weight().multiply(shares.get(i), EXACT));
      weights = weights.add(children.get(i).weight());
    }
    return sum.divide(weights, EXACT);
  }
}

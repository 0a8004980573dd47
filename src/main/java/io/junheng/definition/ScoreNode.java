package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A node of a weighted framework's tree. Weights count among siblings. */
public sealed interface ScoreNode {
  String id();

  Text title();

  BigDecimal weight();

  /** Whose rule it is, and where it stands. */
  Source source();

  /**
   * A node that gathers others.
   *
   * @param missing what a missing child does
   */
  record Branch(
      String id,
      Text title,
      BigDecimal weight,
      Source source,
      Aggregation aggregation,
      MissingRule missing,
      List<ScoreNode> children)
      implements ScoreNode {
    /** Most children whose parts in a score that does not simply add up are told. */
    public static final int MOST_CHILDREN = 12;

    public Branch {
      Objects.requireNonNull(aggregation, "aggregation");
      Objects.requireNonNull(missing, "missing");
      children = List.copyOf(children);
      if (children.isEmpty()) {
        throw new IllegalArgumentException("node '%s' needs children".formatted(id));
      }
      if (!isShareable(aggregation, children.size())) {
        throw new IllegalArgumentException(
            "node '%s' has more than %d children".formatted(id, MOST_CHILDREN));
      }
    }
  }

  /** Whether the parts that so many children have in a score can be told. */
  static boolean isShareable(Aggregation aggregation, int children) {
    return aggregation.isAdditive()
        || aggregation == Aggregation.GEOMETRIC
        || children <= Branch.MOST_CHILDREN;
  }

  /** A leaf: one indicator at one stage, brought to 0…1. */
  record Leaf(
      String id,
      Text title,
      BigDecimal weight,
      Source source,
      String indicator,
      String stage,
      Normalisation normalise)
      implements ScoreNode {
    public Leaf {
      Objects.requireNonNull(normalise, "normalise");
    }
  }

  /**
   * A leaf that a document attests: 1 if met, 0 if not; missing where nobody delivered it.
   *
   * @param partly share of what is met in part
   */
  record Attested(
      String id, Text title, BigDecimal weight, Source source, String statement, BigDecimal partly)
      implements ScoreNode {
    public Attested {
      Objects.requireNonNull(statement, "statement");
      Objects.requireNonNull(partly, "partly");
    }
  }

  /** Where a node's rule stands, if anywhere, and whose it is. */
  record Source(Optional<Legal> legal, Origin origin) {
    public Source {
      Objects.requireNonNull(legal, "legal");
      Objects.requireNonNull(origin, "origin");
    }
  }
}

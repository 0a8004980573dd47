package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** A node of a weighted framework's tree. Weights count among siblings. */
public sealed interface ScoreNode {
  String id();

  Text title();

  BigDecimal weight();

  /** A node that gathers others by their weighted arithmetic mean. */
  record Branch(String id, Text title, BigDecimal weight, Missing missing, List<ScoreNode> children)
      implements ScoreNode {
    public Branch {
      children = List.copyOf(children);
      if (children.isEmpty()) {
        throw new IllegalArgumentException("node '%s' needs children".formatted(id));
      }
    }
  }

  /** A leaf: one indicator at one stage, brought to 0…1. */
  record Leaf(
      String id,
      Text title,
      BigDecimal weight,
      String indicator,
      String stage,
      Normalisation normalise)
      implements ScoreNode {
    public Leaf {
      Objects.requireNonNull(normalise, "normalise");
    }
  }

  /** What a missing child does to its parent; never silent. */
  enum Missing {
    /** The parent has no score. */
    NO_SCORE,
    /** The others' weights grow; the score is marked as estimated. */
    REWEIGHT,
    /** No score, but the lowest and highest that it could be. */
    BOUNDS
  }

  /** How a value becomes a share of the full score. */
  sealed interface Normalisation {
    /** value ÷ target (target ÷ value where less is better), at most {@code cap}. */
    record Attain(BigDecimal target, BigDecimal cap) implements Normalisation {}

    /** 1 if the limit holds, else 0. */
    record AllOrNothing(Limit.Comparison comparison, BigDecimal standard)
        implements Normalisation {}

    /** (value − low) ÷ (high − low), held within 0…1. */
    record Goalposts(BigDecimal low, BigDecimal high) implements Normalisation {
      public Goalposts {
        if (low.compareTo(high) == 0) {
          throw new IllegalArgumentException("goalposts must differ");
        }
      }
    }
  }
}

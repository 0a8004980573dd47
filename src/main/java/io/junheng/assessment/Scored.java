package io.junheng.assessment;

import io.junheng.definition.ScoreNode;
import java.util.List;
import java.util.Objects;

/**
 * A node with a county's share at it and what lies beneath.
 *
 * @param leaf what a leaf's share comes from; {@link LeafFigure#NONE} above the leaves
 */
record Scored(ScoreNode node, NodeScore score, LeafFigure leaf, List<Scored> children) {
  Scored {
    Objects.requireNonNull(leaf, "leaf");
    children = List.copyOf(children);
  }

  Gather.Child asChild() {
    return new Gather.Child(node.id(), node.weight(), score);
  }
}

package io.junheng.assessment;

import java.util.List;
import java.util.Optional;

/**
 * What a leaf's share comes from.
 *
 * @param told the county's figure as the panel has it
 * @param scaled what was scaled; empty where nothing was
 * @param scale what it was scaled by; empty for what a document attests
 * @param evidence documents that attest it
 */
record LeafFigure(
    Optional<IndicatorValue> told,
    Optional<LeafScale.Scaled> scaled,
    Optional<NormaliseLeaf> scale,
    List<Evidence> evidence) {
  static final LeafFigure NONE =
      new LeafFigure(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  static LeafFigure attested(List<Evidence> evidence) {
    return new LeafFigure(Optional.empty(), Optional.empty(), Optional.empty(), evidence);
  }
}

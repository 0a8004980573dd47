package io.junheng.assessment;

import java.util.Objects;
import java.util.Optional;

/**
 * How two items of a framework go together over the counties. A row of gold.item_correlation. Key:
 * item, other.
 *
 * @param other another item, {@link CountyScore#TOTAL} for the whole score, or the item itself for
 *     a node
 * @param pearson of the shares of the full score, −1 to 1
 * @param spearman of their places, equal ones at the mean of theirs
 * @param cronbachAlpha how well a node's children measure one thing (Cronbach 1951); of a node with
 *     itself only
 * @param units counties with both figures; of a node those with all of its children
 * @param status {@code X} fewer than three counties, {@code Z} one of the two does not vary, or a
 *     node has fewer than two children, else {@code A}
 */
public record ItemPair(
    String item,
    String other,
    Optional<Double> pearson,
    Optional<Double> spearman,
    Optional<Double> cronbachAlpha,
    int units,
    ObsStatus status) {
  public ItemPair {
    Objects.requireNonNull(status, "status");
  }
}

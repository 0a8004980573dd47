package io.junheng.definition;

/**
 * How the shares x of a node's children, with weights w that sum to 1, become the node's share
 * (OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 6).
 */
public enum Aggregation {
  /** Σ w·x. */
  ARITHMETIC,
  /** Π x^w; of values above 0 only. */
  GEOMETRIC,
  /** 1 ÷ Σ w÷x; of values above 0 only. */
  HARMONIC,
  /** The smallest: nothing makes up for the weakest child. */
  MINIMUM,
  /**
   * Points are added as they are: weights are points, and a child that does not apply brings none.
   */
  SUM,
  /**
   * M − S²÷M with the mean M and the variance S² (population form) of the children's shares: the
   * mean less a penalty for unevenness (Mazziotta and Pareto, On a generalized non-compensatory
   * composite index, 2016, for a phenomenon of which more is better). Equal weights are the
   * source's own; others weigh M and S² alike. Of a mean above 0 only.
   */
  MAZZIOTTA_PARETO;

  /** True where children's points simply add up. */
  public boolean isAdditive() {
    return this == ARITHMETIC || this == SUM;
  }
}

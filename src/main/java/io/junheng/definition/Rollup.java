package io.junheng.definition;

import java.util.Objects;

/** How cities and the province come by an indicator. */
public sealed interface Rollup {
  /** Parts are added, then divided. */
  record Add() implements Rollup {}

  /** Mean of the counties, weighted by a measure. */
  record Weighted(String measure) implements Rollup {
    public Weighted {
      Objects.requireNonNull(measure, "measure");
    }
  }

  /** Worked out anew from the records (distinct counts). */
  record Recount() implements Rollup {}

  /** Not defined above the county: null, status Z. */
  record None() implements Rollup {}
}

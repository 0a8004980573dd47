package io.junheng.explain;

import java.util.Map;
import java.util.Optional;

/** A part of a formula, worked out for one row. */
@FunctionalInterface
interface RowTerm {
  /**
   * The value: {@code Boolean}, {@code String} or {@code BigDecimal}; empty is SQL's null.
   *
   * @param row values by column; what is null is not there
   */
  Optional<Object> of(Map<String, Object> row);
}

package io.junheng.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where rows of delivered datasets are found. */
@FunctionalInterface
public interface DeliveredRows {
  /** The rows asked for, in no order; none of a dataset that nobody delivered. */
  List<DeliveredRow> read(Asked asked);

  /**
   * Which rows, and what of them.
   *
   * @param dataset id of its contract
   * @param period it was delivered for
   * @param school only its rows; empty: all of the county's
   * @param columns whose values are needed
   */
  record Asked(
      String dataset, int period, String county, Optional<String> school, Set<String> columns) {
    public Asked {
      columns = Set.copyOf(columns);
    }
  }
}

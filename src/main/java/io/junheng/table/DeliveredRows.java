package io.junheng.table;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where rows of delivered datasets are found. */
@FunctionalInterface
public interface DeliveredRows {
  /** Hands over the rows asked for, in no order; none of a dataset that nobody delivered. */
  void read(Asked asked, Consumer<DeliveredRow> taker);

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

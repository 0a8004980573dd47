package io.junheng.table;

import java.util.List;
import java.util.Map;

/** Where rows of our own tables are found. */
public interface StoredRows {
  /**
   * The rows whose columns have these values; none of a table that was never written.
   *
   * @param where values by columns of the table; empty: all rows
   */
  List<StoredRow> read(Table table, Map<? extends TableColumn, ?> where);

  /** All rows. */
  default List<StoredRow> read(Table table) {
    return read(table, Map.of());
  }
}

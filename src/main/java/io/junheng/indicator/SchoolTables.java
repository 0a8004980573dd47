package io.junheng.indicator;

import io.junheng.table.Table;

/** Takes the rows that are made of a county's schools. */
@FunctionalInterface
public interface SchoolTables {
  /**
   * Takes a row.
   *
   * @param values of all columns in the table's order, as Spark holds them inside its rows; that of
   *     the label is null
   */
  void add(Table table, Object... values);
}

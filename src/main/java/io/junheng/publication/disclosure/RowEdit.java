package io.junheng.publication.disclosure;

import io.junheng.table.TableColumn;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Copies of a row in which some cells are others. */
final class RowEdit {
  private RowEdit() {}

  /** The row with these cells empty. */
  static Row without(Row row, TableColumn... columns) {
    Object[] values = values(row);
    Arrays.stream(columns).forEach(column -> values[index(row, column)] = null);
    return new GenericRowWithSchema(values, row.schema());
  }

  /** The row with these cells alone; all others are empty. */
  static Row only(Row row, Collection<? extends TableColumn> columns) {
    Object[] values = new Object[row.size()];
    columns.forEach(column -> values[index(row, column)] = row.get(index(row, column)));
    return new GenericRowWithSchema(values, row.schema());
  }

  /** The row with some cells set. */
  static Row with(Row row, Map<? extends TableColumn, ?> cells) {
    Object[] values = values(row);
    cells.forEach((column, value) -> values[index(row, column)] = value);
    return new GenericRowWithSchema(values, row.schema());
  }

  /** Whether one of the cells holds a value. */
  static boolean hasAny(Row row, Set<? extends TableColumn> columns) {
    return columns.stream().anyMatch(column -> !row.isNullAt(index(row, column)));
  }

  private static Object[] values(Row row) {
    Object[] values = new Object[row.size()];
    Arrays.setAll(values, row::get);
    return values;
  }

  private static int index(Row row, TableColumn column) {
    return row.fieldIndex(column.columnName());
  }
}

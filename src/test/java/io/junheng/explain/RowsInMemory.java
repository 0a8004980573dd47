package io.junheng.explain;

import io.junheng.table.StoredRow;
import io.junheng.table.StoredRows;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows that a test puts in, read as a lake would read them. */
final class RowsInMemory implements StoredRows {
  private final List<StoredRow> rows = new ArrayList<>();

  /** Adds a row; columns and values take turns, columns that are not named are empty. */
  RowsInMemory with(Table table, Object... columnsAndValues) {
    Object[] values = new Object[table.columns().size()];
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      values[table.columns().indexOf((TableColumn) columnsAndValues[i])] = columnsAndValues[i + 1];
    }
    rows.add(new StoredRow(table, values));
    return this;
  }

  @Override
  public List<StoredRow> read(Table table, Map<? extends TableColumn, ?> where) {
    return rows.stream()
        .filter(row -> row.table().equals(table))
        .filter(
            row ->
                where.entrySet().stream()
                    .allMatch(one -> one.getValue().equals(row.value(one.getKey()).orElse(null))))
        .toList();
  }
}

package io.junheng.lake;

import io.junheng.table.ColumnType;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of our own tables from values in memory. */
public final class TableRow {
  private TableRow() {}

  /**
   * One row in the table's order: a column that is not named is null, decimals are brought to the
   * table's scale.
   */
  public static Row of(Table table, Map<? extends TableColumn, ?> values) {
    return all(table, List.of(values)).get(0);
  }

  /** The same for several. */
  public static List<Row> all(
      Table table, Collection<? extends Map<? extends TableColumn, ?>> values) {
    List<TableColumn> columns = table.columns();
    Set<TableColumn> known = Set.copyOf(columns);
    return values.stream().map(row -> of(table, columns, known, row)).toList();
  }

  private static Row of(
      Table table,
      List<TableColumn> columns,
      Set<TableColumn> known,
      Map<? extends TableColumn, ?> values) {
    for (TableColumn column : values.keySet()) {
      if (!known.contains(column)) {
        throw new IllegalArgumentException(
            "%s has no column '%s'".formatted(table.qualifiedName(), column.columnName()));
      }
    }
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = stored(columns.get(i).type(), values.get(columns.get(i)));
    }
    return RowFactory.create(row);
  }

  private static Object stored(ColumnType type, Object value) {
    if (value instanceof BigDecimal decimal && type == ColumnType.QUANTITY) {
      return decimal.setScale(10, RoundingMode.HALF_UP);
    }
    if (value instanceof BigDecimal decimal && type == ColumnType.DOUBLE) {
      return decimal.doubleValue();
    }
    if (value instanceof LocalDate date) {
      return Date.valueOf(date);
    }
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    return value;
  }
}

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Tables that fit in memory, as rows. */
final class SmallTable {
  /** More rows than any dimension has; a table beyond it is compared by nobody in memory. */
  private static final int LIMIT = 100_000;

  private SmallTable() {}

  /** All rows in the order of all columns, the key's first. */
  static List<Row> collect(Dataset<Row> rows, StoredTable table) {
    Column[] order =
        Arrays.stream(table.schema().fieldNames()).map(functions::col).toArray(Column[]::new);
    List<Row> collected = rows.coalesce(1).sortWithinPartitions(order).takeAsList(LIMIT + 1);
    if (collected.size() > LIMIT) {
      throw new IllegalArgumentException(
          "%s holds more than %d rows: replace it by period".formatted(table.name(), LIMIT));
    }
    return collected;
  }

  /** One row in the table's order. */
  static Row row(Table table, Map<? extends TableColumn, ?> values) {
    for (TableColumn column : values.keySet()) {
      if (!table.columns().contains(column)) {
        throw new IllegalArgumentException(
            "%s has no column '%s'".formatted(table.qualifiedName(), column.columnName()));
      }
    }
    return RowFactory.create(
        table.columns().stream()
            .map(column -> stored(column.type(), values.get(column)))
            .toArray());
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

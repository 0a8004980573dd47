package io.junheng.publication.site;

import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Rows of a table as pages get them: the names of the columns once, then the cells. A cell without
 * a value is null; a number keeps all its digits.
 */
record Grid(List<String> columns, List<List<Object>> rows) {
  Grid {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Some columns of rows of gold or ops. */
  static Grid of(Collection<Row> rows, TableColumn... columns) {
    return new Grid(
        Stream.of(columns).map(TableColumn::columnName).toList(),
        rows.stream().map(row -> cells(row, columns)).toList());
  }

  private static List<Object> cells(Row row, TableColumn... columns) {
    List<Object> cells = new ArrayList<>(columns.length);
    for (TableColumn column : columns) {
      cells.add(shown(row.getAs(column.columnName())));
    }
    return Collections.unmodifiableList(cells);
  }

  private static Object shown(Object value) {
    if (value instanceof Double number) {
      return plain(BigDecimal.valueOf(number));
    } else if (value instanceof BigDecimal number) {
      return plain(number);
    }
    boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
    return isPlain ? value : value.toString();
  }

  /** Without zeros at the end, which would only make files larger. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

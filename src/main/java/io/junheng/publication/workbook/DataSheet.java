package io.junheng.publication.workbook;

import io.junheng.definition.Text;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Rows of a table for those who go on computing: one header, no merged cells, blanks for nothing.
 */
record DataSheet(Names names) {
  private static final int WIDTH = 16;

  void write(Book book, Table table, List<Row> rows) {
    Page page = book.page(names.in(new Text("数据", "Data")));
    List<Column<Row>> columns =
        table.columns().stream()
            .map(
                column ->
                    Column.<Row>of(
                        names.in(new Text(column.zh(), column.en())),
                        WIDTH,
                        row -> value(row, column)))
            .toList();
    Page.Block block = page.table(columns, rows);
    page.freeze(block, table.key().size());
    page.filter(block);
    page.print(Optional.of(block), names.in(table.title()), Optional.empty());
  }

  private static CellValue value(Row row, TableColumn column) {
    Object value = row.getAs(column.columnName());
    if (value instanceof BigDecimal || value instanceof Double) {
      return CellValue.plain(Optional.of((Number) value), "General");
    }
    if (value instanceof Number number) {
      return CellValue.plain(Optional.of(number), "0");
    }
    if (value instanceof Boolean flag) {
      return CellValue.text(flag ? "true" : "false");
    }
    return CellValue.text(value == null ? "" : value.toString());
  }
}

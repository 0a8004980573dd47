package io.junheng.publication.workbook;

import io.junheng.publication.Cells;
import io.junheng.table.TargetProgress;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** What the county is to reach, how far it is, and at what pace. Left out without targets. */
record TargetsSheet(CountyWorkbook book) {
  void write(Book into) {
    List<Row> rows = rows();
    if (rows.isEmpty()) {
      return;
    }
    Page page = into.page(book.in("目标进度", "Targets"));
    List<Column<Row>> columns = new TargetColumns(book.names()).columns();
    book.head(
        page,
        book.in("目标进度", "progress towards targets"),
        book.names().in(TargetColumns.LEGEND),
        columns.size());
    book.foot(page, page.table(columns, rows), 1);
  }

  private List<Row> rows() {
    List<String> order = book.names().indicators();
    return book.rows(TargetProgress.TABLE, book.period()).stream()
        .sorted(
            Comparator.comparingInt(
                row -> order.indexOf(Cells.code(row, TargetProgress.INDICATOR))))
        .toList();
  }
}

package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Text;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the columns of a table mean, in both languages. */
record DictionarySheet(Names names) {

  void write(Book book, Table table) {
    Page page = book.page(names.in(new Text("字典", "Dictionary")));
    List<Column<TableColumn>> columns =
        List.of(
            of(names.in(new Text("字段", "Column")), 30, c -> CellValue.text(c.columnName())),
            of(names.in(new Text("中文名", "Chinese")), 28, c -> CellValue.text(c.zh())),
            of(names.in(new Text("英文名", "English")), 40, c -> CellValue.text(c.en())),
            of(
                names.in(new Text("类型", "Type")),
                12,
                c -> CellValue.text(c.type().name().toLowerCase(Locale.ROOT))),
            of(names.in(new Text("单位", "Unit")), 10, c -> CellValue.text(c.unit())),
            of(
                names.in(new Text("主键", "Key")),
                8,
                c -> CellValue.centred(table.key().contains(c) ? "✓" : "")),
            of(names.in(new Text("说明", "Note")), 60, c -> CellValue.text(c.note())));
    page.title(names.in(new Text("数据字典", "Data dictionary")) + " " + table.name(), columns.size());
    Page.Block block = page.table(columns, table.columns());
    page.freeze(block, 1);
    page.print(Optional.of(block), table.name(), Optional.empty());
  }
}

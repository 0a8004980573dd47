package io.junheng.publication.files;

import io.junheng.publication.PublishedTables;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every column of every published table as CSV, in both languages. */
public final class DictionaryFile {
  private static final List<String> HEADER =
      List.of(
          "table",
          "表名",
          "table_title",
          "column",
          "中文名",
          "english",
          "type",
          "key",
          "unit",
          "说明 note");

  private DictionaryFile() {}

  /** The file, for Excel and WPS. */
  public static byte[] bytes() {
    List<List<String>> lines = new ArrayList<>();
    for (Table table : PublishedTables.all()) {
      for (TableColumn column : table.columns()) {
        lines.add(
            List.of(
                table.name(),
                table.title().zh(),
                table.title().en(),
                column.columnName(),
                column.zh(),
                column.en(),
                column.type().name().toLowerCase(Locale.ROOT),
                table.key().contains(column) ? "key" : "",
                column.unit(),
                column.note()));
      }
    }
    return CsvFile.bytes(HEADER, lines);
  }
}

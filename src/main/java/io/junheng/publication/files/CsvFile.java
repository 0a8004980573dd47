package io.junheng.publication.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.junheng.table.SpreadsheetText;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.ValueText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * CSV by RFC 4180, in UTF-8 with a mark, so that Excel and WPS read Chinese. Texts that a
 * spreadsheet would take for a formula get an apostrophe before them; numbers stay numbers.
 */
final class CsvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvFile() {}

  /** The rows of a table below the names of its columns; a null is an empty field. */
  static void write(Path file, Table table, List<Row> rows) throws IOException {
    try (Writer out = open(file);
        CsvWriter csv = csv(out)) {
      csv.writeRecord(table.columnNames());
      for (Row row : rows) {
        csv.writeRecord(
            table.columns().stream().map(column -> field(row, column)).toArray(String[]::new));
      }
    }
  }

  /** Lines of text below a header. */
  static byte[] bytes(List<String> header, List<List<String>> lines) {
    StringWriter out = new StringWriter();
    out.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = csv(out)) {
      csv.writeRecord(header);
      for (List<String> line : lines) {
        csv.writeRecord(line.stream().map(SpreadsheetText::neutral).toArray(String[]::new));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Writer open(Path file) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(BYTE_ORDER_MARK);
    return out;
  }

  private static CsvWriter csv(Writer out) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
  }

  private static String field(Row row, TableColumn column) {
    Object value = row.getAs(column.columnName());
    if (value == null) {
      return null;
    }
    return value instanceof String text ? SpreadsheetText.neutral(text) : ValueText.of(value);
  }
}

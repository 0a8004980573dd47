package io.junheng.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * A table as text: a header, and rows in the order of their keys. Numbers stand to their last
 * digit, without the zeros that end a decimal; what is empty is an empty cell.
 *
 * @param rows cells by key; the key is the first {@code keys} cells
 */
record GoldenTable(
    String name, List<String> header, int keys, SortedMap<List<String>, List<String>> rows) {
  private static final Comparator<List<String>> BY_CELLS =
      Comparator.comparing((List<String> key) -> String.join("\0", key));

  /** Some columns of a table, the key first. */
  static GoldenTable of(Table table, Collection<? extends TableColumn> columns, List<Row> rows) {
    List<String> header = columns.stream().map(TableColumn::columnName).toList();
    return of(
        table,
        header,
        rows.stream().map(row -> header.stream().map(name -> text(row.getAs(name))).toList()));
  }

  /** The table as it lies in a file that {@link #writeTo} made. */
  static GoldenTable read(Table table, Path file) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      List<List<String>> lines = reader.stream().map(CsvRecord::getFields).toList();
      return of(table, lines.get(0), lines.stream().skip(1));
    }
  }

  private static GoldenTable of(Table table, List<String> header, Stream<List<String>> lines) {
    int keys = table.key().size();
    SortedMap<List<String>, List<String>> rows = new TreeMap<>(BY_CELLS);
    lines.forEach(
        line -> {
          if (rows.put(line.subList(0, keys), line) != null) {
            throw new IllegalArgumentException(
                "%s holds two rows of the key %s".formatted(table.name(), line.subList(0, keys)));
          }
        });
    return new GoldenTable(table.name(), header, keys, rows);
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  void writeTo(Path file) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      writer.writeRecord(header);
      rows.values().forEach(writer::writeRecord);
    }
  }

  /** One cell. */
  String cell(String column, String... key) {
    List<String> row = rows.get(List.of(key));
    if (row == null || !header.contains(column)) {
      throw new IllegalArgumentException(
          "%s has no %s of %s".formatted(name, column, String.join(" ", key)));
    }
    return row.get(header.indexOf(column));
  }

  /** Where this table is not the expected one: a line for each cell or row. */
  List<String> differencesFrom(GoldenTable expected) {
    if (!header.equals(expected.header)) {
      return List.of(
          "%s: expected the columns %s, actual %s".formatted(name, expected.header, header));
    }
    SortedSet<List<String>> all = new TreeSet<>(BY_CELLS);
    all.addAll(expected.rows.keySet());
    all.addAll(rows.keySet());
    List<String> differences = new ArrayList<>();
    for (List<String> key : all) {
      addDifferences(differences, key, expected.rows.get(key), rows.get(key));
    }
    return differences;
  }

  private void addDifferences(
      List<String> differences, List<String> key, List<String> expected, List<String> actual) {
    String place = name + " [" + String.join(" ", key) + "]";
    if (actual == null) {
      differences.add(place + ": expected a row, actual none");
    } else if (expected == null) {
      differences.add(place + ": expected no row, actual " + actual);
    } else {
      for (int i = keys; i < header.size(); i++) {
        if (!expected.get(i).equals(actual.get(i))) {
          differences.add(
              "%s %s: expected '%s', actual '%s'"
                  .formatted(place, header.get(i), expected.get(i), actual.get(i)));
        }
      }
    }
  }
}

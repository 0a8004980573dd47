package io.junheng.sample;

import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One delivered file: UTF-8 without mark, commas, LF, Chinese headers, quotes where needed (RFC
 * 4180). Faults that are planted in it are put in as the rows go by.
 */
final class Sheet implements AutoCloseable {
  private final BufferedWriter out;
  private final StringBuilder line = new StringBuilder();
  private final RowFaults faults;
  private long rows;

  /**
   * Opens the file and writes its header.
   *
   * @param columns delivered names of the contract's columns in the order in which rows have them
   */
  Sheet(Path file, Contract contract, List<String> columns, RowFaults faults) throws IOException {
    List<String> headers = columns.stream().map(name -> header(contract, name)).toList();
    requireComplete(contract, columns);
    Files.createDirectories(file.getParent());
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.faults = faults;
    if (!faults.isEmptyFile()) {
      writeLine(faults.header(headers.toArray(String[]::new)));
    }
  }

  /** Writes a row; the cells are those of the columns named at the start. */
  void row(String... cells) {
    rows++;
    if (faults.isEmptyFile()) {
      return;
    }
    for (String[] written : faults.apply(cells)) {
      writeLine(written);
    }
  }

  /** Rows given so far. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String header(Contract contract, String name) {
    return contract
        .column(name)
        .map(column -> column.title().zh())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "contract '%s' has no column '%s'".formatted(contract.id(), name)));
  }

  private static void requireComplete(Contract contract, List<String> columns) {
    List<String> missing =
        contract.columns().stream()
            .filter(Column::required)
            .map(Column::name)
            .filter(name -> !columns.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the sample has no values for %s of contract '%s'".formatted(missing, contract.id()));
    }
  }

  private void writeLine(String[] cells) {
    line.setLength(0);
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append(',');
      }
      line.append(quoted(cells[i]));
    }
    line.append('\n');
    try {
      out.append(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String cell) {
    boolean isPlain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}

package io.junheng.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table as a test writes it: columns between bars, a header first, {@code -} for nothing. */
final class TextTable {
  private TextTable() {}

  static List<Line> read(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    List<String> header = cells(lines.get(0));
    List<Line> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      List<String> cells = cells(line);
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(new Line(row));
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  /** One row, by the names of the header. */
  record Line(Map<String, String> cells) {
    String text(String column) {
      return cells.get(column);
    }

    Optional<String> find(String column) {
      return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.equals("-"));
    }

    Optional<BigDecimal> number(String column) {
      return find(column).map(BigDecimal::new);
    }

    int whole(String column) {
      return number(column).map(BigDecimal::intValueExact).orElse(0);
    }
  }
}

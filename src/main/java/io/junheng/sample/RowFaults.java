package io.junheng.sample;

import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The faults of one file: spoils rows as they go by and notes what must be found. */
final class RowFaults {
  private static final double BAD_SHARE = 0.4;
  private static final String NO_WORD = "查无此项";

  private final String file;
  private final Contract contract;
  private final List<String> columns;
  private final String foreignArea;
  private final Map<Long, PlantedFault> byRow = new HashMap<>();
  private final List<PlantedFault> ofFile = new ArrayList<>();
  private final List<ExpectedFinding> expected = new ArrayList<>();
  private long read;
  private long written = 1;

  /**
   * @param file path below the landing folder
   * @param rows how many rows the file is going to have
   * @param foreignArea an area that is not the file's
   */
  RowFaults(
      String file,
      Contract contract,
      List<String> columns,
      List<PlantedFault> faults,
      long rows,
      String foreignArea) {
    this.file = file;
    this.contract = contract;
    this.columns = columns;
    this.foreignArea = foreignArea;
    for (PlantedFault fault : faults) {
      if (fault.kind().isOfFile()) {
        ofFile.add(fault);
        String column = fault.kind() == FaultKind.WRONG_HEADER ? fault.column() : "";
        expected.add(new ExpectedFinding(file, 0, column, fault.kind().rule()));
      } else if (byRow.size() < rows) {
        byRow.put(freeRow((long) (fault.place() * rows), rows), fault);
      }
    }
  }

  private long freeRow(long wanted, long rows) {
    long row = wanted;
    while (byRow.containsKey(row)) {
      row = (row + 1) % rows;
    }
    return row;
  }

  List<ExpectedFinding> expected() {
    return expected;
  }

  /** True for a file without a byte. */
  boolean isEmptyFile() {
    return ofFile.stream().anyMatch(fault -> fault.kind() == FaultKind.EMPTY_FILE);
  }

  /** The header to write. */
  String[] header(String[] titles) {
    for (PlantedFault fault : ofFile) {
      if (fault.kind() == FaultKind.WRONG_HEADER) {
        titles[indexOf(fault.column())] = NO_WORD;
      }
    }
    return titles;
  }

  /** What is written for a row: the row itself, a spoilt one, or two. */
  List<String[]> apply(String[] cells) {
    long row = read++;
    if (byRow.isEmpty() && ofFile.isEmpty()) {
      return List.<String[]>of(cells);
    }
    blankForRefusal(cells, row);
    PlantedFault fault = byRow.get(row);
    written++;
    if (fault == null) {
      return List.<String[]>of(cells);
    }
    if (fault.kind() == FaultKind.DUPLICATE_KEY) {
      written++;
      String column = contract.key().size() == 1 ? keyColumn() : "";
      expected.add(new ExpectedFinding(file, written, column, fault.kind().rule()));
      return List.of(cells, cells);
    }
    expected.add(spoil(cells, fault));
    return List.<String[]>of(cells);
  }

  /** The delivered column behind a key of one column. */
  private String keyColumn() {
    String key = contract.key().get(0);
    return contract.columns().stream()
        .filter(
            c -> c.name().equals(key) || c.becomes().stream().anyMatch(r -> r.name().equals(key)))
        .findFirst()
        .map(Column::name)
        .orElse(key);
  }

  private void blankForRefusal(String[] cells, long row) {
    for (PlantedFault fault : ofFile) {
      if (fault.kind() == FaultKind.TOO_MANY_BAD_ROWS && row * BAD_SHARE % 1 < BAD_SHARE) {
        cells[indexOf(fault.column())] = "";
        expected.add(
            new ExpectedFinding(
                file, written + 1, fault.column(), FaultKind.MISSING_REQUIRED.rule()));
      }
    }
  }

  private ExpectedFinding spoil(String[] cells, PlantedFault fault) {
    if (fault.kind() == FaultKind.CROSS_COLUMN) {
      Contradiction contradiction = Contradiction.of(contract.id());
      contradiction.cells().forEach((column, cell) -> cells[indexOf(column)] = cell);
      return new ExpectedFinding(file, written, "", contradiction.check());
    }
    int index = indexOf(fault.column());
    Column column = contract.column(fault.column()).orElseThrow();
    cells[index] = spoilt(column, cells[index], fault.kind());
    return new ExpectedFinding(file, written, fault.column(), ruleOf(fault.kind(), column));
  }

  private String spoilt(Column column, String cell, FaultKind kind) {
    return switch (kind) {
      case MISSING_REQUIRED -> "";
      case OUT_OF_RANGE ->
          column
              .maximum()
              .map(most -> most.add(BigDecimal.ONE).toPlainString())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "column '%s' has no range".formatted(column.name())));
      case BAD_CHECK_DIGIT ->
          cell.substring(0, cell.length() - 1) + (cell.endsWith("1") ? "2" : "1");
      case WRONG_AREA -> foreignArea;
      default -> NO_WORD;
    };
  }

  private static String ruleOf(FaultKind kind, Column column) {
    if (kind == FaultKind.UNKNOWN_CODE && column.codes().orElse("").equals("areas")) {
      return "unknown_area";
    }
    if (kind != FaultKind.WRONG_TYPE) {
      return kind.rule();
    }
    return switch (column.type()) {
      case DECIMAL -> "not_decimal";
      case DATE -> "not_date";
      case BOOLEAN -> "not_boolean";
      default -> kind.rule();
    };
  }

  private int indexOf(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "contract '%s' has no column '%s' to spoil".formatted(contract.id(), column));
    }
    return index;
  }
}

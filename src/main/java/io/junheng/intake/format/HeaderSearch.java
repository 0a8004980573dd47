package io.junheng.intake.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the header among the first records of a file: below titles, and over up to three rows,
 * where a cell of an upper row stands for all columns below it as merged cells do.
 */
final class HeaderSearch {
  /** How many records are looked at. */
  static final int RECORDS = 20;

  private static final int DEEPEST = 3;
  private static final int LONGEST = 200;

  private final RowPlan plan;
  private final Map<String, Integer> columnOfName;

  HeaderSearch(RowPlan plan) {
    this.plan = plan;
    this.columnOfName = Header.columnOfName(plan);
  }

  /**
   * A header, the best there is.
   *
   * @param before records above it
   * @param row the row on which it begins, as a spreadsheet counts
   * @param depth how many records it takes
   */
  record Found(int before, long row, int depth, Header header) {
    /** Whether every required column stands there, once. */
    boolean fits() {
      return header.fits();
    }

    /** How many columns of the contract stand there. */
    int columns() {
      return header.columns();
    }
  }

  /** The header among these records; empty where there are none. */
  Optional<Found> among(List<CellRecord> records) {
    List<List<String>> rows = records.stream().map(record -> record.texts(LONGEST)).toList();
    Optional<Found> best = Optional.empty();
    for (int first = 0; first < rows.size(); first++) {
      for (int depth = 1; depth <= Math.min(DEEPEST, rows.size() - first); depth++) {
        Found found = found(records, rows, first, depth);
        if (isUnsurpassed(found)) {
          return Optional.of(found);
        }
        if (best.isEmpty() || BETTER.compare(found, best.get()) > 0) {
          best = Optional.of(found);
        }
      }
    }
    return best;
  }

  private boolean isUnsurpassed(Found found) {
    return found.depth() == 1 && found.columns() == plan.columns().size() && found.fits();
  }

  /**
   * The one that fits, then the one with more columns, then the flattest, for a title above is no
   * part of it; of equal ones the first.
   */
  private static final Comparator<Found> BETTER =
      Comparator.comparing(Found::fits)
          .thenComparing(Found::columns)
          .thenComparing(Comparator.comparingInt(Found::depth).reversed());

  private Found found(List<CellRecord> records, List<List<String>> rows, int first, int depth) {
    Header header = Header.of(names(rows.subList(first, first + depth)), plan, columnOfName);
    return new Found(first, records.get(first).row(), depth, header);
  }

  /** What stands above one column, from top to bottom. */
  private static List<List<String>> names(List<List<String>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> names = new ArrayList<>();
    String[] above = new String[rows.size()];
    for (int field = 0; field < width; field++) {
      List<String> parts = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        String cell = field < rows.get(row).size() ? rows.get(row).get(field) : "";
        boolean spans = cell.isEmpty() && row < rows.size() - 1 && !isBlankAbove(rows, row, field);
        above[row] = spans && above[row] != null ? above[row] : cell;
        if (!above[row].isEmpty()) {
          parts.add(above[row]);
        }
      }
      names.add(parts);
    }
    return names;
  }

  /** A cell without anything below it in the header belongs to no group that spans columns. */
  private static boolean isBlankAbove(List<List<String>> rows, int row, int field) {
    return IntStream.range(row + 1, rows.size())
        .allMatch(below -> field >= rows.get(below).size() || rows.get(below).get(field).isEmpty());
  }
}

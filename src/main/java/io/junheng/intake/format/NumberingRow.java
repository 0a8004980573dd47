package io.junheng.intake.format;

import java.util.List;
import java.util.Set;

/**
 * Tells the row below the header in which forms number their columns: 1 2 3 4 …, or 甲 乙 1 2 … for
 * columns of words before columns of figures.
 */
final class NumberingRow {
  private static final Set<String> STEMS = Set.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");
  private static final int FEWEST = 3;
  private static final int LONGEST = 8;

  private NumberingRow() {}

  static boolean is(CellRecord record) {
    List<String> cells =
        record.texts(LONGEST).stream()
            .map(HeaderName::normal)
            .filter(cell -> !cell.isEmpty())
            .toList();
    int next = 1;
    for (String cell : cells) {
      boolean isStem = next == 1 && STEMS.contains(cell);
      if (!isStem && !cell.equals(Integer.toString(next++))) {
        return false;
      }
    }
    return cells.size() >= FEWEST && next > 2;
  }
}

package io.junheng.intake.format;

import java.util.Set;

/** Tells rows that sum up the others: their first cell with anything in it says so. */
final class TotalsRow {
  private static final Set<String> WORDS =
      Set.of("合计", "总计", "共计", "总合计", "全县合计", "全区合计", "全市合计", "小计", "total", "sum");
  private static final int LONGEST = 12;

  private TotalsRow() {}

  static boolean is(CellRecord record) {
    for (int field = 0; field < record.fields(); field++) {
      int start = record.start(field);
      int end = record.end(field, start);
      if (end > start) {
        return mayBe(record.chars()[start], end - start)
            && WORDS.contains(withoutColon(HeaderName.normal(record.text(field))));
      }
    }
    return false;
  }

  private static boolean mayBe(char first, int length) {
    return length <= LONGEST && "合总共全小tTsS".indexOf(first) >= 0;
  }

  private static String withoutColon(String word) {
    return word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
  }
}

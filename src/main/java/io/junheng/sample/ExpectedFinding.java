package io.junheng.sample;

import java.util.Comparator;

/**
 * What intake must find. A line of {@code expected-findings.csv}.
 *
 * @param file path below the landing folder
 * @param row row of the file as a spreadsheet counts it, the header being row 1; 0: the file as a
 *     whole
 * @param column delivered name; empty where the row as a whole is meant
 * @param rule code of the rule or id of the contract's check
 */
public record ExpectedFinding(String file, long row, String column, String rule)
    implements Comparable<ExpectedFinding> {
  private static final Comparator<ExpectedFinding> ORDER =
      Comparator.comparing(ExpectedFinding::file)
          .thenComparing(ExpectedFinding::row)
          .thenComparing(ExpectedFinding::column)
          .thenComparing(ExpectedFinding::rule);

  @Override
  public int compareTo(ExpectedFinding other) {
    return ORDER.compare(this, other);
  }

  String line() {
    return String.join(",", file, row == 0 ? "" : Long.toString(row), column, rule);
  }
}

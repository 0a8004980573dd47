package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.table.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What {@code ops.finding} is to hold after an intake: what was found now, since when; what a newer
 * delivery has put right, as {@code solved}; and all that this intake did not look at.
 *
 * @param standing rows of the periods that the intake touched
 * @param found rows of this intake
 * @param looked the deliveries that were looked at, by {@link #place}
 * @param taken those of them that were accepted
 */
record DeliveryFindings(
    List<Row> standing, List<Row> found, Set<String> looked, Set<String> taken) {
  private static final String SOLVED = "solved";
  // Findings about a county as a whole are renewed by those who made them, once its rows change: a
  // refused delivery changes none.
  private static final String WHOLE_COUNTY = "county";

  /** Dataset, period and county as one text. */
  static String place(String dataset, Period period, String county) {
    return dataset + "|" + period + "|" + county;
  }

  /** All rows. */
  List<Row> rows() {
    Map<String, Row> before =
        standing.stream()
            .collect(Collectors.toMap(DeliveryFindings::key, row -> row, (first, second) -> first));
    List<Row> rows = new ArrayList<>();
    for (Row row : found) {
      Row earlier = before.get(key(row));
      rows.add(
          earlier == null
              ? row
              : with(row, Finding.FIRST_SEEN, earlier.get(Finding.FIRST_SEEN.ordinal())));
    }
    Set<String> keys = found.stream().map(DeliveryFindings::key).collect(Collectors.toSet());
    for (Row row : standing) {
      boolean stands = !isOfDelivery(row) && !taken.contains(place(row));
      if (!looked.contains(place(row)) || (stands && !keys.contains(key(row)))) {
        rows.add(row);
      } else if (isOfDelivery(row) && taken.contains(place(row)) && !keys.contains(key(row))) {
        rows.add(with(row, Finding.STATUS, SOLVED));
      }
    }
    return rows;
  }

  /** Rules that were open and that a newer delivery does not break, by delivery. */
  Map<String, SortedSet<String>> solved() {
    Map<String, SortedSet<String>> solved = new HashMap<>();
    Set<String> keys = found.stream().map(DeliveryFindings::key).collect(Collectors.toSet());
    for (Row row : standing) {
      boolean isNewlySolved =
          isOfDelivery(row)
              && taken.contains(place(row))
              && !keys.contains(key(row))
              && !row.getString(Finding.STATUS.ordinal()).equals(SOLVED);
      if (isNewlySolved) {
        solved
            .computeIfAbsent(place(row), any -> new TreeSet<>())
            .add(row.getString(Finding.RULE.ordinal()));
      }
    }
    return solved;
  }

  private static boolean isOfDelivery(Row row) {
    return !row.getString(Finding.CHECK_SCOPE.ordinal()).equals(WHOLE_COUNTY);
  }

  private static String place(Row row) {
    return place(
        row.getString(Finding.DATASET.ordinal()),
        new Period(row.getInt(Finding.PERIOD.ordinal())),
        row.getString(Finding.COUNTY_CODE.ordinal()));
  }

  private static String key(Row row) {
    return place(row)
        + "|"
        + row.getString(Finding.RULE.ordinal())
        + "|"
        + row.getString(Finding.CHECK_SCOPE.ordinal());
  }

  private static Row with(Row row, Finding column, Object value) {
    return RowFactory.create(
        IntStream.range(0, row.size())
            .mapToObj(i -> i == column.ordinal() ? value : row.get(i))
            .toArray());
  }
}

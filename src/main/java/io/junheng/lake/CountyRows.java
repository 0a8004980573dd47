package io.junheng.lake;

import io.junheng.definition.Period;
import java.util.List;
import java.util.Map;

/**
 * Rows of a table of silver that are read for some counties.
 *
 * @param told periods that are read, and each one's number in the rows that come of it: another
 *     where a year is held against the one before
 * @param columns of the rows; the county's code and the period come last
 */
public record CountyRows(StoredTable table, Map<Period, Period> told, List<String> columns) {
  public CountyRows {
    told = Map.copyOf(told);
    columns = List.copyOf(columns);
    if (!columns
        .subList(columns.size() - 2, columns.size())
        .equals(List.of(Staging.COUNTY_CODE, "period"))) {
      throw new IllegalArgumentException("county and period come last, not " + columns);
    }
  }
}

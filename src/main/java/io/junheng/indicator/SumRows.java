package io.junheng.indicator;

import io.junheng.dispersion.Spread;
import io.junheng.table.SchoolSum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * The sums of schools as rows of {@code ops.school_sum}, and back: exact, so that it makes no
 * difference which counties were summed just now.
 */
public final class SumRows {
  private SumRows() {}

  /** Rows of {@code school_sum}. */
  public static List<Map<SchoolSum, Object>> of(SumSchools.Sums sums) {
    List<Map<SchoolSum, Object>> rows = new ArrayList<>();
    sums.schools()
        .forEach((unit, count) -> row(unit, "", "", rows).put(SchoolSum.SCHOOL_COUNT, count));
    sums.sides()
        .forEach(
            (unit, sides) -> {
              Map<SchoolSum, Object> row = row(unit, "", "", rows);
              row.put(SchoolSum.ABOVE, sides.above);
              row.put(SchoolSum.LARGEST, sides.largest);
              row.put(SchoolSum.BELOW, sides.below);
              row.put(SchoolSum.COVERED, sides.covered);
              row.put(SchoolSum.CONCERNED, sides.concerned);
            });
    sums.spreads()
        .forEach(
            (group, spread) -> {
              Map<SchoolSum, Object> row = row(group.unit(), group.grouping(), group.name(), rows);
              row.put(SchoolSum.WEIGHT, spread.weight());
              row.put(SchoolSum.MEAN, spread.mean());
              row.put(SchoolSum.LOG_DEVIATION, orNull(spread.logDeviation()));
              row.put(SchoolSum.THEIL, orNull(spread.theil()));
              row.put(SchoolSum.VARIANCE, spread.variance());
            });
    return rows;
  }

  private static Map<SchoolSum, Object> row(
      Unit unit, String grouping, String group, List<Map<SchoolSum, Object>> rows) {
    Map<SchoolSum, Object> row = new EnumMap<>(SchoolSum.class);
    row.put(SchoolSum.PERIOD, unit.period());
    row.put(SchoolSum.COUNTY_CODE, unit.area());
    row.put(SchoolSum.STAGE, unit.stage());
    row.put(SchoolSum.INDICATOR, unit.indicator());
    row.put(SchoolSum.GROUPING, grouping);
    row.put(SchoolSum.SCHOOL_GROUP, group);
    rows.add(row);
    return row;
  }

  /** The sums that rows of {@code school_sum} tell. */
  public static SumSchools.Sums sums(Collection<Row> rows) {
    SumSchools.Sums sums = new SumSchools.Sums();
    for (Row row : rows) {
      Unit unit =
          new Unit(
              row.getInt(SchoolSum.PERIOD.ordinal()),
              row.getString(SchoolSum.COUNTY_CODE.ordinal()),
              row.getString(SchoolSum.STAGE.ordinal()),
              row.getString(SchoolSum.INDICATOR.ordinal()));
      String grouping = row.getString(SchoolSum.GROUPING.ordinal());
      if (unit.indicator().isEmpty()) {
        sums.schools().put(unit, row.getInt(SchoolSum.SCHOOL_COUNT.ordinal()));
      } else if (grouping.isEmpty()) {
        sums.sides().put(unit, sides(row));
      } else {
        String group = row.getString(SchoolSum.SCHOOL_GROUP.ordinal());
        sums.spreads().put(new SumSchools.Group(unit, grouping, group), spread(row));
      }
    }
    return sums;
  }

  private static Sides sides(Row row) {
    Sides sides = new Sides();
    sides.above = row.getDecimal(SchoolSum.ABOVE.ordinal());
    sides.largest = row.getDecimal(SchoolSum.LARGEST.ordinal());
    sides.below = row.getDecimal(SchoolSum.BELOW.ordinal());
    sides.covered = row.getDecimal(SchoolSum.COVERED.ordinal());
    sides.concerned = row.getDecimal(SchoolSum.CONCERNED.ordinal());
    return sides;
  }

  private static Spread spread(Row row) {
    return new Spread(
        row.getDouble(SchoolSum.WEIGHT.ordinal()),
        row.getDouble(SchoolSum.MEAN.ordinal()),
        orNaN(row, SchoolSum.LOG_DEVIATION),
        orNaN(row, SchoolSum.THEIL),
        row.getDouble(SchoolSum.VARIANCE.ordinal()));
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static double orNaN(Row row, SchoolSum column) {
    return row.isNullAt(column.ordinal()) ? Double.NaN : row.getDouble(column.ordinal());
  }
}

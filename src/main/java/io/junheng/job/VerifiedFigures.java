package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.release.GateItem;
import io.junheng.release.GateItem.Rule;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Verification;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Figures that were looked at on the spot, beside those that were reported. */
record VerifiedFigures(SmallTables tables) {
  /** A figure of a school. */
  record Figure(Period period, String county, String school, String stage, String measure) {
    String place() {
      return String.join("/", period.toString(), county, school, stage, measure);
    }
  }

  /**
   * Verified values that differ from the reported ones, which still stand in gold, be it beside
   * what a signed form states.
   */
  List<GateItem> unsettled(Collection<Period> periods) {
    Map<Figure, Row> differing = new HashMap<>();
    tables.read(Verification.TABLE, periods).stream()
        .sorted(Comparator.comparing(row -> row.getString(Verification.VERIFICATION_ID.ordinal())))
        .forEach(row -> differing.put(figure(row), row));
    differing.values().removeIf(VerifiedFigures::isConfirmed);
    Map<Figure, Now> now = now(differing.keySet());
    return differing.entrySet().stream()
        .filter(entry -> isUnsettled(now.get(entry.getKey()), entry.getValue()))
        .map(
            entry ->
                new GateItem(
                    Rule.UNSETTLED_VERIFICATION,
                    entry.getKey().place(),
                    new Text(
                        "核实值与上报值不符,报送尚未更正",
                        "the verified value differs and the delivery is not corrected yet")))
        .toList();
  }

  private static boolean isUnsettled(Now now, Row verified) {
    BigDecimal reported = reported(verified);
    return now == null
        ? reported == null
        : isSame(now.value(), reported)
            || (now.recorded() != null
                && isSame(now.recorded(), reported)
                && !isSame(now.value(), verified(verified)));
  }

  private static Figure figure(Row row) {
    return new Figure(
        new Period(row.getInt(Verification.PERIOD.ordinal())),
        row.getString(Verification.COUNTY_CODE.ordinal()),
        row.getString(Verification.SCHOOL_CODE.ordinal()),
        row.getString(Verification.STAGE.ordinal()),
        row.getString(Verification.MEASURE.ordinal()));
  }

  private static boolean isConfirmed(Row row) {
    return isSame(reported(row), verified(row));
  }

  private static BigDecimal verified(Row row) {
    return row.getDecimal(Verification.VERIFIED_VALUE.ordinal());
  }

  private static BigDecimal reported(Row row) {
    return row.getDecimal(Verification.REPORTED_VALUE.ordinal());
  }

  private static boolean isSame(BigDecimal one, BigDecimal other) {
    boolean isOneMissing = one == null || other == null;
    return isOneMissing ? one == null && other == null : one.compareTo(other) == 0;
  }

  /** What gold holds of a figure; empty where it holds nothing. */
  Optional<BigDecimal> reported(Figure figure) {
    return Optional.ofNullable(now(Set.of(figure)).get(figure)).map(Now::value);
  }

  /** What gold holds: the figure that stands, and that of the records where a form decided. */
  private record Now(BigDecimal value, BigDecimal recorded) {}

  private Map<Figure, Now> now(Set<Figure> wanted) {
    Map<Figure, Now> values = new HashMap<>();
    if (!wanted.isEmpty()) {
      tables.forEach(
          SchoolMeasure.TABLE,
          wanted.stream().map(Figure::period).distinct().toList(),
          row -> {
            Figure figure =
                new Figure(
                    new Period(row.getInt(SchoolMeasure.PERIOD.ordinal())),
                    row.getString(SchoolMeasure.COUNTY_CODE.ordinal()),
                    row.getString(SchoolMeasure.SCHOOL_CODE.ordinal()),
                    row.getString(SchoolMeasure.STAGE.ordinal()),
                    row.getString(SchoolMeasure.MEASURE.ordinal()));
            if (wanted.contains(figure)) {
              values.put(
                  figure,
                  new Now(
                      row.getDecimal(SchoolMeasure.VALUE.ordinal()),
                      row.getDecimal(SchoolMeasure.RECORDED_VALUE.ordinal())));
            }
          });
    }
    return values;
  }
}

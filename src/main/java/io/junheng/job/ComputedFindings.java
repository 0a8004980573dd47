package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.TableRow;
import io.junheng.table.Finding;
import io.junheng.table.TableColumn;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Findings of one rule that come to light only when gold is computed: warnings, one for each
 * period, county and dataset. They take the place of those of earlier computations and keep the day
 * on which they were first seen.
 */
record ComputedFindings(Lake lake, String runId, String rule) {
  private static final String SCOPE = "county";

  /** How many examples a finding names. */
  private static final int EXAMPLES = 3;

  /** The first of the examples, in their order. */
  static String examples(List<String> all) {
    return all.stream().limit(EXAMPLES).collect(Collectors.joining("; "));
  }

  record Found(
      int period,
      String county,
      String dataset,
      long checked,
      long failed,
      String examples,
      Text message)
      implements Serializable {
    private Key key() {
      return new Key(period, county, dataset);
    }
  }

  private record Key(int period, String county, String dataset) {
    static Key of(Row finding) {
      return new Key(
          finding.getInt(Finding.PERIOD.ordinal()),
          finding.getString(Finding.COUNTY_CODE.ordinal()),
          finding.getString(Finding.DATASET.ordinal()));
    }
  }

  /**
   * Puts findings in place of those of a part; others stay. Writes only if there are any, or were.
   */
  void replace(CountyPart part, List<Found> found, LocalDate today) {
    Predicate<Row> isReplaced = finding -> isOurs(finding) && isOf(part, finding);
    boolean isKnown =
        lake.small().read(Finding.TABLE, part.periods()).stream().anyMatch(isReplaced);
    if (!found.isEmpty() || isKnown) {
      lake.update(
          Finding.TABLE, part.periods(), standing -> renewed(standing, isReplaced, found, today));
    }
  }

  private static boolean isOf(CountyPart part, Row finding) {
    return part.has(
        finding.getInt(Finding.PERIOD.ordinal()), finding.getString(Finding.COUNTY_CODE.ordinal()));
  }

  private List<Row> renewed(
      List<Row> standing, Predicate<Row> isReplaced, List<Found> found, LocalDate today) {
    Map<Boolean, List<Row>> known =
        standing.stream().collect(Collectors.partitioningBy(isReplaced));
    Map<Key, LocalDate> firstSeen = new HashMap<>();
    for (Row row : known.get(true)) {
      firstSeen.put(Key.of(row), row.getDate(Finding.FIRST_SEEN.ordinal()).toLocalDate());
    }
    List<Row> rows = new ArrayList<>(known.get(false));
    for (Found each : found) {
      rows.add(row(each, firstSeen.getOrDefault(each.key(), today)));
    }
    return rows;
  }

  private boolean isOurs(Row finding) {
    return finding.getString(Finding.RULE.ordinal()).equals(rule);
  }

  private Row row(Found found, LocalDate firstSeen) {
    Map<TableColumn, Object> values = new HashMap<>();
    values.put(Finding.PERIOD, found.period());
    values.put(Finding.COUNTY_CODE, found.county());
    values.put(Finding.DATASET, found.dataset());
    values.put(Finding.RULE, rule);
    values.put(Finding.CHECK_SCOPE, SCOPE);
    values.put(Finding.SEVERITY, "warning");
    values.put(Finding.STATUS, "open");
    values.put(Finding.CHECKED, found.checked());
    values.put(Finding.FAILED, found.failed());
    values.put(Finding.EXAMPLES, found.examples());
    values.put(Finding.MESSAGE_ZH, found.message().zh());
    values.put(Finding.MESSAGE_EN, found.message().en());
    values.put(Finding.FIRST_SEEN, firstSeen);
    values.put(Finding.RUN_ID, runId);
    return TableRow.of(Finding.TABLE, values);
  }
}

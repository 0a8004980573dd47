package io.junheng.job;

import static org.apache.spark.sql.functions.col;

import io.junheng.assessment.PreviousResult;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** What stands in the lake for periods before those of a run: places and scores to compare with. */
final class EarlierResults {
  private final List<Row> places;
  private final List<Row> scores;

  EarlierResults(Lake lake, Collection<Period> periods) {
    this.places =
        rows(
            lake,
            CountyRanking.TABLE,
            periods,
            CountyRanking.SUBJECT,
            CountyRanking.AREA_SET,
            CountyRanking.PERIOD,
            CountyRanking.COUNTY_CODE,
            CountyRanking.RANK_NO,
            CountyRanking.EDITION);
    this.scores =
        rows(
            lake,
            CountyScore.TABLE,
            periods,
            CountyScore.FRAMEWORK,
            CountyScore.PERIOD,
            CountyScore.COUNTY_CODE,
            CountyScore.NODE,
            CountyScore.SCORE);
  }

  private static List<Row> rows(
      Lake lake, Table table, Collection<Period> periods, TableColumn... columns) {
    if (periods.isEmpty() || !lake.exists(table)) {
      return List.of();
    }
    return lake.read(table, periods)
        .select(
            Arrays.stream(columns).map(column -> col(column.columnName())).toArray(Column[]::new))
        .collectAsList();
  }

  /** By period; a period of which the framework says nothing is not there. */
  Map<Period, PreviousResult> of(Framework framework) {
    Map<Period, PreviousResult> results = new HashMap<>();
    places.stream()
        .filter(row -> row.getString(0).equals(framework.id()))
        .filter(row -> row.getString(1).equals(framework.head().areaSet()))
        .collect(Collectors.groupingBy(row -> new Period(row.getInt(2))))
        .forEach(
            (period, rows) ->
                results.put(
                    period,
                    new PreviousResult(
                        rows.get(0).getString(5),
                        period.referenceDate(),
                        places(rows),
                        scores(framework, period))));
    return results;
  }

  private static Map<String, Optional<BigDecimal>> places(List<Row> rows) {
    Map<String, Optional<BigDecimal>> places = new TreeMap<>();
    for (Row row : rows) {
      places.put(
          row.getString(3),
          row.isNullAt(4) ? Optional.empty() : Optional.of(BigDecimal.valueOf(row.getInt(4))));
    }
    return places;
  }

  private Map<String, Map<String, BigDecimal>> scores(Framework framework, Period period) {
    Map<String, Map<String, BigDecimal>> byCounty = new HashMap<>();
    for (Row row : scores) {
      if (row.getString(0).equals(framework.id())
          && row.getInt(1) == period.number()
          && !row.isNullAt(4)) {
        byCounty
            .computeIfAbsent(row.getString(2), county -> new HashMap<>())
            .put(row.getString(3), row.getDecimal(4));
      }
    }
    return byCounty;
  }
}

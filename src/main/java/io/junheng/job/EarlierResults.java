package io.junheng.job;

import io.junheng.assessment.PreviousResult;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What stands in the lake for periods before those of a run: places and scores to compare with. */
final class EarlierResults {
  private final List<Row> places;
  private final List<Row> scores;

  EarlierResults(Lake lake, Collection<Period> periods) {
    this.places = lake.small().read(CountyRanking.TABLE, periods);
    this.scores = lake.small().read(CountyScore.TABLE, periods);
  }

  /** By period; a period of which the framework says nothing is not there. */
  Map<Period, PreviousResult> of(Framework framework) {
    Map<Period, PreviousResult> results = new HashMap<>();
    places.stream()
        .filter(row -> row.getString(CountyRanking.SUBJECT.ordinal()).equals(framework.subject()))
        .filter(
            row ->
                row.getString(CountyRanking.AREA_SET.ordinal()).equals(framework.head().areaSet()))
        .collect(
            Collectors.groupingBy(row -> new Period(row.getInt(CountyRanking.PERIOD.ordinal()))))
        .forEach(
            (period, rows) ->
                results.put(
                    period,
                    new PreviousResult(
                        rows.get(0).getString(CountyRanking.EDITION.ordinal()),
                        period.referenceDate(),
                        places(rows),
                        scores(framework, period))));
    return results;
  }

  private static Map<String, Optional<BigDecimal>> places(List<Row> rows) {
    Map<String, Optional<BigDecimal>> places = new TreeMap<>();
    int rank = CountyRanking.RANK_NO.ordinal();
    for (Row row : rows) {
      places.put(
          row.getString(CountyRanking.COUNTY_CODE.ordinal()),
          row.isNullAt(rank)
              ? Optional.empty()
              : Optional.of(BigDecimal.valueOf(row.getInt(rank))));
    }
    return places;
  }

  private Map<String, Map<String, BigDecimal>> scores(Framework framework, Period period) {
    Map<String, Map<String, BigDecimal>> byCounty = new HashMap<>();
    int score = CountyScore.SCORE.ordinal();
    for (Row row : scores) {
      if (row.getString(CountyScore.FRAMEWORK.ordinal()).equals(framework.id())
          && row.getInt(CountyScore.PERIOD.ordinal()) == period.number()
          && !row.isNullAt(score)) {
        byCounty
            .computeIfAbsent(
                row.getString(CountyScore.COUNTY_CODE.ordinal()), county -> new HashMap<>())
            .put(row.getString(CountyScore.NODE.ordinal()), row.getDecimal(score));
      }
    }
    return byCounty;
  }
}

package io.junheng.publication.site;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.CountyRanking;
import io.junheng.table.LeagueTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The league tables: one file for each framework and period. */
record LeagueData(Gold gold) {
  /**
   * @param lines one for each county and set of areas
   * @param peers places within the peer group, of counties that have one
   */
  record Content(Grid lines, Grid peers) {}

  /** By name: {@code league/FRAMEWORK-PERIOD}. */
  Map<String, Content> files(Period period) {
    Map<String, List<Row>> places =
        gold.rows(CountyRanking.TABLE, period).stream()
            .filter(row -> Cells.text(row, CountyRanking.PEER_GROUP).isPresent())
            .collect(Collectors.groupingBy(row -> Cells.code(row, CountyRanking.SUBJECT)));
    Map<String, Content> files = new TreeMap<>();
    gold.rows(LeagueTable.TABLE, period).stream()
        .collect(Collectors.groupingBy(row -> Cells.code(row, LeagueTable.FRAMEWORK)))
        .forEach(
            (framework, lines) ->
                files.put(
                    "league/%s-%s".formatted(Codes.file(framework), period),
                    new Content(lines(lines), peers(places.getOrDefault(framework, List.of())))));
    return files;
  }

  private static Grid lines(List<Row> rows) {
    return Grid.of(
        rows,
        LeagueTable.AREA_SET,
        LeagueTable.COUNTY_CODE,
        LeagueTable.RANK_NO,
        LeagueTable.RANK_OF,
        LeagueTable.TIE_COUNT,
        LeagueTable.PREVIOUS_RANK_NO,
        LeagueTable.RANK_CHANGE,
        LeagueTable.CHANGE_STATUS,
        LeagueTable.RANK_LOW,
        LeagueTable.RANK_HIGH,
        LeagueTable.VERDICT,
        LeagueTable.SCORE,
        LeagueTable.GRADE_BAND,
        LeagueTable.MET_COUNT,
        LeagueTable.OF_COUNT,
        LeagueTable.COMPOSITE_CV_PRIMARY,
        LeagueTable.COMPOSITE_CV_JUNIOR,
        LeagueTable.WORST_CV_PRIMARY,
        LeagueTable.WORST_CV_INDICATOR_PRIMARY,
        LeagueTable.CV_LIMIT_PRIMARY,
        LeagueTable.WORST_CV_JUNIOR,
        LeagueTable.WORST_CV_INDICATOR_JUNIOR,
        LeagueTable.CV_LIMIT_JUNIOR,
        LeagueTable.BLOCKING_ITEMS,
        LeagueTable.OBS_STATUS);
  }

  private static Grid peers(List<Row> rows) {
    return Grid.of(
        rows,
        CountyRanking.AREA_SET,
        CountyRanking.COUNTY_CODE,
        CountyRanking.PEER_GROUP,
        CountyRanking.PEER_RANK_NO,
        CountyRanking.PEER_RANK_OF);
  }
}

package io.junheng.publication.disclosure;

import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.LeagueTable;
import io.junheng.table.TableColumn;
import java.util.List;

/** What is left of a county's result where only its grade is disclosed. */
final class GradeColumns {
  static final List<TableColumn> LEAGUE =
      List.of(
          LeagueTable.PERIOD,
          LeagueTable.FRAMEWORK,
          LeagueTable.AREA_SET,
          LeagueTable.COUNTY_CODE,
          LeagueTable.RANK_OFFICIAL,
          LeagueTable.COUNTY_NAME_ZH,
          LeagueTable.COUNTY_NAME_EN,
          LeagueTable.CITY_CODE,
          LeagueTable.CITY_NAME_ZH,
          LeagueTable.CITY_NAME_EN,
          LeagueTable.VERDICT,
          LeagueTable.GRADE_BAND,
          LeagueTable.ORIGIN,
          LeagueTable.DATA_LABEL);

  static final List<TableColumn> VERDICT =
      List.of(
          CountyVerdict.PERIOD,
          CountyVerdict.FRAMEWORK,
          CountyVerdict.COUNTY_CODE,
          CountyVerdict.VERDICT,
          CountyVerdict.PASS_CLASS,
          CountyVerdict.DATA_LABEL);

  static final List<TableColumn> SCORE =
      List.of(
          CountyScore.PERIOD,
          CountyScore.FRAMEWORK,
          CountyScore.COUNTY_CODE,
          CountyScore.NODE,
          CountyScore.MAX_SCORE,
          CountyScore.GRADE_BAND,
          CountyScore.ORIGIN,
          CountyScore.DATA_LABEL);

  private GradeColumns() {}
}

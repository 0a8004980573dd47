package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyMeasure;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimSchool;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolVerdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What is told of each county: one file for each period, one for the way over the periods. */
final class CountyData {
  /** What a profile says of a county's size. */
  private static final Set<String> SIZE = Set.of("pupils", "teachers", "classes");

  private final Gold gold;
  private final PublishedAreas areas;
  private final Set<String> spread;

  CountyData(Gold gold, Catalogue catalogue, PublishedAreas areas) {
    this.gold = gold;
    this.areas = areas;
    this.spread =
        catalogue.indicators().stream()
            .map(indicator -> indicator.formula())
            .filter(Formula.Dispersion.class::isInstance)
            .map(formula -> ((Formula.Dispersion) formula).of())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A county in one period.
   *
   * @param values of schools, of the indicators whose spread is measured
   * @param gaps tests that a school does not meet, or of which it is unknown
   */
  record OfPeriod(
      Grid verdicts,
      Grid items,
      Grid scores,
      Grid targets,
      Grid dispersions,
      Grid schools,
      Grid values,
      Grid schoolVerdicts,
      Grid gaps) {}

  /** A county over all periods. */
  record OverPeriods(Grid places, Grid indicators, Grid size) {}

  /** By name: {@code county/CODE-PERIOD}; each is made when it is asked for. */
  Map<String, Supplier<OfPeriod>> files(Period period) {
    ByCounty verdicts =
        ByCounty.of(
            gold.rows(CountyVerdict.TABLE, period),
            CountyVerdict.COUNTY_CODE,
            CountyVerdict.FRAMEWORK,
            CountyVerdict.MET_COUNT,
            CountyVerdict.PARTLY_MET_COUNT,
            CountyVerdict.NOT_MET_COUNT,
            CountyVerdict.UNKNOWN_COUNT,
            CountyVerdict.OF_COUNT,
            CountyVerdict.VETO_HIT,
            CountyVerdict.PRECONDITION_FAILED,
            CountyVerdict.VERDICT,
            CountyVerdict.PASS_CLASS,
            CountyVerdict.BLOCKING_ITEMS);
    ByCounty items = items(period);
    ByCounty scores =
        ByCounty.of(
            gold.rows(CountyScore.TABLE, period),
            CountyScore.COUNTY_CODE,
            CountyScore.FRAMEWORK,
            CountyScore.NODE,
            CountyScore.RAW_VALUE,
            CountyScore.POINTS,
            CountyScore.SCORE,
            CountyScore.SCORE_LOW,
            CountyScore.SCORE_HIGH,
            CountyScore.MAX_SCORE,
            CountyScore.BONUS,
            CountyScore.GRADE_BAND,
            CountyScore.CHANGE,
            CountyScore.OBS_STATUS);
    ByCounty targets = new TargetData(gold).ofCounties(period);
    ByCounty dispersions =
        ByCounty.of(
            gold.rows(CountyDispersion.TABLE, period),
            CountyDispersion.COUNTY_CODE,
            CountyDispersion.STAGE,
            CountyDispersion.INDICATOR,
            CountyDispersion.CV,
            CountyDispersion.WEIGHTED_MEAN,
            CountyDispersion.WEIGHTED_SD,
            CountyDispersion.SCHOOL_COUNT,
            CountyDispersion.EXCLUDED_COUNT,
            CountyDispersion.LARGEST_CONTRIBUTOR,
            CountyDispersion.OBS_STATUS);
    ByCounty schools =
        ByCounty.of(
            gold.rows(DimSchool.TABLE, period),
            DimSchool.COUNTY_CODE,
            DimSchool.SCHOOL_CODE,
            DimSchool.NAME_ZH,
            DimSchool.NAME_EN,
            DimSchool.SCHOOL_TYPE,
            DimSchool.URBAN_RURAL,
            DimSchool.OWNERSHIP,
            DimSchool.STAGES);
    ByCounty values =
        ByCounty.of(
            gold.rows(SchoolIndicator.TABLE, period),
            SchoolIndicator.COUNTY_CODE,
            SchoolIndicator.SCHOOL_CODE,
            SchoolIndicator.STAGE,
            SchoolIndicator.INDICATOR,
            SchoolIndicator.VALUE,
            SchoolIndicator.PUPILS,
            SchoolIndicator.CONF_STATUS);
    ByCounty schoolVerdicts =
        ByCounty.of(
            gold.rows(SchoolVerdict.TABLE, period),
            SchoolVerdict.COUNTY_CODE,
            SchoolVerdict.FRAMEWORK,
            SchoolVerdict.SCHOOL_CODE,
            SchoolVerdict.STAGE,
            SchoolVerdict.MET_COUNT,
            SchoolVerdict.OF_COUNT,
            SchoolVerdict.IS_PASSED);
    ByCounty gaps =
        ByCounty.of(
            gold.rows(SchoolItem.TABLE, period),
            SchoolItem.COUNTY_CODE,
            SchoolItem.FRAMEWORK,
            SchoolItem.SCHOOL_CODE,
            SchoolItem.STAGE,
            SchoolItem.ITEM,
            SchoolItem.TEST,
            SchoolItem.VALUE,
            SchoolItem.STANDARD,
            SchoolItem.IS_MET,
            SchoolItem.GAP,
            SchoolItem.SHORTFALL_QTY,
            SchoolItem.SHORTFALL_UNIT);
    Map<String, Supplier<OfPeriod>> files = new LinkedHashMap<>();
    for (String county : areas.counties()) {
      files.put(
          "county/%s-%s".formatted(Codes.file(county), period),
          () ->
              new OfPeriod(
                  verdicts.of(county),
                  items.of(county),
                  scores.of(county),
                  targets.of(county),
                  dispersions.of(county),
                  schools.of(county),
                  values.of(county, this::isSpread),
                  schoolVerdicts.of(county),
                  gaps.of(county, CountyData::isOpen)));
    }
    return files;
  }

  private ByCounty items(Period period) {
    return ByCounty.of(
        gold.rows(FrameworkItemResult.TABLE, period),
        FrameworkItemResult.COUNTY_CODE,
        FrameworkItemResult.FRAMEWORK,
        FrameworkItemResult.ITEM,
        FrameworkItemResult.TEST,
        FrameworkItemResult.STAGE,
        FrameworkItemResult.INDICATOR,
        FrameworkItemResult.GRADE,
        FrameworkItemResult.VALUE,
        FrameworkItemResult.DISPLAYED_VALUE,
        FrameworkItemResult.STANDARD,
        FrameworkItemResult.GAP,
        FrameworkItemResult.POINTS,
        FrameworkItemResult.POINTS_LOST,
        FrameworkItemResult.EVIDENCE,
        FrameworkItemResult.NOTE,
        FrameworkItemResult.NOTE_EN,
        FrameworkItemResult.DECIDED_BY_ROUNDING);
  }

  private boolean isSpread(Row row) {
    return spread.contains(Cells.code(row, SchoolIndicator.INDICATOR));
  }

  private static boolean isOpen(Row row) {
    return !Cells.flag(row, SchoolItem.IS_MET).orElse(false);
  }

  /** By name: {@code county/CODE}. */
  Map<String, Supplier<OverPeriods>> overPeriods() {
    ByCounty places =
        ByCounty.of(
            gold.rows(LeagueTable.TABLE),
            LeagueTable.COUNTY_CODE,
            LeagueTable.PERIOD,
            LeagueTable.FRAMEWORK,
            LeagueTable.AREA_SET,
            LeagueTable.RANK_NO,
            LeagueTable.RANK_OF,
            LeagueTable.RANK_LOW,
            LeagueTable.RANK_HIGH,
            LeagueTable.RANK_CHANGE,
            LeagueTable.CHANGE_STATUS,
            LeagueTable.VERDICT,
            LeagueTable.SCORE,
            LeagueTable.GRADE_BAND,
            LeagueTable.MET_COUNT,
            LeagueTable.OF_COUNT);
    ByCounty indicators =
        ByCounty.of(
            gold.rows(CountyIndicator.TABLE),
            CountyIndicator.AREA_CODE,
            CountyIndicator.PERIOD,
            CountyIndicator.STAGE,
            CountyIndicator.INDICATOR,
            CountyIndicator.BREAKDOWN,
            CountyIndicator.VALUE,
            CountyIndicator.PROVINCE_VALUE,
            CountyIndicator.COUNTY_MEDIAN,
            CountyIndicator.CHANGE,
            CountyIndicator.CHANGE_STATUS,
            CountyIndicator.OBS_STATUS,
            CountyIndicator.CONF_STATUS);
    ByCounty size =
        ByCounty.of(
            gold.rows(CountyMeasure.TABLE),
            CountyMeasure.COUNTY_CODE,
            CountyMeasure.PERIOD,
            CountyMeasure.STAGE,
            CountyMeasure.MEASURE,
            CountyMeasure.VALUE);
    Map<String, Supplier<OverPeriods>> files = new LinkedHashMap<>();
    for (String county : areas.counties()) {
      files.put(
          "county/" + Codes.file(county),
          () ->
              new OverPeriods(
                  places.of(county),
                  indicators.of(county),
                  size.of(county, row -> SIZE.contains(Cells.code(row, CountyMeasure.MEASURE)))));
    }
    return files;
  }
}

package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.CountyRanking;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import io.junheng.testing.SharedSpark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSpark.class)
class LeagueReaderTest {
  private static final String FRAMEWORK = "balance";

  private static LeagueReader reader;

  @BeforeAll
  static void fillLake(SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString()).labelled(Optional.of(Table.SAMPLE_LABEL));
    reader = new LeagueReader(lake.small());
    lake.replaceAll(
        DimFramework.TABLE,
        lake.rows(
            DimFramework.TABLE,
            List.of(
                Map.of(
                    DimFramework.FRAMEWORK, FRAMEWORK,
                    DimFramework.TITLE_ZH, "均衡",
                    DimFramework.TITLE_EN, "Balance"),
                Map.of(
                    DimFramework.FRAMEWORK, "single",
                    DimFramework.KIND, "separate",
                    DimFramework.TITLE_ZH, "单项",
                    DimFramework.TITLE_EN, "Single"))));
    lake.replaceAll(
        DimFrameworkItem.TABLE,
        lake.rows(
            DimFrameworkItem.TABLE,
            List.of(
                Map.of(
                    DimFrameworkItem.FRAMEWORK, FRAMEWORK,
                    DimFrameworkItem.ITEM, "R5",
                    DimFrameworkItem.TITLE_ZH, "场馆",
                    DimFrameworkItem.TITLE_EN, "Sports area",
                    DimFrameworkItem.ORIGIN, "official",
                    DimFrameworkItem.SORT_ORDER, 1),
                Map.of(
                    DimFrameworkItem.FRAMEWORK, "single",
                    DimFrameworkItem.ITEM, "M01",
                    DimFrameworkItem.TITLE_ZH, "入学率",
                    DimFrameworkItem.TITLE_EN, "Enrolment",
                    DimFrameworkItem.ORIGIN, "official",
                    DimFrameworkItem.SORT_ORDER, 2))));
    lake.replace(
        FrameworkItemResult.TABLE,
        List.of(new Period(202310)),
        lake.rows(
            FrameworkItemResult.TABLE,
            List.of(
                Map.of(
                    FrameworkItemResult.PERIOD, 202310,
                    FrameworkItemResult.FRAMEWORK, FRAMEWORK,
                    FrameworkItemResult.COUNTY_CODE, "990102",
                    FrameworkItemResult.ITEM, "R5",
                    FrameworkItemResult.TEST, "cv",
                    FrameworkItemResult.INDICATOR, "sports_area_cv"),
                Map.of(
                    FrameworkItemResult.PERIOD, 202310,
                    FrameworkItemResult.FRAMEWORK, "single",
                    FrameworkItemResult.COUNTY_CODE, "990102",
                    FrameworkItemResult.ITEM, "M01",
                    FrameworkItemResult.TEST, "value",
                    FrameworkItemResult.INDICATOR, "enrolment"))));
    fillSingleItem(lake);
    lake.replace(
        LeagueTable.TABLE,
        List.of(new Period(202210), new Period(202310)),
        lake.rows(
            LeagueTable.TABLE,
            List.of(
                line(202210, "990102", 1),
                line(202310, "990104", null),
                line(202310, "990103", 2),
                line(202310, "990102", 1))));
  }

  /** An indicator that is ranked by itself, with targets of one of two counties. */
  private static void fillSingleItem(Lake lake) {
    List<Period> periods = List.of(new Period(202310));
    lake.replace(
        CountyRanking.TABLE,
        periods,
        lake.rows(CountyRanking.TABLE, List.of(place("990102", 1), place("990103", 2))));
    lake.replace(
        TargetProgress.TABLE,
        periods,
        lake.rows(
            TargetProgress.TABLE,
            List.of(
                target("990102", "_T", 202800, 99.0),
                target("990102", "_T", 202500, 97.5),
                target("990102", "_T", 202200, 96.5),
                target("990102", "primary", 202400, 90.0))));
  }

  private static Map<TableColumn, Object> place(String county, int rank) {
    return Map.of(
        CountyRanking.PERIOD,
        202310,
        CountyRanking.AREA_SET,
        "all",
        CountyRanking.SUBJECT,
        "single/M01",
        CountyRanking.COUNTY_CODE,
        county,
        CountyRanking.VALUE,
        new BigDecimal("96.2"),
        CountyRanking.RANK_NO,
        rank,
        CountyRanking.RANK_OF,
        2,
        CountyRanking.CHANGE_STATUS,
        "no_previous");
  }

  private static Map<TableColumn, Object> target(
      String county, String stage, int by, double value) {
    return Map.of(
        TargetProgress.PERIOD,
        202310,
        TargetProgress.COUNTY_CODE,
        county,
        TargetProgress.INDICATOR,
        "enrolment",
        TargetProgress.STAGE,
        stage,
        TargetProgress.TARGET_PERIOD,
        by,
        TargetProgress.TARGET,
        value,
        TargetProgress.GAP,
        value - 96.0,
        TargetProgress.TARGET_STATUS,
        "behind");
  }

  private static Map<TableColumn, Object> line(int period, String county, Integer rank) {
    Map<TableColumn, Object> line = new HashMap<>();
    line.put(LeagueTable.PERIOD, period);
    line.put(LeagueTable.FRAMEWORK, FRAMEWORK);
    line.put(LeagueTable.AREA_SET, "all");
    line.put(LeagueTable.COUNTY_CODE, county);
    line.put(LeagueTable.COUNTY_NAME_ZH, "县" + county);
    line.put(LeagueTable.RANK_NO, rank);
    line.put(LeagueTable.RANK_OF, 2);
    line.put(LeagueTable.RANK_LOW, rank);
    line.put(LeagueTable.RANK_HIGH, rank == null || rank == 1 ? rank : Integer.valueOf(4));
    line.put(LeagueTable.RANK_OFFICIAL, false);
    line.put(LeagueTable.WORST_CV_PRIMARY, 0.423);
    line.put(LeagueTable.WORST_CV_INDICATOR_PRIMARY, "sports_area_cv");
    line.put(LeagueTable.WORST_CV_INDICATOR_JUNIOR, "books_cv");
    line.put(LeagueTable.BLOCKING_ITEMS, rank == null ? null : "R5, G7");
    return line;
  }

  @Test
  void theLatestPeriodIsReadInTheOrderOfPlacesWithUnrankedCountiesLast() {
    List<League> leagues = reader.read(FRAMEWORK, Optional.empty());

    assertThat(leagues).hasSize(1);
    League league = leagues.get(0);
    assertThat(league.period()).isEqualTo(new Period(202310));
    assertThat(league.title().en()).isEqualTo("Balance");
    assertThat(league.label()).contains(Table.SAMPLE_LABEL);
    assertThat(league.rankedCount()).isEqualTo(2);
    assertThat(league.lines())
        .extracting(League.Line::countyCode)
        .containsExactly("990102", "990103", "990104");
    assertThat(league.lines().get(0).blocking()).containsExactly("R5", "G7");
    assertThat(league.lines().get(2).blocking()).isEmpty();
  }

  @Test
  void aCoefficientIsNamedByTheItemThatTestsItElseByItsIndicator() {
    League league = reader.read(FRAMEWORK, Optional.empty()).get(0);

    assertThat(league.lines().get(0).primary().worstOf()).contains("R5");
    assertThat(league.lines().get(0).junior().worstOf()).contains("books_cv");
    assertThat(league.names().get("R5").zh()).isEqualTo("场馆");
  }

  @Test
  void aRangeIsToldOnlyWhereThePlaceMayMove() {
    League league = reader.read(FRAMEWORK, Optional.empty()).get(0);

    assertThat(league.lines().get(0).standing().low()).isEmpty();
    assertThat(league.lines().get(1).standing().low()).contains(2);
    assertThat(league.lines().get(1).standing().high()).contains(4);
  }

  @Test
  void besideAnIndicatorsValueStandsTheTargetThatIsDueNext() {
    League league = reader.read("single/M01", Optional.empty()).get(0);

    assertThat(league.lines().get(0).target())
        .contains(
            new League.Target(
                BigDecimal.valueOf(97.5),
                new Period(202500),
                Optional.of(BigDecimal.valueOf(1.5)),
                "behind"));
    assertThat(league.lines().get(1).target()).isEmpty();
  }

  @Test
  void anEarlierPeriodAndAllFrameworksCanBeAskedFor() {
    assertThat(reader.read(FRAMEWORK, Optional.of(new Period(202210))).get(0).lines()).hasSize(1);
    assertThat(reader.readAll(Optional.empty())).hasSize(1);
  }

  @Test
  void aPeriodWithoutResultsAndAWrongFrameworkAreTold() {
    assertThatThrownBy(() -> reader.read(FRAMEWORK, Optional.of(new Period(201910))))
        .hasMessageContaining("no league table of balance for period 201910");
    assertThatThrownBy(() -> reader.read("balence", Optional.empty()))
        .hasMessageContaining("Did you mean 'balance'?");
  }
}

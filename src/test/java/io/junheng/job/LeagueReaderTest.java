package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
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
                    DimFramework.TITLE_EN, "Balance"))));
    lake.replaceAll(
        DimFrameworkItem.TABLE,
        lake.rows(
            DimFrameworkItem.TABLE,
            List.of(
                Map.of(
                    DimFrameworkItem.FRAMEWORK, FRAMEWORK,
                    DimFrameworkItem.ITEM, "R5",
                    DimFrameworkItem.TITLE_ZH, "场馆",
                    DimFrameworkItem.TITLE_EN, "Sports area"))));
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
                    FrameworkItemResult.INDICATOR, "sports_area_cv"))));
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

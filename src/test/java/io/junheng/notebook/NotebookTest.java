package io.junheng.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.CountyDispersion;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SharedSpark.class)
class NotebookTest {
  private static final Path FOLDER = Path.of("notebooks");
  private static final String PLACE_OF_LAKE = "junheng.lake";
  private static final String FRAMEWORK = "cn-quality-balance-2017";

  static List<Notebook> notebooks() throws IOException {
    return Notebook.in(FOLDER);
  }

  @BeforeAll
  static void fillLake(SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString()).labelled(Optional.of(Table.SAMPLE_LABEL));
    List<Period> periods = List.of(new Period(202210), new Period(202310));
    lake.replace(
        LeagueTable.TABLE,
        periods,
        lake.rows(
            LeagueTable.TABLE,
            List.of(
                line(202210, "990103", 1),
                line(202310, "990104", null),
                line(202310, "990102", 2),
                line(202310, "990103", 1))));
    lake.replace(
        CountyDispersion.TABLE,
        periods,
        lake.rows(
            CountyDispersion.TABLE,
            List.of(
                spread(202310, "990103", "sports_area_cv", 0.31),
                spread(202310, "990103", "books_cv", null),
                spread(202310, "990102", "books_cv", 0.2),
                spread(202210, "990103", "books_cv", 0.4))));
    System.setProperty(PLACE_OF_LAKE, folder.toString());
  }

  @AfterAll
  static void forgetLake() {
    System.clearProperty(PLACE_OF_LAKE);
  }

  private static Map<TableColumn, Object> line(int period, String county, Integer place) {
    Map<TableColumn, Object> line = new HashMap<>();
    line.put(LeagueTable.PERIOD, period);
    line.put(LeagueTable.FRAMEWORK, FRAMEWORK);
    line.put(LeagueTable.AREA_SET, "all-counties");
    line.put(LeagueTable.COUNTY_CODE, county);
    line.put(LeagueTable.COUNTY_NAME_ZH, "县" + county);
    line.put(LeagueTable.RANK_NO, place);
    return line;
  }

  private static Map<TableColumn, Object> spread(
      int period, String county, String indicator, Double cv) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(CountyDispersion.PERIOD, period);
    row.put(CountyDispersion.COUNTY_CODE, county);
    row.put(CountyDispersion.STAGE, "primary");
    row.put(CountyDispersion.INDICATOR, indicator);
    row.put(CountyDispersion.SCOPE, "balance_scope");
    row.put(CountyDispersion.CV, cv);
    return row;
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void everyCellOfEveryNotebookRuns(Notebook notebook) {
    try (JavaCells java = new JavaCells()) {
      runAll(notebook, java);
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void noResultsAreKeptInTheFile(Notebook notebook) {
    assertThat(notebook.language()).isEqualTo("java");
    assertThat(notebook.cells())
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell.isStripped()).as(cell.id()).isTrue());
  }

  @Test
  void theLeagueTableIsThatOfTheLatestPeriodAndTheSpreadThatOfItsFirstCounty() throws IOException {
    try (JavaCells java = new JavaCells()) {
      runAll(Notebook.read(FOLDER.resolve("league-table.ipynb")), java);
      assertThat(java.value("period")).isEqualTo("202310");
      assertThat(java.value("league.count()")).isEqualTo("3");
      assertThat(java.value("county")).isEqualTo("\"990103\"");
      assertThat(java.value("spread.count()")).isEqualTo("2");
    }
  }

  private static void runAll(Notebook notebook, JavaCells java) {
    for (Notebook.CodeCell cell : notebook.cells()) {
      assertThat(java.run(cell.source())).as(cell.id()).isEmpty();
    }
  }
}

package io.junheng.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.table.Table;
import io.junheng.testing.SampleLake;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SharedSpark.class)
class NotebookTest {
  private static final Path FOLDER = Path.of("notebooks");
  private static final String PLACE_OF_LAKE = "junheng.lake";

  static List<Notebook> notebooks() throws IOException {
    return Notebook.in(FOLDER);
  }

  @BeforeAll
  static void pointAtTheSample(SparkSession spark) {
    System.setProperty(PLACE_OF_LAKE, SampleLake.root().toString());
  }

  @AfterAll
  static void forgetLake() {
    System.clearProperty(PLACE_OF_LAKE);
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
  void everyNotebookIsRunByATestOfItsOwn() throws IOException {
    assertThat(notebooks())
        .extracting(Notebook::toString)
        .containsExactlyInAnyOrder(
            "county.ipynb",
            "dispersion.ipynb",
            "league-table.ipynb",
            "new-indicator.ipynb",
            "tour.ipynb");
  }

  @Test
  void theLeagueTableIsThatOfTheLatestPeriodAndTheSpreadThatOfItsFirstCounty() throws IOException {
    try (JavaCells java = run("league-table")) {
      assertThat(java.value("period")).isEqualTo("202310");
      assertThat(java.value("league.count()")).isEqualTo("90");
      assertThat(java.value("county")).matches("\"99\\d{4}\"");
      assertThat(java.value("spread.count() > 0")).isEqualTo("true");
    }
  }

  @Test
  void theTourShowsEveryTableAndTheSamplesLabel() throws IOException {
    try (JavaCells java = run("tour")) {
      assertThat(java.value("table.columns().size() > 10")).isEqualTo("true");
      assertThat(java.value("frameworks.size()"))
          .isEqualTo(Integer.toString(SampleLake.catalogue().frameworks().size()));
      assertThat(java.value("labels")).isEqualTo("[" + Table.SAMPLE_LABEL + "]");
    }
  }

  @Test
  void theCountyHasAsManyOpenItemsAsItsVerdictSays() throws IOException {
    try (JavaCells java = run("county")) {
      assertThat(java.value("places.size() > 1")).isEqualTo("true");
      assertThat(
              java.value(
                  """
                  open.stream().filter(row -> row.getAs("test").equals("_T") && row.getAs("grade").equals("not_met")).count()
                      == verdict.<Integer>getAs("not_met_count")
                  """))
          .isEqualTo("true");
    }
  }

  @Test
  void theSpreadMadeByHandIsThatOfGold() throws IOException {
    try (JavaCells java = run("dispersion")) {
      assertThat(java.value("schools.size() > 1")).isEqualTo("true");
      assertThat(java.value("Math.abs(byHand - cv) < 1e-9")).isEqualTo("true");
    }
  }

  @Test
  void theTrialIndicatorIsSoundAndHasFigures() throws IOException {
    try (JavaCells java = run("new-indicator")) {
      assertThat(java.value("result.problems().size()")).isEqualTo("0");
      assertThat(
              java.value("result.catalogue().get().indicator(\"classes_per_teacher\").decimals()"))
          .isEqualTo("2");
      assertThat(java.value("figures.size()")).isEqualTo("90");
    }
  }

  private static JavaCells run(String name) throws IOException {
    JavaCells java = new JavaCells();
    for (Notebook.CodeCell cell : Notebook.read(FOLDER.resolve(name + ".ipynb")).cells()) {
      assertThat(java.run(cell.source())).as(cell.id()).isEmpty();
    }
    return java;
  }
}

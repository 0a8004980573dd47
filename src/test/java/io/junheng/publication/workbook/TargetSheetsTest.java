package io.junheng.publication.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Audience;
import io.junheng.definition.Language;
import io.junheng.definition.SmallCounts;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.disclosure.ForAudience;
import io.junheng.publication.site.SampleGold;
import io.junheng.table.TargetProgress;
import io.junheng.testing.SampleLake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Targets beside values in the workbooks of the made-up province. */
class TargetSheetsTest {
  private static final String COUNTY = "990103";
  private static final String SHEET = "Targets";

  /** The sheet of a workbook as it is shown, row by row; empty if there is none. */
  private static Optional<List<List<String>>> targets(Opened.Writing writing) throws IOException {
    DataFormatter shown = new DataFormatter();
    try (XSSFWorkbook workbook = Opened.workbook(Opened.bytes(writing))) {
      return Optional.ofNullable(workbook.getSheet(SHEET)).map(sheet -> lines(sheet, shown));
    }
  }

  private static List<List<String>> lines(Sheet sheet, DataFormatter shown) {
    List<List<String>> lines = new ArrayList<>();
    for (Row row : sheet) {
      List<String> line = new ArrayList<>();
      row.forEach(cell -> line.add(shown.formatCellValue(cell).strip()));
      lines.add(line);
    }
    return lines;
  }

  private static Optional<List<List<String>>> ofCounty(Gold gold) throws IOException {
    Names names = new Names(gold, Language.EN);
    return targets(out -> CountyWorkbook.latest(new ByCounty(gold), names, COUNTY).writeTo(out));
  }

  private static Optional<List<List<String>>> ofLeague(Gold gold, String framework)
      throws IOException {
    return targets(
        out -> new LeagueWorkbook(gold, new Names(gold, Language.EN), framework).writeTo(out));
  }

  @Test
  void theWorkbookOfACountyTellsEachOfItsTargets() throws IOException {
    List<List<String>> lines = ofCounty(new SampleGold()).orElseThrow();
    List<org.apache.spark.sql.Row> gold =
        new SampleGold()
            .rows(TargetProgress.TABLE, SampleLake.PERIODS.get(1)).stream()
                .filter(row -> Cells.code(row, TargetProgress.COUNTY_CODE).equals(COUNTY))
                .toList();
    assertThat(lines.get(3))
        .startsWith("Indicator", "Stage", "Unit", "Value", "Target", "To be reached by");
    assertThat(lines.subList(4, lines.size()))
        .hasSameSizeAs(gold)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("100.0", "school year 2025/26", "60.0%", "school year 2020/21"));
    assertThat(lines.subList(4, lines.size()))
        .extracting(line -> line.get(line.size() - 1))
        .containsExactlyInAnyOrderElementsOf(
            gold.stream().map(row -> Cells.code(row, TargetProgress.DOCUMENT)).toList());
  }

  @Test
  void theLeagueWorkbookTellsTheTargetsOfWhatItsFrameworkLooksAt() throws IOException {
    List<List<String>> lines =
        ofLeague(new SampleGold(), "zj-modernization-demo-2023").orElseThrow();
    assertThat(lines.get(3)).startsWith("Place", "County", "Indicator");
    assertThat(lines.subList(4, lines.size()).stream().map(line -> line.get(1)).distinct())
        .hasSize(90);
  }

  @Test
  void aCountySeesNoTargetOfAnother() throws IOException {
    Gold own =
        ForAudience.of(
            new SampleGold(),
            SampleLake.catalogue(),
            new Audience.County(COUNTY),
            SmallCounts.USUAL);
    List<List<String>> lines = ofLeague(own, "zj-modernization-demo-2023").orElseThrow();
    assertThat(lines.subList(4, lines.size()).stream().map(line -> line.get(1)).distinct())
        .containsExactly("Moling District");
  }

  @Test
  void withoutTargetsThereIsNoSheet() throws IOException {
    Gold without = Leagues.of(3);
    Names names = new Names(without, Language.EN);
    assertThat(
            targets(
                out ->
                    CountyWorkbook.latest(new ByCounty(without), names, Leagues.code(0))
                        .writeTo(out)))
        .isEmpty();
    assertThat(ofLeague(without, Leagues.FRAMEWORK)).isEmpty();
  }
}

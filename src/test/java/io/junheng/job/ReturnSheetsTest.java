package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.lake.Lake;
import io.junheng.table.Finding;
import io.junheng.table.Submission;
import io.junheng.testing.SharedSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a sender gets back for a flawed file, and what is said of the corrected one. */
@ExtendWith(SharedSpark.class)
class ReturnSheetsTest {
  private static final String HEADER = "区县代码,调查,受访群体,满意问卷数,有效问卷数,平均得分\n";
  private static final String GOOD = "990102,社会认可度调查,学生,570,594,9.30\n";
  private static final String BAD = "990102,社会认可度调查,教师,=1+1,1203,9.10\n";
  private static final String CORRECTED = "990102,社会认可度调查,教师,1131,1203,9.10\n";

  private static Path returns;
  private static List<Path> afterCorrection;
  private static Workbook workbook;
  private static Workbook own;
  private static List<String> states;
  private static List<String> findingsBefore;
  private static List<String> findingsAfter;

  @BeforeAll
  static void deliverTwice(SparkSession spark, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("landing/202310/990102/survey.csv");
    Files.createDirectories(file.getParent());
    Lake lake = new Lake(spark, folder.resolve("lake").toString());
    JobRequest request =
        new JobRequest(
            new ConfReader(Path.of("conf"))
                .read()
                .catalogue()
                .orElseThrow()
                .withMaxRejectedShare(1),
            lake.root(),
            Optional.of(folder.resolve("landing").toString()),
            List.of(),
            folder.resolve("pseudonym.key").toString(),
            true,
            List.of("ingest"));
    returns = folder.resolve("lake/archive/returns/202310/990102");
    Files.write(
        Files.createDirectories(folder.resolve("landing/202310/990103")).resolve("survey.xlsx"),
        ownWorkbook());
    Path unwritable = Files.createDirectories(folder.resolve("landing/202310/990104"));
    Files.writeString(
        unwritable.resolve("survey.csv"),
        HEADER + (GOOD + BAD).replace("990102", "990104").replace("=1+1", "many"));
    // Where the return sheet's folder should be lies a file.
    Files.createDirectories(returns.getParent());
    Files.writeString(returns.getParent().resolve("990104"), "in the way");

    Files.writeString(file, HEADER + GOOD + BAD);
    new IngestJob().run(spark, request, Watcher.NOBODY);
    findingsBefore = findings(lake);
    workbook = WorkbookFactory.create(sheets().get(0).toFile());
    states = states(lake);
    try (Stream<Path> files = Files.list(returns.resolveSibling("990103"))) {
      own = WorkbookFactory.create(files.findFirst().orElseThrow().toFile());
    }

    Files.writeString(file, HEADER + GOOD + CORRECTED);
    new IngestJob().run(spark, request, Watcher.NOBODY);
    findingsAfter = findings(lake);
    afterCorrection = sheets();
  }

  @Test
  void whatWasReplacedCanBePurgedWithItsSheetWhileWhatStandsStays(SparkSession spark)
      throws IOException {
    Path lake = returns.getParent().getParent().getParent().getParent();
    PurgeArchive archive =
        new PurgeArchive(new Lake(spark, lake.toString()).small(), Clock.systemUTC());
    Instant later = Instant.now().plusSeconds(60);

    assertThat(archive.purge(Instant.EPOCH, false).files()).isZero();
    assertThat(archive.purge(later, true).files()).isEqualTo(1);
    assertThat(archive.purge(later, false).files()).isEqualTo(1);
    assertThat(archive.purge(later, false).files()).isZero();
    assertThat(sheets()).isEmpty();
    try (Stream<Path> originals = Files.walk(lake.resolve("archive"))) {
      assertThat(originals.filter(file -> !file.startsWith(lake.resolve("archive/returns"))))
          .filteredOn(Files::isRegularFile)
          .hasSize(3);
    }
  }

  private static List<Path> sheets() throws IOException {
    try (Stream<Path> files = Files.list(returns)) {
      return files.sorted().toList();
    }
  }

  private static List<String> states(Lake lake) {
    return lake.small().read(Submission.TABLE).stream()
        .map(
            row ->
                row.getString(Submission.COUNTY_CODE.ordinal())
                    + " "
                    + row.getString(Submission.STATE.ordinal()))
        .sorted()
        .toList();
  }

  /** With a title, formats and a formula, as people send it. */
  private static byte[] ownWorkbook() throws IOException {
    try (Workbook made = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = made.createSheet("问卷");
      sheet.setColumnWidth(1, 40 * 256);
      Cell title = sheet.createRow(0).createCell(0);
      title.setCellValue("2023 学年满意度调查");
      CellStyle bold = made.createCellStyle();
      Font font = made.createFont();
      font.setBold(true);
      bold.setFont(font);
      title.setCellStyle(bold);
      row(sheet, HEADER.strip().split(",", -1));
      row(sheet, "990103", "社会认可度调查", "学生", "", "594", "9.30");
      sheet.getRow(2).getCell(3).setCellFormula("500+70");
      made.getCreationHelper().createFormulaEvaluator().evaluateAll();
      row(sheet, "990103", "社会认可度调查", "教师", "很多", "1203", "9.10");
      CellStyle centred = made.createCellStyle();
      centred.setAlignment(HorizontalAlignment.CENTER);
      sheet.getRow(3).getCell(3).setCellStyle(centred);
      made.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void row(Sheet sheet, String... cells) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private static List<String> findings(Lake lake) {
    return lake.small().read(Finding.TABLE).stream()
        .map(
            row ->
                row.getString(Finding.RULE.ordinal())
                    + " "
                    + row.getString(Finding.STATUS.ordinal()))
        .sorted()
        .toList();
  }

  @Test
  void theRowsStandWhereTheyStoodAndTheBadCellIsMarkedInBothLanguages() {
    Sheet data = workbook.getSheetAt(1);
    Cell bad = data.getRow(2).getCell(3);

    assertThat(new DataFormatter().formatCellValue(data.getRow(0).getCell(3))).isEqualTo("满意问卷数");
    assertThat(bad.getStringCellValue()).isEqualTo("=1+1");
    assertThat(bad.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
    assertThat(bad.getCellComment().getString().getString())
        .containsPattern("\\p{IsHan}")
        .containsPattern("[a-z]{3}");
    assertThat(data.getRow(1).getCell(3).getCellStyle().getFillPattern())
        .isEqualTo(FillPatternType.NO_FILL);
  }

  @Test
  void aSmallWorkbookComesBackInItsOwnFormats() {
    Sheet data = own.getSheet("问卷");
    Cell title = data.getRow(0).getCell(0);
    Cell bad = data.getRow(3).getCell(3);

    assertThat(own.getSheetIndex("问卷")).isEqualTo(1);
    assertThat(title.getStringCellValue()).isEqualTo("2023 学年满意度调查");
    assertThat(own.getFontAt(title.getCellStyle().getFontIndex()).getBold()).isTrue();
    assertThat(data.getColumnWidth(1)).isEqualTo(40 * 256);
    assertThat(bad.getStringCellValue()).isEqualTo("很多");
    assertThat(bad.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
    assertThat(bad.getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
    assertThat(bad.getCellComment().getString().getString()).contains("Not a whole number");
    assertThat(data.getRow(2).getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
    assertThat(data.getRow(2).getCell(3).getNumericCellValue()).isEqualTo(570);
  }

  @Test
  void aSheetThatCannotBeWrittenIsAFindingAndStopsNothing() {
    assertThat(findingsBefore).contains("return_sheet open");
    assertThat(states)
        .containsExactly(
            "990102 accepted_with_warnings",
            "990103 accepted_with_warnings",
            "990104 accepted_with_warnings");
  }

  @Test
  void theSummaryNamesTheCauseWithItsCountAndPlace() {
    StringBuilder text = new StringBuilder();
    workbook
        .getSheetAt(0)
        .forEach(row -> row.forEach(cell -> text.append(cell.getStringCellValue()).append('\n')));

    assertThat(text).contains("202310/990102/survey.csv", "formula", "satisfied", "3");
  }

  @Test
  void aCorrectedFileShowsWhatWasSolvedAndGetsNoSheet() {
    assertThat(findingsBefore).contains("formula open");
    assertThat(findingsAfter).contains("formula solved").doesNotContain("formula open");
    assertThat(afterCorrection).hasSize(1);
  }
}

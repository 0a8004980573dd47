package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.junheng.definition.Audience;
import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.SmallCounts;
import io.junheng.testing.SampleLake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishFilesTest {
  private static final String COUNTY = "990171";

  @TempDir private static Path folder;
  private static PublishFiles job;
  private static Path form;

  @BeforeAll
  static void writeForms() {
    job = job(new Audience.County(COUNTY));
    job.forms(folder.resolve("forms"), Optional.empty());
    form = folder.resolve("forms").resolve(COUNTY + ".xlsx");
  }

  private static PublishFiles job(Audience audience) {
    return new PublishFiles(
        new PublishRequest(
            SampleLake.catalogue(),
            new SparkStart("junheng", Map.of(), Map.of()),
            SampleLake.root().toString(),
            List.of(),
            audience,
            SmallCounts.USUAL),
        Language.ZH,
        Watcher.NOBODY);
  }

  @Test
  void aCountyGetsItsOwnFormsAlone() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("forms"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(COUNTY + ".xlsx", "checksums.sha256");
    }
  }

  @Test
  void everyChangedCellIsListedWithItsPlaceAndId() throws IOException {
    Path filled = folder.resolve("filled.xlsx");
    String cv = "cn-quality-balance-2017/202310/%s/teaching_area_cv/primary".formatted(COUNTY);
    String villages = "cn-quality-balance-2017/202310/%s/villages/_T".formatted(COUNTY);
    String pupils = "cn-quality-balance-2017/202310/%s/pupils/primary".formatted(COUNTY);
    try (InputStream in = Files.newInputStream(form);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(filled)) {
      leftOf(workbook, cv).setCellValue(0.123);
      leftOf(workbook, villages).setCellValue("1,210");
      leftOf(workbook, pupils).setBlank();
      workbook.write(out);
    }
    FormCheck check = job.readForm(filled);
    List<FormCheck.Difference> differences = check.differences();
    assertThat(check.cells()).isGreaterThan(200);
    assertThat(differences)
        .extracting(
            FormCheck.Difference::kind, FormCheck.Difference::id, FormCheck.Difference::inFile)
        .containsExactlyInAnyOrder(
            tuple("changed", cv, "0.123"),
            tuple("added", villages, "1210"),
            tuple("emptied", pupils, ""));
    assertThat(differences).allMatch(one -> one.place().matches("表.*![A-Z]+\\d+"));
  }

  private static Cell leftOf(XSSFWorkbook workbook, String id) {
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(id)) {
            return row.getCell(cell.getColumnIndex() - 1);
          }
        }
      }
    }
    throw new AssertionError("no cell " + id);
  }

  @Test
  void aFileThatIsNoFormIsAMistakeOfInput() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.xlsx"), "dear");
    assertThatThrownBy(() -> job.readForm(text)).isInstanceOf(JobException.class);
  }

  @Test
  void theBulletinSaysWhichPeriodStandsInAndNamesTheRowsOfEachNumber() throws IOException {
    Path file = folder.resolve("bulletin.docx");
    job(new Audience.Province()).bulletin(file, Period.parse("202304"));
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in);
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      String text = extractor.getText();
      assertThat(text)
          .contains("2023年第4季度", "数据湖中没有周期 202304 的指标数据")
          .contains("五、目标进展", "2023—2024学年共有目标 450[")
          .contains("四、建设项目", "新开工项目开工率:应开工 ", "项目完工率:应完工 ")
          .contains("gold.league_table: period=202310, framework=cn-quality-balance-2017");
      assertThat(marks(text, "(?<!\n)\\[(\\d+)\\]")).containsAll(marks(text, "\n\\[(\\d+)\\] "));
      assertThat(marks(text, "\n\\[(\\d+)\\] gold|\n\\[(\\d+)\\] ops").size()).isGreaterThan(20);
    }
  }

  private static List<String> marks(String text, String pattern) {
    List<String> marks = new ArrayList<>();
    for (Matcher found = Pattern.compile(pattern).matcher(text); found.find(); ) {
      marks.add(found.group().replaceAll("\\D", ""));
    }
    return marks;
  }
}

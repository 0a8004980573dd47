package io.junheng.publication.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import io.junheng.publication.Gold;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class LeagueWorkbookTest {
  private static byte[] written(int counties) throws IOException {
    Gold gold = Leagues.of(counties);
    return Opened.bytes(
        out ->
            new LeagueWorkbook(gold, new Names(gold, Language.ZH), Leagues.FRAMEWORK).writeTo(out));
  }

  @Test
  void namesThatLookLikeFormulasAreTextAsTheyWereSent() throws IOException {
    try (XSSFWorkbook workbook = Opened.workbook(written(20))) {
      List<Cell> cells = Opened.cells(workbook);
      assertThat(cells).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
      for (String name : Leagues.NAMES) {
        List<Cell> named =
            cells.stream()
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .filter(cell -> cell.getStringCellValue().equals(name))
                .toList();
        assertThat(named).hasSizeGreaterThanOrEqualTo(3);
        assertThat(named)
            .allMatch(
                cell ->
                    cell.getCellStyle().getQuotePrefixed()
                        == "=+-@\t＝".contains(name.substring(0, 1)));
      }
    }
  }

  @Test
  void signsFollowTheNumbers() throws IOException {
    DataFormatter shown = new DataFormatter();
    try (XSSFWorkbook workbook = Opened.workbook(written(20))) {
      Sheet sheet = workbook.getSheetAt(0);
      Row second = rowOf(sheet, Leagues.NAMES.get(1));
      assertThat(second.getCell(0).getNumericCellValue()).isEqualTo(2);
      List<String> printed = new java.util.ArrayList<>();
      second.forEach(cell -> printed.add(shown.formatCellValue(cell).strip()));
      assertThat(printed).contains("2", "=", "✗ 未达到", "31/32", "0.300", "0.610 ✗");
    }
  }

  @Test
  void theSheetToReadIsSetUpForPrintAndColouredByRules() throws IOException {
    try (XSSFWorkbook workbook = Opened.workbook(written(20))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
      assertThat(sheet.getRepeatingRows()).isNotNull();
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
          .isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void theDataSheetHasNoMergedCellsAndOneHeader() throws IOException {
    try (XSSFWorkbook workbook = Opened.workbook(written(20))) {
      XSSFSheet data = workbook.getSheet("数据");
      assertThat(data.getNumMergedRegions()).isZero();
      assertThat(data.getRow(0).getCell(3).getStringCellValue()).isEqualTo("县(市、区)代码");
      assertThat(data.getLastRowNum()).isEqualTo(20);
      assertThat(workbook.getSheet("字典")).isNotNull();
      assertThat(workbook.getSheet("说明")).isNotNull();
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(written(20)).isEqualTo(written(20));
  }

  @Test
  void threeThousandCountiesFit() throws IOException {
    try (XSSFWorkbook workbook = Opened.workbook(written(3_000))) {
      assertThat(workbook.getSheet("数据").getLastRowNum()).isEqualTo(3_000);
    }
  }

  private static Row rowOf(Sheet sheet, String county) {
    for (Row row : sheet) {
      Cell cell = row.getCell(2);
      if (cell != null
          && cell.getCellType() == CellType.STRING
          && cell.getStringCellValue().equals(county)) {
        return row;
      }
    }
    throw new AssertionError("no line of " + county);
  }
}

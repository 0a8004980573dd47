package io.junheng.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workbooks as counties send them, in both formats. */
class WorkbookTest {
  private static final List<String> FIRST_SCHOOL = List.of("2 3301000001 12.50 300 2001-09-01");

  @TempDir Path folder;

  private Reading.Result read(byte[] bytes) {
    return new Reading(folder).read(bytes);
  }

  private static List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(Reading.HEADER);
    lines.addAll(Reading.ROWS);
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void rowsKeepTheirNumberAndTheirSheet(Sheets format) {
    Reading.Result result = read(format.lines(table()));
    assertThat(result.rows())
        .containsExactly("2 3301000001 12.50 300 2001-09-01", "3 3301000002 8.00 0 -");
    assertThat(result.sheet()).isEqualTo("学校");
    assertThat(result.levels()).containsOnlyKeys("read_as");
  }

  @ParameterizedTest
  @EnumSource
  void numbersDaysAndTruthsAreReadAsTheyAreSeen(Sheets format) {
    byte[] bytes =
        format.sheet(
            sheet -> {
              Sheets.fill(sheet, table().subList(0, 2));
              CellStyle day = sheet.getWorkbook().createCellStyle();
              day.setDataFormat(
                  sheet.getWorkbook().createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
              Sheets.cell(sheet, 1, 0).setCellValue(990101);
              Sheets.cell(sheet, 1, 1).setCellValue(3301000001d);
              Sheets.cell(sheet, 1, 3).setCellValue(12.1 + 0.4);
              Sheets.cell(sheet, 1, 4).setCellValue(300);
              Sheets.cell(sheet, 1, 5).setCellValue(LocalDate.of(2001, 9, 1));
              Sheets.cell(sheet, 1, 5).setCellStyle(day);
              Sheets.cell(sheet, 1, 6).setCellValue(true);
            });
    assertThat(read(bytes).rows()).isEqualTo(FIRST_SCHOOL);
  }

  @ParameterizedTest
  @EnumSource
  void aDayWithoutItsFormatAndFullWidthDigitsAreUnderstood(Sheets format) {
    byte[] bytes =
        format.sheet(
            sheet -> {
              Sheets.fill(sheet, List.of(Reading.HEADER, "990101,３３０１０００００１,甲小学,１２．５,３００,,是"));
              Sheets.cell(sheet, 1, 5).setCellValue(LocalDate.of(2001, 9, 1));
            });
    assertThat(read(bytes).rows()).isEqualTo(FIRST_SCHOOL);
  }

  @ParameterizedTest
  @EnumSource
  void titlesMergedHeadersUnitsAndTotalsAreUnderstood(Sheets format) {
    byte[] bytes =
        format.sheet(
            sheet -> {
              Sheets.fill(
                  sheet,
                  List.of(
                      "2023 学年学校情况表",
                      "*区县代码,学校,,面积(平方米),在校生数（人）,建成日期,是否寄宿制",
                      ",代码,名称",
                      "990101,3301000001,甲小学,12.5,300,2001-09-01,是",
                      "合计,,,12.5,300"));
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
              sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            });
    Reading.Result result = read(bytes);
    assertThat(result.rows()).containsExactly("4 3301000001 12.50 300 2001-09-01");
    assertThat(result.levels().keySet()).containsExactly("header_below", "read_as", "totals_row");
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatNumbersTheColumnsIsNoData(Sheets format) {
    for (String numbering : List.of("1,2,3,4,5,6,7", "甲,乙,丙,1,2,3,4")) {
      byte[] bytes =
          format.sheet(
              sheet -> {
                Sheets.fill(sheet, List.of(table().get(0), numbering));
                Sheets.fill(sheet, table().subList(1, table().size()));
              });
      Reading.Result result = read(bytes);
      assertThat(result.rows()).hasSize(table().size() - 1);
      assertThat(result.levels()).containsEntry("numbering_row", Level.NOTE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHiddenRowIsReadAndNamed(Sheets format) {
    byte[] bytes =
        format.sheet(
            sheet -> {
              Sheets.fill(sheet, table());
              sheet.getRow(2).setZeroHeight(true);
            });
    Reading.Result result = read(bytes);
    assertThat(result.rows()).hasSize(2);
    assertThat(result.levels()).containsEntry("hidden_row", Level.WARNING);
  }

  @ParameterizedTest
  @EnumSource
  void theStoredValueOfAFormulaIsTakenAndAnErrorIsNamed(Sheets format) {
    byte[] bytes =
        format.sheet(
            sheet -> {
              Sheets.fill(sheet, table());
              Sheets.cell(sheet, 1, 4).setCellFormula("100*3");
              Sheets.cell(sheet, 1, 2).setCellFormula("\"甲\"&\"小学\"");
              Sheets.cell(sheet, 2, 4).setCellFormula("1/0");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    Reading.Result result = read(bytes);
    assertThat(result.rows()).isEqualTo(FIRST_SCHOOL);
    assertThat(result.rules(Level.ROW)).containsExactly("formula_error");
  }

  @ParameterizedTest
  @EnumSource
  void aNumberTooLongForASpreadsheetIsNamed(Sheets format) {
    byte[] bytes =
        format.sheet(
            sheet -> {
              Sheets.fill(sheet, table());
              Sheets.cell(sheet, 2, 2).setCellValue(330102201209010011d);
            });
    assertThat(read(bytes).rules(Level.ROW)).containsExactly("lost_digits");
  }

  @ParameterizedTest
  @EnumSource
  void theOnlySheetThatFitsIsRead(Sheets format) {
    byte[] bytes =
        format.workbook(
            workbook -> {
              Sheets.fill(workbook.createSheet("说明"), List.of("请先阅读", "谢谢"));
              Sheets.fill(workbook.createSheet("数据"), table());
              Sheets.fill(workbook.createSheet("隐藏"), table());
              workbook.setSheetHidden(2, true);
              workbook.createSheet("Sheet4");
            });
    Reading.Result result = read(bytes);
    assertThat(result.sheet()).isEqualTo("数据");
    assertThat(result.rows()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralSheetsTheOneCalledLikeTheDatasetOrNamedByTheContractIsRead(Sheets format) {
    byte[] bytes =
        format.workbook(
            workbook -> {
              Sheets.fill(workbook.createSheet("去年"), table());
              Sheets.fill(workbook.createSheet("学校"), table());
            });
    assertThat(read(bytes).sheet()).isEqualTo("学校");
    assertThat(new Reading(folder, "去年").read(bytes).sheet()).isEqualTo("去年");
    assertThat(new Reading(folder, "今年").read(bytes).messages())
        .containsExactly("There is no sheet '今年'; there are '去年', '学校'");
  }

  @ParameterizedTest
  @EnumSource
  void severalSheetsThatFitRefuseTheFile(Sheets format) {
    byte[] bytes =
        format.workbook(
            workbook -> {
              Sheets.fill(workbook.createSheet("甲"), table());
              Sheets.fill(workbook.createSheet("乙"), table());
            });
    assertThat(read(bytes).rules(Level.UNREADABLE)).containsExactly("several_sheets");
  }

  @ParameterizedTest
  @EnumSource
  void figuresInAnotherUnitRefuseTheFile(Sheets format) {
    Reading.Result result =
        read(format.lines(List.of(Reading.HEADER.replace("面积", "面积(亩)"), Reading.ROWS.get(0))));
    assertThat(result.messages())
        .contains(
            "Column '面积 / area_m2' is given in 亩 and not in m²; convert it and deliver again");
  }
}

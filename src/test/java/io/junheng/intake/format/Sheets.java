package io.junheng.intake.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes workbooks for tests. */
enum Sheets {
  XLSX,
  XLS;

  /** The bytes of a workbook that is filled so. */
  byte[] workbook(Consumer<Workbook> filling) {
    try (Workbook workbook = this == XLSX ? new XSSFWorkbook() : new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      filling.accept(workbook);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of a workbook with a single sheet. */
  byte[] sheet(Consumer<Sheet> filling) {
    return workbook(workbook -> filling.accept(workbook.createSheet("学校")));
  }

  /** The bytes of a workbook whose single sheet holds the lines, split at commas. */
  byte[] lines(List<String> lines) {
    return sheet(sheet -> fill(sheet, lines));
  }

  /** Writes lines, split at commas, as texts; empty cells are left out. */
  static void fill(Sheet sheet, List<String> lines) {
    for (String line : lines) {
      int next = sheet.getPhysicalNumberOfRows() == 0 ? 0 : sheet.getLastRowNum() + 1;
      Row row = sheet.createRow(next);
      String[] cells = line.split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        if (!cells[i].isEmpty()) {
          row.createCell(i).setCellValue(cells[i]);
        }
      }
    }
  }

  /** A cell, made where there is none. */
  static Cell cell(Sheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }
}

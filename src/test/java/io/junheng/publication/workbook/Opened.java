package io.junheng.publication.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as they are read again. */
public final class Opened {
  private Opened() {}

  /** Writes what is to be tested. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  public static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toByteArray();
  }

  public static XSSFWorkbook workbook(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  /** All cells that are not blank, sheet by sheet. */
  public static List<Cell> cells(XSSFWorkbook workbook) {
    List<Cell> cells = new ArrayList<>();
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        row.forEach(cells::add);
      }
    }
    return cells;
  }

  /** Texts as they are, numbers as Java prints them. */
  public static List<String> values(XSSFWorkbook workbook) {
    return cells(workbook).stream()
        .map(
            cell ->
                switch (cell.getCellType()) {
                  case STRING -> cell.getStringCellValue();
                  case NUMERIC -> Double.toString(cell.getNumericCellValue());
                  default -> "";
                })
        .filter(value -> !value.isEmpty())
        .toList();
  }
}

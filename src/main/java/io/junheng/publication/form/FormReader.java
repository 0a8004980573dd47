package io.junheng.publication.form;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads the figures of a form that a county has filled in, by the ids behind them. */
public final class FormReader {
  private FormReader() {}

  /**
   * A figure as it stands in a file.
   *
   * @param place sheet and cell, {@code 表Ⅰ 基本情况!B7}
   * @param content a number or a text; empty where the cell is
   */
  public record Filled(CellId id, String place, Optional<Object> content) {}

  /**
   * Every cell that has an id; none if the file is no form of ours.
   *
   * @throws IOException if it is no workbook (XLSX)
   */
  public static List<Filled> read(InputStream in) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      List<Filled> cells = new ArrayList<>();
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          row.forEach(cell -> filled(sheet, cell).ifPresent(cells::add));
        }
      }
      return cells;
    } catch (UnsupportedFileFormatException | OpenXML4JRuntimeException e) {
      throw new IOException("not a workbook (XLSX)", e);
    }
  }

  /** The figure that stands left of an id. */
  private static Optional<Filled> filled(Sheet sheet, Cell cell) {
    if (cell.getCellType() != CellType.STRING || cell.getColumnIndex() == 0) {
      return Optional.empty();
    }
    Cell figure = cell.getRow().getCell(cell.getColumnIndex() - 1);
    return CellId.find(cell.getStringCellValue())
        .map(
            id ->
                new Filled(
                    id,
                    sheet.getSheetName()
                        + "!"
                        + new CellReference(
                                cell.getRowIndex(), cell.getColumnIndex() - 1, false, false)
                            .formatAsString(),
                    figure == null ? Optional.empty() : content(figure)));
  }

  /** A formula counts by its stored result. */
  private static Optional<Object> content(Cell cell) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case NUMERIC -> Optional.of(BigDecimal.valueOf(cell.getNumericCellValue()));
      case STRING -> text(cell.getStringCellValue());
      case BOOLEAN -> Optional.of(Boolean.toString(cell.getBooleanCellValue()));
      default -> Optional.empty();
    };
  }

  /** A number that was typed as text is a number. */
  private static Optional<Object> text(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text.replace(",", "")));
    } catch (NumberFormatException e) {
      return Optional.of(text);
    }
  }
}

package io.junheng.intake.reply;

import io.junheng.definition.Catalogue;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook for the sender of a file: a summary by cause, and the rows as they were sent, in their
 * places, with bad cells coloured and a comment on each in Chinese and English.
 *
 * <p>A small workbook is sent back as it came, in its own formats ({@link OwnWorkbook}). Any other
 * file is copied: all cells are text and rows are streamed, through a temporary file that is
 * encrypted with a key of its own. Either way nothing that was sent is worked out when the workbook
 * is opened. Comments stop at some thousand, which the summary says. It holds what the sender sent,
 * people among it, and belongs under the rights of the archive.
 */
public record ReturnSheet(Catalogue catalogue, Configuration hadoop) {
  /**
   * Writes the workbook of one file.
   *
   * @param bad what was found row by row, in any order
   * @param solved rules that the sender's last delivery broke and this one does not
   */
  public void write(
      FileVerdict verdict, List<BadCell> bad, Collection<String> solved, OutputStream out)
      throws IOException {
    ArchivedFile file = verdict.file();
    try (DeliveredCells cells =
        DeliveredCells.open(
            catalogue, catalogue.contract(file.delivered().dataset()), file, hadoop)) {
      Optional<XSSFWorkbook> own =
          cells.sheet().isPresent() ? OwnWorkbook.open(file, hadoop) : Optional.empty();
      try (Workbook workbook =
          own.isPresent() ? own.get() : new SXSSFWorkbookWithCustomZipEntrySource()) {
        summarise(workbook, verdict, bad.size() > CellMarks.MOST_COMMENTS, solved);
        Optional<Sheet> sent = cells.sheet().map(workbook::getSheet);
        if (sent.isPresent()) {
          markOwn(cells, sent.get(), byRow(bad));
        } else {
          copy(cells, newSheet(workbook, cells), byRow(bad));
        }
        workbook.write(out);
      }
    }
  }

  /** The first sheet; that of an earlier return which the sender worked in goes. */
  private static void summarise(
      Workbook workbook, FileVerdict verdict, boolean areCommentsCut, Collection<String> solved) {
    int earlier = workbook.getSheetIndex(SummarySheet.NAME);
    if (earlier >= 0) {
      workbook.removeSheetAt(earlier);
    }
    new SummarySheet(workbook).write(verdict, areCommentsCut, solved);
    workbook.setSheetOrder(SummarySheet.NAME, 0);
    workbook.setActiveSheet(0);
    workbook.setSelectedTab(0);
  }

  private static Sheet newSheet(Workbook workbook, DeliveredCells cells) {
    String name = cells.sheet().orElse("报送数据 Data");
    return workbook.createSheet(
        name.equals(SummarySheet.NAME) ? name + " 2" : WorkbookUtil.createSafeSheetName(name));
  }

  private static Map<Long, List<BadCell>> byRow(List<BadCell> bad) {
    return bad.stream()
        .collect(Collectors.groupingBy(BadCell::row, TreeMap::new, Collectors.toList()));
  }

  private static void markOwn(DeliveredCells cells, Sheet sheet, Map<Long, List<BadCell>> bad) {
    CellMarks marks = new CellMarks(sheet);
    bad.forEach(
        (number, ofRow) -> {
          int index = Math.toIntExact(number - 1);
          Row row =
              Optional.ofNullable(sheet.getRow(index)).orElseGet(() -> sheet.createRow(index));
          mark(cells, marks, row, ofRow);
        });
  }

  private static void copy(DeliveredCells cells, Sheet sheet, Map<Long, List<BadCell>> bad)
      throws IOException {
    CellMarks marks = new CellMarks(sheet);
    while (cells.next() && cells.row() <= SpreadsheetVersion.EXCEL2007.getMaxRows()) {
      Row row = sheet.createRow(Math.toIntExact(cells.row() - 1));
      List<String> texts = cells.cells();
      for (int i = 0;
          i < Math.min(texts.size(), SpreadsheetVersion.EXCEL2007.getMaxColumns());
          i++) {
        row.createCell(i).setCellValue(texts.get(i));
      }
      mark(cells, marks, row, bad.getOrDefault(cells.row(), List.of()));
    }
  }

  private static void mark(DeliveredCells cells, CellMarks marks, Row row, List<BadCell> bad) {
    Map<Integer, List<BadCell>> byField =
        bad.stream()
            .collect(
                Collectors.groupingBy(
                    one -> fieldOf(cells, one.column()), TreeMap::new, Collectors.toList()));
    byField.forEach((field, ofField) -> marks.mark(row, field, ofField));
  }

  /** A row as a whole, or a column that was not delivered, is marked on the first cell. */
  private static int fieldOf(DeliveredCells cells, String column) {
    OptionalInt field = cells.fieldOf(column);
    return field.orElse(0);
  }
}

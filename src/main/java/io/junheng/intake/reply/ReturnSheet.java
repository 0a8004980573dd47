package io.junheng.intake.reply;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Text;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook for the sender of a file: a summary by cause, and the rows as they were sent, in their
 * places, with bad cells coloured and a comment on each in Chinese and English.
 *
 * <p>All cells are text, so that nothing that was sent is worked out when the workbook is opened.
 * Rows are streamed; comments stop at {@value #MOST_COMMENTS}, which the summary says. It holds
 * what the sender sent, people among it, and belongs under the rights of the archive.
 */
public record ReturnSheet(Catalogue catalogue, Configuration hadoop) {
  private static final int MOST_COMMENTS = 5_000;
  private static final int WINDOW = 100;
  private static final int COMMENT_COLUMNS = 4;
  private static final int COMMENT_ROWS = 5;

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
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
        DeliveredCells cells =
            DeliveredCells.open(
                catalogue, catalogue.contract(file.delivered().dataset()), file, hadoop)) {
      new SummarySheet(workbook).write(verdict, bad.size() > MOST_COMMENTS, solved);
      String name = cells.sheet().orElse("报送数据 Data");
      Sheet sheet =
          workbook.createSheet(
              name.equals(SummarySheet.NAME)
                  ? name + " 2"
                  : WorkbookUtil.createSafeSheetName(name));
      copy(cells, sheet, byRow(bad));
      workbook.write(out);
    }
  }

  private static Map<Long, List<BadCell>> byRow(List<BadCell> bad) {
    return bad.stream()
        .collect(Collectors.groupingBy(BadCell::row, TreeMap::new, Collectors.toList()));
  }

  private static void copy(DeliveredCells cells, Sheet sheet, Map<Long, List<BadCell>> bad)
      throws IOException {
    Marks marks = new Marks(sheet);
    while (cells.next() && cells.row() <= SpreadsheetVersion.EXCEL2007.getMaxRows()) {
      Row row = sheet.createRow(Math.toIntExact(cells.row() - 1));
      List<String> texts = cells.cells();
      for (int i = 0;
          i < Math.min(texts.size(), SpreadsheetVersion.EXCEL2007.getMaxColumns());
          i++) {
        row.createCell(i).setCellValue(texts.get(i));
      }
      Map<Integer, List<BadCell>> byField =
          bad.getOrDefault(cells.row(), List.of()).stream()
              .collect(
                  Collectors.groupingBy(
                      one -> fieldOf(cells, one.column()), TreeMap::new, Collectors.toList()));
      byField.forEach((field, ofField) -> marks.mark(row, field, ofField));
    }
  }

  /** A row as a whole, or a column that was not delivered, is marked on the first cell. */
  private static int fieldOf(DeliveredCells cells, String column) {
    OptionalInt field = cells.fieldOf(column);
    return field.orElse(0);
  }

  /** Colours cells and comments on them. */
  private static final class Marks {
    private final Sheet sheet;
    private final CellStyle bad;
    private final CreationHelper helper;
    private int comments;

    Marks(Sheet sheet) {
      this.sheet = sheet;
      this.helper = sheet.getWorkbook().getCreationHelper();
      this.bad = sheet.getWorkbook().createCellStyle();
      bad.setFillForegroundColor(IndexedColors.ROSE.getIndex());
      bad.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    void mark(Row row, int field, List<BadCell> problems) {
      Cell cell = row.getCell(field, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      cell.setCellStyle(bad);
      if (comments++ < MOST_COMMENTS) {
        Comment comment =
            sheet.createDrawingPatriarch().createCellComment(anchor(row.getRowNum(), field));
        comment.setAddress(row.getRowNum(), field);
        comment.setString(helper.createRichTextString(text(problems)));
        cell.setCellComment(comment);
      }
    }

    private ClientAnchor anchor(int row, int field) {
      ClientAnchor anchor = helper.createClientAnchor();
      anchor.setCol1(field + 1);
      anchor.setCol2(field + 1 + COMMENT_COLUMNS);
      anchor.setRow1(row);
      anchor.setRow2(row + COMMENT_ROWS);
      return anchor;
    }

    private static String text(List<BadCell> problems) {
      return problems.stream()
          .map(BadCell::message)
          .distinct()
          .map(Marks::bothLanguages)
          .collect(Collectors.joining("\n"));
    }

    private static String bothLanguages(Text message) {
      return message.zh() + "\n" + message.en();
    }
  }
}

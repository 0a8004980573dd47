package io.junheng.publication.workbook;

import io.junheng.table.SpreadsheetText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** A sheet that is written from top to bottom: lines of text, and tables. */
public final class Page {
  private static final int UNITS_OF_A_CHARACTER = 256;
  private static final int PADDING = 180;
  private static final int MOST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final float TITLE_HEIGHT = 30;
  private static final float UPRIGHT_HEIGHT = 150;
  private static final float LINE_HEIGHT = 16;
  private static final float MOST_HEIGHT = 400;
  private static final double SIDE_MARGIN = 0.4;
  private static final double END_MARGIN = 0.6;

  /** Where a table stands; rows and columns are counted from 0. */
  public record Block(int header, int first, int last, int columns) {}

  private final SXSSFSheet sheet;
  private final Looks looks;
  private int next;

  Page(SXSSFSheet sheet, Looks looks) {
    this.sheet = sheet;
    this.looks = looks;
    sheet.setDefaultRowHeightInPoints(LINE_HEIGHT);
  }

  /** The title over so many columns. */
  public void title(String text, int columns) {
    line(text, Look.Kind.TITLE, columns).setHeightInPoints(TITLE_HEIGHT);
  }

  /** A line of text over so many columns. */
  public Row line(String text, Look.Kind kind, int columns) {
    Row row = sheet.createRow(next++);
    put(row, 0, new CellValue(Optional.of(text), Look.of(kind)));
    if (columns > 1) {
      sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, columns - 1));
    }
    return row;
  }

  /** An empty line. */
  public void gap() {
    next++;
  }

  /**
   * A table: a header of one or, with groups, two rows, and a row for each value. Sets the widths
   * of its columns.
   */
  public <T> Block table(List<Column<T>> columns, List<T> values) {
    int header = next;
    header(columns);
    int first = next;
    for (T value : values) {
      Row row = sheet.createRow(next++);
      int lines = 1;
      for (int i = 0; i < columns.size(); i++) {
        CellValue cell = columns.get(i).cell().apply(value);
        put(row, i, cell);
        lines = Math.max(lines, TextWidth.lines(cell.content().orElse(""), columns.get(i).width()));
      }
      row.setHeightInPoints(Math.min(MOST_HEIGHT, LINE_HEIGHT * lines));
    }
    if (!values.isEmpty()) {
      for (int i = 0; i < columns.size(); i++) {
        CellRangeAddress region = new CellRangeAddress(first, next - 1, i, i);
        columns.get(i).colouring().ifPresent(colouring -> colouring.apply(sheet, region));
      }
    }
    return new Block(header, first, next - 1, columns.size());
  }

  private <T> void header(List<Column<T>> columns) {
    boolean isGrouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
    Row above = isGrouped ? sheet.createRow(next++) : null;
    Row row = sheet.createRow(next++);
    for (int i = 0; i < columns.size(); i++) {
      Column<T> column = columns.get(i);
      sheet.setColumnWidth(i, column.width() * UNITS_OF_A_CHARACTER + PADDING);
      CellValue text = new CellValue(Optional.of(column.header()), Look.of(column.headerKind()));
      put(row, i, text);
      row.setHeightInPoints(Math.max(row.getHeightInPoints(), headerHeight(column)));
      if (above != null) {
        put(above, i, column.group().isEmpty() ? text : CellValue.header(column.group()));
      }
    }
    if (above != null) {
      mergeHeaders(columns, above.getRowNum());
    }
  }

  private static float headerHeight(Column<?> column) {
    return column.headerKind() == Look.Kind.UPRIGHT_HEADER
        ? UPRIGHT_HEIGHT
        : LINE_HEIGHT * TextWidth.lines(column.header(), column.width());
  }

  /** Groups side by side become one cell; a column without a group reaches over both rows. */
  private <T> void mergeHeaders(List<Column<T>> columns, int above) {
    int from = 0;
    while (from < columns.size()) {
      String group = columns.get(from).group();
      int to = from;
      while (!group.isEmpty()
          && to + 1 < columns.size()
          && columns.get(to + 1).group().equals(group)) {
        to++;
      }
      if (group.isEmpty()) {
        sheet.addMergedRegion(new CellRangeAddress(above, above + 1, from, from));
      } else if (to > from) {
        sheet.addMergedRegion(new CellRangeAddress(above, above, from, to));
      }
      from = to + 1;
    }
  }

  private void put(Row row, int column, CellValue value) {
    Cell cell = row.createCell(column);
    Object content = value.content().orElse(null);
    Looks.Prefix prefix = Looks.Prefix.NONE;
    if (content instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (content instanceof String text) {
      cell.setCellValue(cut(text));
      prefix = SpreadsheetText.looksLikeFormula(text) ? Looks.Prefix.QUOTED : Looks.Prefix.NONE;
    } else if (content != null) {
      throw new IllegalArgumentException("a cell holds no " + content.getClass());
    }
    cell.setCellStyle(looks.style(value.look(), prefix));
  }

  private static String cut(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 1) + "…";
  }

  /** Keeps the header, and so many columns, in sight. */
  public void freeze(Block block, int columns) {
    sheet.createFreezePane(columns, block.first());
  }

  /** Buttons for sorting and filtering in the header. */
  public void filter(Block block) {
    sheet.setAutoFilter(
        new CellRangeAddress(
            block.first() - 1, Math.max(block.first(), block.last()), 0, block.columns() - 1));
  }

  /** Hides a column from view and print; it stays there for programs. */
  public void hide(int... columns) {
    IntStream.of(columns).forEach(column -> sheet.setColumnHidden(column, true));
  }

  /**
   * Sets the sheet up for A4 across, as wide as the page, with page numbers; each page repeats the
   * header.
   *
   * @param mark stands on top of each page, as that of sample data
   */
  public void print(Optional<Block> repeated, String footer, Optional<String> mark) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, SIDE_MARGIN);
    sheet.setMargin(PageMargin.RIGHT, SIDE_MARGIN);
    sheet.setMargin(PageMargin.TOP, END_MARGIN);
    sheet.setMargin(PageMargin.BOTTOM, END_MARGIN);
    repeated.ifPresent(
        block ->
            sheet.setRepeatingRows(
                new CellRangeAddress(block.header(), block.first() - 1, -1, -1)));
    mark.ifPresent(text -> sheet.getHeader().setCenter(escaped(text)));
    Footer foot = sheet.getFooter();
    foot.setLeft(escaped(footer));
    foot.setRight("&P / &N");
  }

  /** Writes what is still held back of the rows. */
  void flush() throws IOException {
    sheet.flushRows();
  }

  /** In headers and footers an ampersand begins a command. */
  private static String escaped(String text) {
    return text.replace("&", "&&");
  }
}

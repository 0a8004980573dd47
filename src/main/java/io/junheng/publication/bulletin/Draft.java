package io.junheng.publication.bulletin;

import io.junheng.publication.workbook.SettledZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * A Word document in the making, set like an official paper (GB/T 9704: A4, margins, type). Figures
 * in a text get a number in brackets; {@link #sources} lists where they come from.
 */
final class Draft implements AutoCloseable {
  private static final Optional<Date> NO_DAY = Optional.of(Date.from(Instant.EPOCH));
  private static final String HEADING_FONT = "黑体";
  private static final String TEXT_FONT = "仿宋";
  private static final int TITLE_POINTS = 22;
  private static final int TEXT_POINTS = 16;
  private static final int PAGE_POINTS = 14;
  private static final int CAPTION_POINTS = 12;
  private static final int TABLE_POINTS = 9;
  private static final int SOURCE_POINTS = 9;
  private static final int INDENT = 640;
  private static final double LINES = 1.4;
  private static final String SHADE = "DDE7F3";

  /** Twentieths of a point. */
  private static final long[] A4 = {11906, 16838};

  private static final long[] MARGINS = {2098, 1474, 1984, 1588};
  private static final int TEXT_WIDTH = (int) (A4[0] - MARGINS[1] - MARGINS[3]);
  private static final int BESIDE_TEXT = 60;

  private final XWPFDocument document = new XWPFDocument();
  private final List<Figure> figures = new ArrayList<>();

  Draft(String title) {
    POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator("Junheng");
    properties.getUnderlyingProperties().setCreatedProperty(NO_DAY);
    properties.getUnderlyingProperties().setModifiedProperty(NO_DAY);
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4[0]));
    size.setH(BigInteger.valueOf(A4[1]));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(MARGINS[0]));
    margins.setRight(BigInteger.valueOf(MARGINS[1]));
    margins.setBottom(BigInteger.valueOf(MARGINS[2]));
    margins.setLeft(BigInteger.valueOf(MARGINS[3]));
    numberPages();
  }

  private void numberPages() {
    XWPFParagraph number = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    number.setAlignment(ParagraphAlignment.CENTER);
    run(number, "— ", TEXT_FONT, PAGE_POINTS);
    number.getCTP().addNewFldSimple().setInstr("PAGE");
    run(number, " —", TEXT_FONT, PAGE_POINTS);
  }

  void title(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    run(paragraph, text, HEADING_FONT, TITLE_POINTS);
  }

  /** A line that must not be overlooked, such as the mark of sample data. */
  void label(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    XWPFRun run = run(paragraph, text, HEADING_FONT, CAPTION_POINTS);
    run.setColor("C00000");
  }

  void heading(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBefore(160);
    paragraph.setSpacingBetween(LINES);
    run(paragraph, text, HEADING_FONT, TEXT_POINTS);
  }

  /** A paragraph of texts and {@link Figure}s. */
  void paragraph(Object... parts) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setFirstLineIndent(INDENT);
    paragraph.setSpacingBetween(LINES);
    add(paragraph, TEXT_POINTS, parts);
  }

  /** What stands above a table: texts and {@link Figure}s. */
  void caption(Object... parts) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBefore(160);
    paragraph.setSpacingAfter(40);
    paragraph.setKeepNext(true);
    add(paragraph, CAPTION_POINTS, parts);
  }

  /** A line in small type, such as how a table is read. */
  void note(String text) {
    run(document.createParagraph(), text, TEXT_FONT, TABLE_POINTS);
  }

  /** A table of texts and {@link Figure}s. */
  void table(List<Column> columns, List<List<Object>> rows) {
    XWPFTable table = document.createTable(1, columns.size());
    table.setCellMargins(0, BESIDE_TEXT, 0, BESIDE_TEXT);
    setWidths(table, columns);
    for (int i = 0; i < columns.size(); i++) {
      XWPFTableCell cell = table.getRow(0).getCell(i);
      cell.setColor(SHADE);
      fill(cell, ParagraphAlignment.CENTER, columns.get(i).header());
    }
    table.getRow(0).setRepeatHeader(true);
    for (List<Object> values : rows) {
      XWPFTableRow row = table.createRow();
      row.setCantSplitRow(true);
      for (int i = 0; i < values.size(); i++) {
        fill(row.getCell(i), columns.get(i).side(), values.get(i));
      }
    }
  }

  private void setWidths(XWPFTable table, List<Column> columns) {
    table.setWidth("100%");
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    for (int i = 0; i < columns.size(); i++) {
      int width = TEXT_WIDTH * columns.get(i).width() / 100;
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
      table.getRow(0).getCell(i).setWidth(Integer.toString(width));
    }
  }

  private void fill(XWPFTableCell cell, ParagraphAlignment side, Object part) {
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setAlignment(side);
    paragraph.setSpacingAfter(0);
    add(paragraph, TABLE_POINTS, part);
  }

  private void add(XWPFParagraph paragraph, int points, Object... parts) {
    for (Object part : parts) {
      if (part instanceof Figure figure) {
        figures.add(figure);
        run(paragraph, figure.text(), TEXT_FONT, points);
        XWPFRun mark = run(paragraph, "[" + figures.size() + "]", TEXT_FONT, points);
        mark.setSubscript(VerticalAlign.SUPERSCRIPT);
      } else {
        run(paragraph, part.toString(), TEXT_FONT, points);
      }
    }
  }

  /** Latin letters in another type than Chinese ones, as papers are set. */
  private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setFontSize(points);
    run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
    run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    return run;
  }

  /** Lists the sources of all figures so far. */
  void sources() {
    for (int i = 0; i < figures.size(); i++) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setSpacingAfter(0);
      run(paragraph, "[" + (i + 1) + "] " + figures.get(i).source(), TEXT_FONT, SOURCE_POINTS);
    }
  }

  void writeTo(OutputStream out) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    document.write(whole);
    SettledZip.copy(whole.toByteArray(), out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}

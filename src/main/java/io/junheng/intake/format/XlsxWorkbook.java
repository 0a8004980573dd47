package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/**
 * An {@code .xlsx} file. In memory are its packed bytes and the texts that its cells share; rows
 * are streamed. Macros and links are not looked at.
 */
final class XlsxWorkbook implements Workbook {
  private static final long LARGEST_SHARED = 256L << 20;

  private final OPCPackage parts;
  private final XSSFReader reader;
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedTexts texts;
  private final DateStyles styles;

  private XlsxWorkbook(OPCPackage parts) throws IOException, OpenXML4JException, UnreadableText {
    this.parts = parts;
    reader = new XSSFReader(parts);
    readSheets();
    texts = SharedTexts.read(bounded(reader.getSharedStringsData()));
    styles = DateStyles.read(bounded(reader.getStylesData()));
  }

  /** Opens a workbook from its bytes. */
  static XlsxWorkbook open(byte[] packed) throws IOException, UnreadableText {
    XlsxParts zip = new XlsxParts(packed);
    try {
      return new XlsxWorkbook(OPCPackage.open(zip));
    } catch (XlsxParts.ZipBomb e) {
      zip.close();
      throw new UnreadableText(Rule.BOMB);
    } catch (OpenXML4JException e) {
      zip.close();
      throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
    } catch (IOException | UnreadableText | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static InputStream bounded(InputStream part) {
    return part == null ? null : new XlsxParts.Bounded(part, LARGEST_SHARED);
  }

  private void readSheets() throws IOException, OpenXML4JException, UnreadableText {
    try (SheetXml xml = new SheetXml(reader.getWorkbookData())) {
      for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          take(xml);
        }
      }
    }
  }

  private void take(SheetXml xml) throws UnreadableText {
    if (xml.name().equals("sheet")) {
      boolean visible =
          !xml.attribute("state").toLowerCase(java.util.Locale.ROOT).contains("hidden");
      sheets.add(new Sheet(xml.attribute("name"), visible, xml.attribute("id")));
    } else if (xml.name().equals("workbookPr") && xml.isTrue("date1904")) {
      throw new UnreadableText(Rule.DAYS_FROM_1904);
    }
  }

  @Override
  public String label() {
    return "XLSX";
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public Records open(Sheet sheet) throws IOException, UnreadableText {
    try {
      return new XlsxRecords(new SheetXml(reader.getSheet(sheet.place())), texts, styles);
    } catch (OpenXML4JException e) {
      throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
    }
  }

  @Override
  public void close() {
    parts.revert();
  }
}

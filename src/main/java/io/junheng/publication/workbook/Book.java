package io.junheng.publication.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making. Rows are streamed; {@link #writeTo} ends it. */
public final class Book implements AutoCloseable {
  /** What office programs show as day of making: the bytes must not depend on the clock. */
  private static final Optional<Date> NO_DAY = Optional.of(Date.from(Instant.EPOCH));

  private static final int WINDOW = 200;

  private final SXSSFWorkbook workbook;
  private final Looks looks;
  private final SheetNames names = new SheetNames();
  private final List<Page> pages = new ArrayList<>();

  /**
   * @param title shown by office programs as the document's title
   */
  public Book(String title) {
    this.workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW, false, true);
    // Its entries of unknown length could not be read as a stream otherwise.
    workbook.setZip64Mode(Zip64Mode.Never);
    this.looks = new Looks(workbook);
    POIXMLProperties.CoreProperties properties =
        workbook.getXSSFWorkbook().getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator("Junheng");
    properties.getUnderlyingProperties().setCreatedProperty(NO_DAY);
    properties.getUnderlyingProperties().setModifiedProperty(NO_DAY);
  }

  /** A new sheet behind those that are there. */
  public Page page(String name) {
    Page page = new Page(workbook.createSheet(names.next(name)), looks);
    pages.add(page);
    return page;
  }

  /** Writes the workbook; the same content gives the same bytes. */
  public void writeTo(OutputStream out) throws IOException {
    // The library would take the sheets in an order of chance, and number their texts by it.
    for (Page page : pages) {
      page.flush();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    workbook.write(whole);
    SettledZip.copy(whole.toByteArray(), out);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}

package io.junheng.intake.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An {@code .xls} file of Excel 97 and later. In memory are its bytes and the shared texts. */
final class XlsWorkbook implements Workbook {
  private static final String STREAM = "Workbook";
  private static final String OLD_STREAM = "Book";
  private static final String ENCRYPTED = "EncryptedPackage";

  private final POIFSFileSystem file;
  private final List<Sheet> sheets = new ArrayList<>();
  private final DateStyles styles = new DateStyles();
  private SSTRecord texts = new SSTRecord();

  private XlsWorkbook(POIFSFileSystem file) throws IOException, UnreadableText {
    this.file = file;
    DirectoryNode root = file.getRoot();
    if (root.hasEntryCaseInsensitive(ENCRYPTED)) {
      throw new UnreadableText(Rule.ENCRYPTED);
    }
    if (!root.hasEntryCaseInsensitive(STREAM)) {
      boolean old = root.hasEntryCaseInsensitive(OLD_STREAM);
      throw new UnreadableText(old ? Rule.OLD_WORKBOOK : Rule.NO_DELIVERY);
    }
    readGlobals();
  }

  /** Opens a workbook from its bytes. */
  static XlsWorkbook open(byte[] bytes) throws IOException, UnreadableText {
    POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes));
    try {
      return new XlsWorkbook(file);
    } catch (IOException | UnreadableText | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private InputStream stream() throws IOException {
    return file.getRoot().createDocumentInputStream(file.getRoot().getEntryCaseInsensitive(STREAM));
  }

  private void readGlobals() throws IOException, UnreadableText {
    try (InputStream in = stream()) {
      RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
      for (Record next = records.nextRecord();
          next != null && !(next instanceof EOFRecord);
          next = records.nextRecord()) {
        take(next);
      }
    }
  }

  private void take(Record record) throws UnreadableText {
    if (record instanceof BoundSheetRecord sheet) {
      boolean visible = !sheet.isHidden() && !sheet.isVeryHidden();
      String place = String.valueOf(sheet.getPositionOfBof());
      sheets.add(new Sheet(sheet.getSheetname(), visible, place));
    } else if (record instanceof SSTRecord shared) {
      texts = shared;
    } else if (record instanceof FormatRecord format) {
      styles.addFormat(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      styles.addStyle(style.getFormatIndex());
    } else if (record instanceof DateWindow1904Record window && window.getWindowing() == 1) {
      throw new UnreadableText(Rule.DAYS_FROM_1904);
    }
  }

  @Override
  public String label() {
    return "XLS";
  }

  @Override
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public Records open(Sheet sheet) throws IOException {
    InputStream in = stream();
    in.skipNBytes(Long.parseLong(sheet.place()));
    return new XlsRecords(in, texts, styles);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

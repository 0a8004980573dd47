package io.junheng.intake.reply;

import io.junheng.intake.format.ArchivedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The workbook that a sender delivered, to be marked in its own formats: an {@code .xlsx} that is
 * small enough to be held in memory and holds nothing but sheets, texts, styles and drawings.
 * Macros, links to other files, queries and embedded objects are nothing to send back.
 */
final class OwnWorkbook {
  private static final int LARGEST_BYTES = 2 << 20;
  private static final int LARGEST_UNPACKED = 16 << 20;
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\[Content_Types]\\.xml|_rels/\\.rels|docProps/(app|core|custom)\\.xml|xl/_rels/workbook\\.xml\\.rels"
              + "|xl/(workbook|styles|sharedStrings|calcChain|metadata)\\.xml|xl/theme/theme\\d*\\.xml"
              + "|xl/worksheets/(_rels/)?sheet\\d*\\.xml(\\.rels)?|xl/comments\\d*\\.xml"
              + "|xl/drawings/vmlDrawing\\d*\\.vml|xl/printerSettings/printerSettings\\d*\\.bin");

  private OwnWorkbook() {}

  /** Opens it, with formulas replaced by their values; empty where a copy has to do. */
  static Optional<XSSFWorkbook> open(ArchivedFile file, Configuration hadoop) throws IOException {
    Path path = new Path(file.path());
    byte[] bytes;
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      bytes = in.readNBytes(LARGEST_BYTES + 1);
    }
    if (bytes.length > LARGEST_BYTES || !isPlain(bytes)) {
      return Optional.empty();
    }
    XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
    workbook.forEach(OwnWorkbook::keepValues);
    return Optional.of(workbook);
  }

  private static boolean isPlain(byte[] bytes) throws IOException {
    long unpacked = 0;
    int parts = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (!part.isDirectory() && !PLAIN.matcher(part.getName()).matches()) {
          return false;
        }
        unpacked += zip.readNBytes(LARGEST_UNPACKED + 1).length;
        if (unpacked > LARGEST_UNPACKED) {
          return false;
        }
        parts++;
      }
    }
    return parts > 0;
  }

  private static void keepValues(Sheet sheet) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          cell.removeFormula();
        }
      }
    }
  }
}

package io.junheng.intake.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Opens a delivered file. What it holds decides how it is read, not its name: people rename
 * workbooks to {@code .csv}, and programs write text into {@code .xls}.
 */
final class OpenFile {
  private static final int BUFFER = 1 << 16;
  private static final int LARGEST_WORKBOOK = 200 << 20;

  private OpenFile() {}

  /** The records of a file, to be closed by the caller. */
  static Records open(FilePlan file, RowPlan plan, Configuration hadoop)
      throws IOException, UnreadableText {
    Path path = new Path(file.path());
    InputStream in = new BufferedInputStream(path.getFileSystem(hadoop).open(path), BUFFER);
    Content content = Content.of(in);
    if (content == Content.TEXT) {
      return CsvRecords.open(in);
    }
    try (in) {
      return switch (content) {
        case PARQUET -> ParquetRecords.open(path, hadoop);
        case ZIP, OLE2 -> workbook(content, bytes(in), plan);
        default -> throw new UnreadableText(Rule.NO_DELIVERY);
      };
    }
  }

  private static byte[] bytes(InputStream in) throws IOException, UnreadableText {
    byte[] bytes = in.readNBytes(LARGEST_WORKBOOK + 1);
    if (bytes.length > LARGEST_WORKBOOK) {
      throw new UnreadableText(Rule.LARGE_WORKBOOK, LARGEST_WORKBOOK >> 20);
    }
    return bytes;
  }

  private static Records workbook(Content content, byte[] bytes, RowPlan plan)
      throws UnreadableText {
    return Guarded.opening(
        () -> {
          Workbook workbook =
              content == Content.ZIP ? XlsxWorkbook.open(bytes) : XlsWorkbook.open(bytes);
          return SheetRecords.open(workbook, plan);
        });
  }
}

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
  private OpenFile() {}

  /** The records of a file, to be closed by the caller. */
  static Records open(FilePlan file, RowPlan plan, Configuration hadoop)
      throws IOException, UnreadableText {
    Path path = new Path(file.path());
    InputStream in = new BufferedInputStream(path.getFileSystem(hadoop).open(path), 1 << 16);
    return CsvRecords.open(in);
  }
}

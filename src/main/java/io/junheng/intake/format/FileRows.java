package io.junheng.intake.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;

/** The rows of one file: its records, then the row that stands for the file as a whole. */
final class FileRows implements Closeable {
  private final CsvRecords records;
  private final RowReader reader;
  private final FileFindings findings = new FileFindings();
  private Optional<HeaderMapping> header = Optional.empty();
  private boolean begun;
  private boolean ended;
  private long rows;
  private InternalRow row = InternalRow.empty();

  private FileRows(CsvRecords records, RowReader reader) {
    this.records = records;
    this.reader = reader;
  }

  static FileRows open(FilePlan file, RowReader reader, Configuration hadoop) throws IOException {
    Path path = new Path(file.path());
    if (!(file.format() instanceof DeliveredFormat.Csv)) {
      throw new IllegalStateException("no reader for the format of " + file.path());
    }
    return new FileRows(new CsvRecords(path.getFileSystem(hadoop).open(path)), reader);
  }

  boolean next() throws IOException {
    if (ended) {
      return false;
    }
    if (nextRecord()) {
      rows++;
      row = reader.read(records.record(), records.row(), header.get(), findings);
    } else {
      ended = true;
      row = reader.fileRow(findings, rows);
    }
    return true;
  }

  private boolean nextRecord() throws IOException {
    try {
      if (!begun) {
        begun = true;
        readHeader();
      }
      if (header.isEmpty()) {
        return false;
      }
      boolean found = records.next();
      if (!found && rows == 0) {
        findings.addForFile(Rule.NO_ROWS, "");
      }
      return found;
    } catch (UnreadableText e) {
      e.addTo(findings);
      return false;
    }
  }

  private void readHeader() throws IOException, UnreadableText {
    if (!records.next()) {
      findings.addForFile(Rule.EMPTY_FILE, "");
      return;
    }
    header = HeaderMapping.of(records.record(), reader.plan(), findings);
  }

  InternalRow row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}

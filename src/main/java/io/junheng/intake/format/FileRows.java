package io.junheng.intake.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;

/** The rows of one file: its records, then the row that stands for the file as a whole. */
final class FileRows implements Closeable {
  private final FilePlan file;
  private final RowReader reader;
  private final Configuration hadoop;
  private final FileFindings findings = new FileFindings();
  private Optional<LeadingRecords> records = Optional.empty();
  private Optional<HeaderMapping> header = Optional.empty();
  private boolean begun;
  private boolean ended;
  private long rows;
  private InternalRow row = InternalRow.empty();

  FileRows(FilePlan file, RowReader reader, Configuration hadoop) {
    this.file = file;
    this.reader = reader;
    this.hadoop = hadoop;
  }

  boolean next() throws IOException {
    if (ended) {
      return false;
    }
    if (nextRecord()) {
      rows++;
      row = reader.read(records.get().record(), header.get(), findings);
    } else {
      ended = true;
      records.ifPresent(read -> read.tell(findings));
      row = reader.fileRow(findings, rows);
    }
    return true;
  }

  private boolean nextRecord() throws IOException {
    try {
      if (!begun) {
        begun = true;
        records = Optional.of(new LeadingRecords(OpenFile.open(file, reader.plan(), hadoop)));
        records.get().sheet().ifPresent(this::onSheet);
        readHeader(records.get());
      }
      boolean found = header.isPresent() && nextOfData(records.get());
      if (!found && header.isPresent() && rows == 0) {
        findings.addForFile(Rule.NO_ROWS, "");
      }
      return found;
    } catch (UnreadableText e) {
      e.addTo(findings);
      return false;
    }
  }

  private void onSheet(String name) {
    findings.onSheet(name);
    reader.onSheet(name);
  }

  private boolean nextOfData(LeadingRecords from) throws IOException, UnreadableText {
    while (from.next()) {
      CellRecord record = from.record();
      if (rows == 0 && NumberingRow.is(record)) {
        findings.addForRow(Rule.NUMBERING_ROW, record.row());
      } else if (TotalsRow.is(record)) {
        findings.addForRow(Rule.TOTALS_ROW, record.row());
      } else {
        if (record.isHidden()) {
          findings.addForRow(Rule.HIDDEN_ROW, record.row());
        }
        return true;
      }
    }
    return false;
  }

  private void readHeader(LeadingRecords from) throws IOException, UnreadableText {
    List<CellRecord> first = from.peek(HeaderSearch.RECORDS);
    Optional<HeaderSearch.Found> found = new HeaderSearch(reader.plan()).among(first);
    if (found.isEmpty()) {
      if (!from.next()) {
        findings.addForFile(Rule.EMPTY_FILE, "");
      }
      return;
    }
    header = found.get().header().mapping(findings);
    if (header.isPresent()) {
      skipHeader(found.get(), from);
    }
  }

  private void skipHeader(HeaderSearch.Found found, LeadingRecords from)
      throws IOException, UnreadableText {
    for (int i = 0; i < found.before() + found.depth(); i++) {
      from.next();
    }
    if (found.before() > 0 || found.depth() > 1) {
      findings.addForFile(Rule.HEADER_BELOW, "", found.row(), found.depth());
    }
  }

  InternalRow row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    if (records.isPresent()) {
      records.get().close();
    }
  }
}

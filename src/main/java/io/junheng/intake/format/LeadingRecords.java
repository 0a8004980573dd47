package io.junheng.intake.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Records of which the first can be looked at before they are read, to find the header among them.
 */
final class LeadingRecords implements Closeable {
  private final Records records;
  private final Deque<CellRecord> ahead = new ArrayDeque<>();
  private Optional<UnreadableText> brokenBehind = Optional.empty();
  private Optional<CellRecord> replayed = Optional.empty();

  LeadingRecords(Records records) {
    this.records = records;
  }

  /** The next records, at most so many; they will still be read. */
  List<CellRecord> peek(int atMost) throws IOException {
    try {
      while (ahead.size() < atMost && records.next()) {
        ahead.add(records.record().copy());
      }
    } catch (UnreadableText e) {
      brokenBehind = Optional.of(e);
    }
    return new ArrayList<>(ahead);
  }

  /** Moves to the next record; false at the end. */
  boolean next() throws IOException, UnreadableText {
    replayed = Optional.ofNullable(ahead.poll());
    if (replayed.isPresent()) {
      return true;
    }
    if (brokenBehind.isPresent()) {
      throw brokenBehind.get();
    }
    return records.next();
  }

  /** The record at hand. */
  CellRecord record() {
    return replayed.orElseGet(records::record);
  }

  /** The sheet on which they stand. */
  Optional<String> sheet() {
    return records.sheet();
  }

  /** After the last record: notes how the file was read. */
  void tell(FileFindings findings) {
    records.tell(findings);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}

package io.junheng.intake.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The records of a CSV file one after the other. A text that cannot be read further ends in {@link
 * UnreadableText}; that the storage fails is an {@link IOException} as always.
 */
final class CsvRecords implements Closeable {
  private static final int LONGEST_CELL = 1 << 24;

  private final StrictUtf8 text;
  private final CellRecord record = new CellRecord();
  private final CloseableIterator<CellRecord> records;
  private long row;

  CsvRecords(InputStream in) {
    text = new StrictUtf8(in);
    records =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .build(record, text)
            .iterator();
  }

  /** Moves to the next record that is not blank; false at the end. */
  boolean next() throws IOException, UnreadableText {
    try {
      while (records.hasNext()) {
        records.next();
        row++;
        if (!record.isBlank()) {
          return true;
        }
      }
      return false;
    } catch (CsvParseException e) {
      throw unreadable(Rule.BROKEN_QUOTES);
    } catch (UncheckedIOException e) {
      if (text.malformedAt().isPresent()) {
        throw unreadable(Rule.NOT_UTF8);
      }
      throw e.getCause();
    }
  }

  private UnreadableText unreadable(Rule rule) {
    return text.malformedAt().isPresent()
        ? new UnreadableText(Rule.NOT_UTF8, row + 1, text.malformedAt().getAsLong())
        : new UnreadableText(rule, row + 1, 0);
  }

  /** The record at hand; its cells change with the next one. */
  CellRecord record() {
    return record;
  }

  /** The row of the record at hand as a spreadsheet counts it, from 1; blank rows count. */
  long row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}

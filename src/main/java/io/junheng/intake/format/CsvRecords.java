package io.junheng.intake.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The records of a delimited text; encoding and delimiter are found out. */
final class CsvRecords implements Records {
  private static final int LONGEST_CELL = 1 << 24;

  private final TextReader text;
  private final CellRecord record = new CellRecord();
  private final CloseableIterator<CellRecord> records;
  private final char delimiter;
  private long row;

  private CsvRecords(TextReader text) throws IOException, UnreadableText {
    this.text = text;
    delimiter = Delimiter.of(text.start());
    records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .allowExtraCharsAfterClosingQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .build(new Filling(record), text)
            .iterator();
  }

  /** Opens a text; closes the stream itself where it cannot. */
  static CsvRecords open(InputStream in) throws IOException, UnreadableText {
    try {
      return new CsvRecords(new TextReader(in));
    } catch (IOException | UnreadableText e) {
      in.close();
      throw e;
    }
  }

  @Override
  public boolean next() throws IOException, UnreadableText {
    try {
      while (records.hasNext()) {
        records.next();
        row++;
        record.atRow(row);
        if (!record.isBlank()) {
          return true;
        }
      }
      return false;
    } catch (CsvParseException e) {
      throw unreadable();
    } catch (UncheckedIOException e) {
      if (text.malformedAt().isPresent()) {
        throw unreadable();
      }
      throw e.getCause();
    }
  }

  private UnreadableText unreadable() {
    return text.malformedAt().isPresent()
        ? new UnreadableText(
            Rule.BROKEN_ENCODING, row + 1, text.malformedAt().getAsLong(), text.encoding().label())
        : new UnreadableText(Rule.BROKEN_QUOTES, row + 1);
  }

  @Override
  public CellRecord record() {
    return record;
  }

  @Override
  public void tell(FileFindings findings) {
    String encoding = text.encoding().label();
    if (text.encoding() != Encoding.UTF_8 || delimiter != ',') {
      findings.addReadAs(encoding, Rule.READ_AS_TEXT, encoding, Delimiter.shown(delimiter));
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** Hands what FastCSV finds to the record. */
  private static final class Filling extends AbstractBaseCsvCallbackHandler<CellRecord> {
    private final CellRecord record;

    Filling(CellRecord record) {
      this.record = record;
    }

    @Override
    protected void handleBegin(long startingLine) {
      record.begin(startingLine);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      record.add(buffer, offset, length);
    }

    @Override
    protected CellRecord buildRecord() {
      return record;
    }
  }
}

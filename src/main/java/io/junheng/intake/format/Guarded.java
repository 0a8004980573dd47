package io.junheng.intake.format;

import java.io.IOException;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;

/**
 * Records that a library reads from a file whose whole structure is the sender's: whatever the
 * library throws at a damaged one says that the file is damaged. The bytes are in memory by then,
 * so no failure of the storage is among it.
 */
record Guarded(Records records) implements Records {
  /** Opens records. */
  interface Opening {
    Records open() throws IOException, UnreadableText;
  }

  /** Opens records and guards them. */
  static Records opening(Opening opening) throws UnreadableText {
    try {
      return new Guarded(opening.open());
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  private static UnreadableText unreadable(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EncryptedDocumentException) {
        return new UnreadableText(Rule.ENCRYPTED);
      }
      if (cause instanceof XlsxParts.ZipBomb) {
        return new UnreadableText(Rule.BOMB);
      }
    }
    return new UnreadableText(Rule.DAMAGED_WORKBOOK);
  }

  @Override
  public boolean next() throws UnreadableText {
    try {
      return records.next();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public CellRecord record() {
    return records.record();
  }

  @Override
  public Optional<String> sheet() {
    return records.sheet();
  }

  @Override
  public void tell(FileFindings findings) {
    records.tell(findings);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}

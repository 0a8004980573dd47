package io.junheng.intake.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The records of a delivered file one after the other, whatever its format: cells of text. What
 * cannot be read further ends in {@link UnreadableText}; that the storage fails is an {@link
 * IOException} as always.
 */
interface Records extends Closeable {
  /** Moves to the next record that is not blank; false at the end. */
  boolean next() throws IOException, UnreadableText;

  /** The record at hand; its cells change with the next one. */
  CellRecord record();

  /** The sheet on which they stand; empty where a file has no sheets. */
  default Optional<String> sheet() {
    return Optional.empty();
  }

  /** After the last record: notes how the file was read, if not in the plainest way. */
  void tell(FileFindings findings);
}

package io.junheng.intake.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/**
 * The cells of the record that was read last, as characters in one buffer that the next record
 * overwrites.
 */
final class CellRecord extends AbstractBaseCsvCallbackHandler<CellRecord> {
  private char[] chars = new char[1 << 12];
  private int[] ends = new int[64];
  private int fields;
  private int used;
  private long line;

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    fields = 0;
    used = 0;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (used + length > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(used + length, 2 * chars.length));
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    System.arraycopy(buffer, offset, chars, used, length);
    used += length;
    ends[fields++] = used;
  }

  @Override
  protected CellRecord buildRecord() {
    return this;
  }

  /**
   * The line of the file on which the record begins, from 1; differs from its row after a quoted
   * line end.
   */
  long line() {
    return line;
  }

  int fields() {
    return fields;
  }

  /** Whether all cells are empty, as in the rows that spreadsheets leave at the end. */
  boolean isBlank() {
    for (int i = 0; i < used; i++) {
      if (!Blank.is(chars[i])) {
        return false;
      }
    }
    return true;
  }

  char[] chars() {
    return chars;
  }

  /** Where the trimmed cell begins. */
  int start(int field) {
    int start = field == 0 ? 0 : ends[field - 1];
    int end = ends[field];
    while (start < end && Blank.is(chars[start])) {
      start++;
    }
    return start;
  }

  /** Behind the last character of the trimmed cell that begins at {@code start}. */
  int end(int field, int start) {
    int end = ends[field];
    while (end > start && Blank.is(chars[end - 1])) {
      end--;
    }
    return end;
  }

  /** The trimmed cell as a string. */
  String text(int field) {
    int start = start(field);
    return new String(chars, start, end(field, start) - start);
  }
}

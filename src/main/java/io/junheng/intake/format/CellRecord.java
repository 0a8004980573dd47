package io.junheng.intake.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of the record that was read last, as characters in one buffer that the next record
 * overwrites.
 */
final class CellRecord {
  private char[] chars = new char[1 << 12];
  private int[] ends = new int[64];
  private int fields;
  private int used;
  private long line;
  private long row;
  private boolean hidden;

  /** Begins a record that stands on this line of a text; there is nothing in it yet. */
  void begin(long startingLine) {
    line = startingLine;
    row = startingLine;
    hidden = false;
    fields = 0;
    used = 0;
  }

  /** Adds a cell. */
  void add(char[] buffer, int offset, int length) {
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

  /** Adds a cell. */
  void add(String text) {
    add(text.toCharArray(), 0, text.length());
  }

  /** Adds empty cells until there are so many. */
  void padTo(int wanted) {
    while (fields < wanted) {
      add(chars, 0, 0);
    }
  }

  /** Says which row of the file it is. */
  void atRow(long number) {
    row = number;
  }

  /** Says that the sender does not see the row. */
  void hide() {
    hidden = true;
  }

  /** A copy that stays as it is. */
  CellRecord copy() {
    CellRecord copy = new CellRecord();
    copy.chars = Arrays.copyOf(chars, Math.max(1, used));
    copy.ends = Arrays.copyOf(ends, Math.max(1, fields));
    copy.fields = fields;
    copy.used = used;
    copy.line = line;
    copy.row = row;
    copy.hidden = hidden;
    return copy;
  }

  /** The row as a spreadsheet counts it, from 1; blank rows count. */
  long row() {
    return row;
  }

  /** Whether the row is hidden in its workbook. */
  boolean isHidden() {
    return hidden;
  }

  /**
   * The line of the text on which the record begins, from 1; differs from its row after a quoted
   * line end, never in a workbook.
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

  /** Whether all cells from this one on are empty. */
  boolean isBlankFrom(int field) {
    for (int i = field; i < fields; i++) {
      int start = start(i);
      if (end(i, start) > start) {
        return false;
      }
    }
    return true;
  }

  /** The trimmed cells as strings, each cut to so many characters. */
  List<String> texts(int atMost) {
    return IntStream.range(0, fields).mapToObj(field -> text(field, atMost)).toList();
  }

  private String text(int field, int atMost) {
    int start = start(field);
    return new String(chars, start, Math.min(atMost, end(field, start) - start));
  }

  /** The trimmed cell as a string. */
  String text(int field) {
    int start = start(field);
    return new String(chars, start, end(field, start) - start);
  }
}

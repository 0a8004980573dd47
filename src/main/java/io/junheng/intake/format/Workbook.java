package io.junheng.intake.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The sheets of a workbook, each of which can be read from its beginning, several times. */
interface Workbook extends Closeable {
  /**
   * A sheet.
   *
   * @param place where its rows are found: an id or position within the file
   */
  record Sheet(String name, boolean visible, String place) {}

  /** What the file is called among people: {@code XLSX}, {@code XLS}. */
  String label();

  /** The sheets in their order. */
  List<Sheet> sheets();

  /** The records of a sheet; closing them leaves the workbook open. */
  Records open(Sheet sheet) throws IOException, UnreadableText;
}

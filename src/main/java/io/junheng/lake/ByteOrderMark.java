package io.junheng.lake;

/** Whether a CSV file begins with the mark by which spreadsheets know UTF-8. */
public enum ByteOrderMark {
  WRITTEN,
  LEFT_OUT
}

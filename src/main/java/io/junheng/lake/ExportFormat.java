package io.junheng.lake;

/** How a table is written as one file. */
public enum ExportFormat {
  /** RFC 4180, UTF-8, a header of column names. */
  CSV,
  /** One object per line, UTF-8. */
  JSON,
  PARQUET
}

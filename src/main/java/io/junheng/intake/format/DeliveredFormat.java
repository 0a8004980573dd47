package io.junheng.intake.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file's name promises. What it really holds decides how it is read ({@link OpenFile}):
 * people rename files.
 */
public enum DeliveredFormat {
  /** Delimited text: comma, tab, semicolon or bar; UTF-8, GB18030 (GBK), UTF-16. */
  TEXT("csv tsv txt"),
  /** A workbook, with or without macros, which are never run. */
  WORKBOOK("xlsx xlsm xls"),
  /** Parquet with plain columns. */
  PARQUET("parquet");

  private final String endings;

  DeliveredFormat(String endings) {
    this.endings = endings;
  }

  /** The format that a file's name tells; empty where none can be read. */
  public static Optional<DeliveredFormat> ofName(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (DeliveredFormat format : values()) {
      if (List.of(format.endings.split(" ", -1)).contains(ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}

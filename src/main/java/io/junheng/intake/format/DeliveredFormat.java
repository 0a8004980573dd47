package io.junheng.intake.format;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/** How a delivered file is written. One case for each format that can be read. */
public sealed interface DeliveredFormat extends Serializable permits DeliveredFormat.Csv {
  /** Comma-separated UTF-8 after RFC 4180, with or without a byte order mark. */
  record Csv() implements DeliveredFormat {}

  /** The format that a file's name tells; empty where none can be read. */
  static Optional<DeliveredFormat> ofName(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? Optional.of(new Csv())
        : Optional.empty();
  }
}

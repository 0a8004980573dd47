package io.junheng.publication.postgres;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;

/** A row in the text format of COPY: cells between tabs, {@code \N} for an empty one. */
final class CopyText {
  private CopyText() {}

  static void append(StringBuilder text, Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        text.append('\t');
      }
      append(text, row.get(i));
    }
    text.append('\n');
  }

  private static void append(StringBuilder text, Object value) {
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof String words) {
      escape(text, words);
    } else if (value instanceof BigDecimal decimal) {
      text.append(decimal.toPlainString());
    } else {
      text.append(value);
    }
  }

  /** PostgreSQL knows no character 0; it stands in no name, and is left out. */
  private static void escape(StringBuilder text, String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\0' -> {}
        default -> text.append(c);
      }
    }
  }
}

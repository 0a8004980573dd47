package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file holds, told by its first bytes. */
enum Content {
  /** An {@code .xlsx} workbook, if anything that is read. */
  ZIP,
  /** An {@code .xls} workbook, or an encrypted one. */
  OLE2,
  PARQUET,
  /** A web page, an XML table, a picture or document, a packed file of another kind. */
  OTHER,
  TEXT;

  private static final int LOOKED_AT = 64;

  /** Looks at the beginning of a stream that can be marked. */
  static Content of(InputStream in) throws IOException {
    in.mark(LOOKED_AT);
    byte[] start = in.readNBytes(LOOKED_AT);
    in.reset();
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return OLE2;
    }
    if (text.startsWith("PAR1")) {
      return PARQUET;
    }
    return isOther(text) ? OTHER : TEXT;
  }

  private static boolean isOther(String text) {
    String word = text.replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
    return word.startsWith("<")
        || text.startsWith("%PDF")
        || text.startsWith("{\\rtf")
        || text.startsWith("\u0089PNG")
        || text.startsWith("\u00ff\u00d8\u00ff")
        || text.startsWith("Rar!")
        || text.startsWith("7z\u00bc\u00af")
        || text.startsWith("\u001f\u008b");
  }
}

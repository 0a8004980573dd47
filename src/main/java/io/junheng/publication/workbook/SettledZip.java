package io.junheng.publication.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies a zip with one time for all its entries, so that the same content has the same bytes. */
public final class SettledZip {
  /**
   * Later than the first moment that a zip knows, beside which Java notes the time zone as well.
   */
  private static final LocalDateTime ONE_DAY = LocalDateTime.of(1981, 1, 1, 0, 0);

  private SettledZip() {}

  public static void copy(byte[] zip, OutputStream out) throws IOException {
    ZipOutputStream settled = new ZipOutputStream(out);
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ONE_DAY);
        settled.putNextEntry(copy);
        entries.transferTo(settled);
        settled.closeEntry();
      }
    }
    settled.finish();
  }
}

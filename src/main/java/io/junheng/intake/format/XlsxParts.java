package io.junheng.intake.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/**
 * The parts of an {@code .xlsx} file, which is a zip. A part that unpacks to far more than it
 * weighs ends in a {@link ZipBomb}. Only the packed bytes are in memory.
 */
final class XlsxParts implements ZipEntrySource {
  private static final long ALWAYS_ALLOWED = 64L << 20;
  private static final long TIMES_PACKED = 100;

  /** Refused while unpacking. */
  static final class ZipBomb extends IOException {
    private static final long serialVersionUID = 1;

    ZipBomb() {
      super("a part unpacks to far more than it weighs");
    }
  }

  private final ZipFile zip;
  private boolean closed;

  XlsxParts(byte[] packed) throws IOException {
    zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(packed)).get();
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return zip.getEntries();
  }

  @Override
  public ZipArchiveEntry getEntry(String path) {
    return zip.getEntry(path.startsWith("/") ? path.substring(1) : path);
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    return bounded(zip, entry);
  }

  /** The bytes of an entry, as far as they are no bomb. */
  static InputStream bounded(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    long packed = Math.max(0, entry.getCompressedSize());
    return new Bounded(zip.getInputStream(entry), Math.max(ALWAYS_ALLOWED, TIMES_PACKED * packed));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    zip.close();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /** Hands out no more than it may. */
  static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long allowed) {
      super(in);
      left = allowed;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws ZipBomb {
      left -= read;
      if (left < 0) {
        throw new ZipBomb();
      }
    }
  }
}

package io.junheng.lake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Passes bytes on and tells afterwards what they are known by. */
final class IdentifyingStream extends FilterOutputStream {
  private final MessageDigest digest;
  private long bytes;

  IdentifyingStream(OutputStream out) {
    super(out);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] some, int offset, int length) throws IOException {
    out.write(some, offset, length);
    digest.update(some, offset, length);
    bytes += length;
  }

  /** What all bytes so far are known by; to be asked once. */
  FileId id() {
    return new FileId(HexFormat.of().formatHex(digest.digest()), bytes);
  }
}

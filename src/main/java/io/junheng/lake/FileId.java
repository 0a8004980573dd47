package io.junheng.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a file is known by: its content.
 *
 * @param sha256 64 hexadecimal digits
 * @param bytes length
 */
public record FileId(String sha256, long bytes) {
  public FileId {
    if (!sha256.matches("[0-9a-f]{64}") || bytes < 0) {
      throw new IllegalArgumentException("'%s' is not a SHA-256 in hexadecimal".formatted(sha256));
    }
  }

  /** Copies all bytes and tells what they are known by; the caller closes both. */
  static FileId copy(InputStream in, OutputStream out) throws IOException {
    IdentifyingStream identifying = new IdentifyingStream(out);
    in.transferTo(identifying);
    return identifying.id();
  }
}

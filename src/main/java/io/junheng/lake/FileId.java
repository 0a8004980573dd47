package io.junheng.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    DigestInputStream digesting = new DigestInputStream(in, digest());
    long bytes = digesting.transferTo(out);
    return new FileId(HexFormat.of().formatHex(digesting.getMessageDigest().digest()), bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package io.junheng.lake;

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
}

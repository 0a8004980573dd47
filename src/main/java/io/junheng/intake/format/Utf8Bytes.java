package io.junheng.intake.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A reusable buffer into which characters are encoded as UTF-8. */
final class Utf8Bytes {
  byte[] bytes = new byte[64];
  int length;

  /** Takes over the characters as they are. */
  void encode(char[] chars, int start, int end) {
    reserve(end - start);
    for (int i = start; i < end; i++) {
      if (chars[i] >= 0x80) {
        encodeAll(chars, start, end);
        return;
      }
      bytes[i - start] = (byte) chars[i];
    }
    length = end - start;
  }

  private void encodeAll(char[] chars, int start, int end) {
    bytes = new String(chars, start, end - start).getBytes(StandardCharsets.UTF_8);
    length = bytes.length;
  }

  private void reserve(int size) {
    if (bytes.length < size) {
      bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
    }
  }
}

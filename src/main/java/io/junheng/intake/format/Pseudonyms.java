package io.junheng.intake.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns identifiers into pseudonyms: HMAC-SHA-256, its first 130 bits in 26 characters of base 32
 * (RFC 4648, lower case).
 *
 * <p>Text rather than bytes, because keys are joined and looked at in tools that show binary as
 * nothing; base 32 rather than hexadecimal, because it is shorter and, unlike some hexadecimal, is
 * never taken for a number; lower case only, because some databases compare without case. 64 bits
 * would not do: among the 3 × 10⁸ pupils of a country two would share one with a likelihood of 0.2
 * %; with 130 bits it is 10⁻²³. The same identifier gives the same pseudonym in every dataset, so
 * that records can be joined.
 *
 * <p>Not thread-safe.
 */
final class Pseudonyms {
  /** Characters of a pseudonym, all ASCII. */
  static final int LENGTH = 26;

  private static final byte[] ALPHABET =
      "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);

  private final Mac mac;
  private final byte[] digest = new byte[32];

  Pseudonyms(byte[] secret) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** Writes the pseudonym of a value to the first {@link #LENGTH} bytes of {@code out}. */
  void write(byte[] value, int length, byte[] out) {
    mac.update(value, 0, length);
    try {
      mac.doFinal(digest, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("32 bytes hold a SHA-256", e);
    }
    int bits = 0;
    int held = 0;
    int next = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (held < 5) {
        bits = (bits << 8) | (digest[next++] & 0xff);
        held += 8;
      }
      held -= 5;
      out[i] = ALPHABET[(bits >>> held) & 31];
      bits &= (1 << held) - 1;
    }
  }
}

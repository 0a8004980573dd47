package io.junheng.intake.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
 * <p>The two halves of HMAC (RFC 2104) take the key once and are copied for each value: Java's own
 * takes the key anew each time, which is half the work for values as short as these.
 *
 * <p>Not thread-safe.
 */
final class Pseudonyms {
  /** Characters of a pseudonym, all ASCII. */
  static final int LENGTH = 26;

  private static final byte[] ALPHABET =
      "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);

  private static final int BLOCK = 64;

  private final MessageDigest inner;
  private final MessageDigest outer;

  Pseudonyms(byte[] secret) {
    byte[] key = secret.length > BLOCK ? sha256().digest(secret) : secret;
    inner = begun(key, 0x36);
    outer = begun(key, 0x5c);
  }

  /** A digest that has taken the key's block: RFC 2104 has the same for every value. */
  private static MessageDigest begun(byte[] key, int pad) {
    byte[] block = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
    }
    MessageDigest digest = sha256();
    digest.update(block);
    return digest;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static MessageDigest copy(MessageDigest begun) {
    try {
      return (MessageDigest) begun.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be copied", e);
    }
  }

  /** Writes the pseudonym of a value to the first {@link #LENGTH} bytes of {@code out}. */
  void write(byte[] value, int length, byte[] out) {
    MessageDigest message = copy(inner);
    message.update(value, 0, length);
    byte[] digest = copy(outer).digest(message.digest());
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

package io.junheng.intake.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The secret under which identifiers of people become pseudonyms. Who has it can tell whose record
 * is whose, so it is kept outside the lake, and a new key makes records of different years no
 * longer comparable.
 *
 * <p>Written as hexadecimal digits, at least 32 bytes.
 */
public final class PseudonymKey {
  private static final int BYTES = 32;

  private final byte[] secret;

  private PseudonymKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Reads a key from its hexadecimal text; {@code place} is named in the message if it is not one.
   */
  public static PseudonymKey parse(String text, String place) throws IOException {
    String digits = text.strip();
    if (digits.length() < 2 * BYTES || !digits.matches("(?:[0-9a-fA-F]{2})+")) {
      throw new IOException(
          "'%s' holds no pseudonym key; a key is at least %d hexadecimal digits (openssl rand -hex %d)"
              .formatted(place, 2 * BYTES, BYTES));
    }
    return new PseudonymKey(HexFormat.of().parseHex(digits));
  }

  /**
   * The key of a local file; where there is none, a new one that only its owner can read. For
   * demonstrations and single machines; elsewhere the key comes from the secret store of the place.
   */
  public static PseudonymKey loadOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      create(file);
    }
    return parse(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
  }

  /** It appears whole: another process may look for it at the same moment. */
  private static void create(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path made = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createFile(made, ownerOnly(file));
      Files.writeString(made, HexFormat.of().formatHex(secret) + "\n", StandardCharsets.US_ASCII);
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException someoneWasFaster) {
      // The other one's key is as good, and it is the one that counts.
      return;
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Eight hexadecimal digits that tell keys apart and say nothing about them; runs note it. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("junheng pseudonym key\n".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(secret), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A worker of its own for each thread. */
  Pseudonyms pseudonyms() {
    return new Pseudonyms(Arrays.copyOf(secret, secret.length));
  }

  @Override
  public String toString() {
    return "PseudonymKey " + fingerprint();
  }
}

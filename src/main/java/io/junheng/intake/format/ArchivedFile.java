package io.junheng.intake.format;

import java.util.Objects;

/**
 * A delivered file whose bytes are kept.
 *
 * @param fileId what {@code _file_id} holds in silver: the SHA-256 of the bytes in hexadecimal
 * @param path where the bytes are read from; the archive, so that a later change in the landing
 *     folder cannot slip in
 */
public record ArchivedFile(DeliveredFile delivered, String fileId, String path) {
  public ArchivedFile {
    Objects.requireNonNull(delivered, "delivered");
    Objects.requireNonNull(fileId, "fileId");
    Objects.requireNonNull(path, "path");
  }
}

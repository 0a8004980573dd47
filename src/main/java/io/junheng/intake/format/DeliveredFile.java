package io.junheng.intake.format;

import io.junheng.definition.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * One file of the landing folder that a contract knows.
 *
 * @param path where it lies, a full Hadoop path
 * @param name its path below the landing folder, with {@code /}; what people see in messages
 * @param dataset id of the contract
 * @param period the folder's period; empty where the contract takes it from the rows
 * @param county the folder's area code; empty where the contract takes it from the rows
 */
public record DeliveredFile(
    String path,
    String name,
    String dataset,
    Optional<Period> period,
    Optional<String> county,
    long bytes,
    DeliveredFormat format) {
  public DeliveredFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(format, "format");
  }

  /** The same file under its archived identity. */
  public ArchivedFile archivedAs(String fileId, String archivedPath) {
    return new ArchivedFile(this, fileId, archivedPath);
  }
}

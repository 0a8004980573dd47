package io.junheng.intake.format;

import io.junheng.definition.Period;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * One file of the landing folder that a contract knows.
 *
 * @param path where it lies, a full Hadoop path
 * @param entry its name within the zip that lies there; empty where the file lies there itself
 * @param name its path below the landing folder, with {@code /}; what people see in messages
 * @param dataset id of the contract
 * @param period the folder's period; empty where the contract takes it from the rows
 * @param county the folder's area code; empty where the contract takes it from the rows
 * @param modified when the file, or the zip that it lies in, last changed; milliseconds since 1970,
 *     0 for an original that lies in the archive
 */
public record DeliveredFile(
    String path,
    Optional<String> entry,
    String name,
    String dataset,
    Optional<Period> period,
    Optional<String> county,
    long bytes,
    long modified,
    DeliveredFormat format) {
  public DeliveredFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(format, "format");
  }

  /** A file of the archive, which never changes. */
  public DeliveredFile(
      String path,
      Optional<String> entry,
      String name,
      String dataset,
      Optional<Period> period,
      Optional<String> county,
      long bytes,
      DeliveredFormat format) {
    this(path, entry, name, dataset, period, county, bytes, 0, format);
  }

  /** Its bytes, to be closed by the caller. */
  public InputStream open(Configuration hadoop) throws IOException {
    Path place = new Path(path);
    return entry.isPresent()
        ? ZippedFiles.open(place, entry.get(), hadoop)
        : place.getFileSystem(hadoop).open(place);
  }

  /** The same file under its archived identity. */
  public ArchivedFile archivedAs(String fileId, String archivedPath) {
    return new ArchivedFile(this, fileId, archivedPath);
  }
}

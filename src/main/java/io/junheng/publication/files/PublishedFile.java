package io.junheng.publication.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is replaced as a whole: written beside the old one and renamed over it. */
public final class PublishedFile {
  private PublishedFile() {}

  public static void replace(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path fresh = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
    try {
      try (OutputStream out = Files.newOutputStream(fresh)) {
        content.writeTo(out);
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}

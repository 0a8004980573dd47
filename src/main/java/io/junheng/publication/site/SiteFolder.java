package io.junheng.publication.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * The folder of a site. A new site is written beside it and then takes its name, so that a reader
 * finds the old one or the new one whole; a folder that holds anything else is left alone.
 */
public record SiteFolder(Path folder) {
  /** What tells a site from other folders. */
  private static final String MARK = DataFile.path("index");

  /** Whether a site may be put here: nothing is, or a site. */
  public boolean isFree() throws IOException {
    if (Files.notExists(folder) || Files.exists(folder.resolve(MARK))) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  /**
   * Puts a site here.
   *
   * @return how many files and bytes it has
   * @throws IOException if it cannot be written; what was here before then stays
   */
  public Size replace(Site site) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path fresh =
        Files.createDirectory(
            parent.resolve(
                ".%s-%d".formatted(folder.getFileName(), ProcessHandle.current().pid())));
    try {
      Size size = write(site, fresh);
      if (Files.exists(folder)) {
        Path old = fresh.resolveSibling(fresh.getFileName() + "-old");
        Files.move(folder, old);
        Files.move(fresh, folder);
        delete(old);
      } else {
        Files.move(fresh, folder);
      }
      return size;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (Files.exists(fresh)) {
        delete(fresh);
      }
    }
  }

  /** What was written. */
  public record Size(int files, long bytes) {}

  private static Size write(Site site, Path fresh) {
    int[] files = {0};
    long[] bytes = {0};
    site.write(
        (path, content) -> {
          try {
            Path file = fresh.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          files[0]++;
          bytes[0] += content.length;
        });
    return new Size(files[0], bytes[0]);
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failed)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

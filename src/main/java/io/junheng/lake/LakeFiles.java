package io.junheng.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Plain files, local or on any file system that Hadoop knows. What appears under a name is whole:
 * it is written beside it first and then renamed.
 */
final class LakeFiles {
  private final Configuration hadoop;

  LakeFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** Local files are reached without Hadoop's checksum files beside them. */
  FileSystem system(Path path) throws IOException {
    FileSystem system = path.getFileSystem(hadoop);
    return system instanceof LocalFileSystem local ? local.getRaw() : system;
  }

  boolean exists(Path path) throws IOException {
    return system(path).exists(path);
  }

  InputStream open(Path path) throws IOException {
    return system(path).open(path);
  }

  /** The file's text; empty where there is no file. */
  Optional<String> text(Path path) throws IOException {
    try (InputStream in = open(path)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Puts a text in place of the file, or makes it. */
  void replaceText(Path path, String text) throws IOException {
    replace(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Puts what is written in place of the file, or makes it; a failure leaves the file as it was.
   */
  void replace(Path path, Content content) throws IOException {
    Path temporary = beside(path);
    try {
      try (OutputStream out = system(path).create(temporary, true)) {
        content.writeTo(out);
      }
      move(temporary, path);
    } finally {
      system(path).delete(temporary, false);
    }
  }

  /** A name in the same folder that no one else uses and that listings of data leave out. */
  static Path beside(Path path) {
    return new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID() + ".tmp");
  }

  /** Renames a file over another in one step. */
  void move(Path from, Path to) throws IOException {
    if (isLocal(to)) {
      Files.createDirectories(local(to).getParent());
      Files.move(
          local(from),
          local(to),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } else {
      system(to).mkdirs(to.getParent());
      FileContext.getFileContext(to.toUri(), hadoop).rename(from, to, Options.Rename.OVERWRITE);
    }
  }

  boolean isLocal(Path path) throws IOException {
    return "file".equals(system(path).getUri().getScheme());
  }

  /** The same place for the JDK. */
  java.nio.file.Path local(Path path) throws IOException {
    URI uri = system(path).makeQualified(path).toUri();
    return java.nio.file.Path.of(uri.getPath());
  }

  /** What goes into a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}

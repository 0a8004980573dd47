package io.junheng.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The definitions as one zip, and back. Environments are left out: they say where things lie, not
 * what figures mean, and may hold secrets. The same files give the same bytes.
 */
final class ConfCopy {
  private ConfCopy() {}

  static void write(Path conf, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Path file : files(conf)) {
      ZipEntry entry = new ZipEntry(conf.relativize(file).toString().replace('\\', '/'));
      entry.setTime(0);
      zip.putNextEntry(entry);
      Files.copy(file, zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static List<Path> files(Path conf) throws IOException {
    try (Stream<Path> found = Files.walk(conf)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !conf.relativize(file).startsWith("env"))
          .sorted()
          .toList();
    }
  }

  /** Puts the files into an empty folder; a name that leads out of it is refused. */
  static void read(InputStream in, Path folder) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      Path file = folder.resolve(entry.getName()).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException("a name in the copy of the definitions leads out of its folder");
      }
      Files.createDirectories(file.getParent());
      Files.copy(zip, file);
    }
  }
}

package io.junheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Where a command's log file stands: with a local lake, else in the machine's folder for temporary
 * files.
 */
final class LogPlace {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private LogPlace() {}

  /** A new name in a folder, or among the temporary files where the folder cannot be made. */
  static Path in(Path wanted) {
    Path folder = wanted;
    try {
      Files.createDirectories(wanted);
    } catch (IOException e) {
      folder = temporary();
    }
    String time = STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
    return folder.resolve("junheng-%s-%d.log".formatted(time, ProcessHandle.current().pid()));
  }

  /** The folder of temporary files. */
  static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** The folder for a command that works on a lake that is there or will be made. */
  static Path of(String lake) {
    return local(lake).map(path -> path.resolve("_logs")).orElseGet(LogPlace::temporary);
  }

  /** The folder that a path or {@code file:} URI names; empty for any other URI. */
  static Optional<Path> local(String place) {
    try {
      String path = place.startsWith("file:") ? place.replaceFirst("^file:/*", "/") : place;
      return path.matches("[A-Za-z][\\w+.-]+:.*") ? Optional.empty() : Optional.of(Path.of(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether a place is known to hold nothing: only local ones can be looked at without Spark. */
  static boolean isMissing(String place) {
    return local(place).filter(Files::isDirectory).isEmpty() && local(place).isPresent();
  }
}

package io.junheng.testing;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Folders that a test run makes once, though it may have several JVMs: the first that asks makes
 * it, the others wait. What belongs to one run is known by {@code -Djunheng.test.run}, which the
 * build sets; a JVM without it is a run of its own.
 */
final class OncePerTestRun {
  private static final String RUN =
      System.getProperty("junheng.test.run", "of-" + ProcessHandle.current().pid());

  private OncePerTestRun() {}

  /**
   * The folder of that name, under {@code target/}.
   *
   * @param maker fills an empty folder; if it fails, the next that asks begins anew
   */
  static Path folder(String name, Consumer<Path> maker) {
    Path run = Path.of("target", "test-run-" + RUN);
    Path made = run.resolve(name + ".made");
    try {
      Files.createDirectories(run);
      // The lock is given back with the channel.
      try (FileChannel channel = FileChannel.open(run.resolve(name + ".lock"), CREATE, WRITE)) {
        channel.lock();
        if (!Files.exists(made)) {
          Path folder = Files.createTempDirectory(run, name + "-");
          maker.accept(folder);
          Files.writeString(made, folder.toString());
        }
        return Path.of(Files.readString(made));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

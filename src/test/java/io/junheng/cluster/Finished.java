package io.junheng.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that has ended: its exit code and all that it said. */
public record Finished(int exitCode, String stdout, String stderr) {

  /**
   * Starts the process and waits for it, without input. One that takes longer than the limit is
   * ended together with what it started, and the test fails.
   */
  static Finished of(ProcessBuilder builder, Duration limit) {
    try {
      Path stdout = Files.createTempFile("stdout", ".txt");
      Path stderr = Files.createTempFile("stderr", ".txt");
      try {
        int exitCode = exitCodeOf(builder, stdout, stderr, limit);
        return new Finished(exitCode, textOf(stdout), textOf(stderr));
      } finally {
        Files.delete(stdout);
        Files.delete(stderr);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitCodeOf(ProcessBuilder builder, Path stdout, Path stderr, Duration limit)
      throws IOException {
    Process process =
        builder.redirectOutput(stdout.toFile()).redirectError(stderr.toFile()).start();
    process.getOutputStream().close();
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new AssertionError(
          "%s did not end within %s%n%s%n%s"
              .formatted(builder.command(), limit, textOf(stdout), textOf(stderr)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + builder.command(), e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String textOf(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}

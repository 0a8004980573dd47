package io.junheng.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as a user types it, in a process of its own: its time is that of the whole process.
 *
 * @param seconds from start to end
 * @param peakHeapGib the largest heap in use before a collection; 0 where none was needed
 */
record LaunchedRun(double seconds, double peakHeapGib) {
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(");

  /** Runs {@code jobs/COMMAND …}; exit code 1 (a delivery was refused) is fine, any other not. */
  static LaunchedRun of(Ground ground, List<String> command) throws IOException {
    Path collections = Files.createTempFile("gc", ".log");
    Path told = ground.work().resolve("last-command.log");
    List<String> line = new ArrayList<>(command);
    line.set(0, "jobs/" + command.get(0));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(told.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:gc:file=" + collections);
    long began = System.nanoTime();
    int exitCode = waitFor(builder.start());
    double seconds = (System.nanoTime() - began) / 1e9;
    if (exitCode > 1) {
      throw new IllegalStateException(
          "%s ended with %d, see %s".formatted(String.join(" ", line), exitCode, told));
    }
    double peak = peak(collections);
    Files.delete(collections);
    return new LaunchedRun(seconds, peak);
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static double peak(Path collections) throws IOException {
    double most = 0;
    for (String line : Files.readAllLines(collections)) {
      Matcher found = COLLECTION.matcher(line);
      if (found.find()) {
        most = Math.max(most, Double.parseDouble(found.group(1)) / 1024);
      }
    }
    return most;
  }
}

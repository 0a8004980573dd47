package io.junheng.cli;

import io.junheng.definition.Language;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads its surroundings and writes.
 *
 * @param out the command's data
 * @param err talk: steps, progress, mistakes
 * @param isLive whether a person sees {@code err} as it is written, so that a line may be drawn
 *     over
 * @param width columns of the screen that {@code out} goes to, or 120
 */
record Terminal(
    PrintStream out, PrintStream err, Map<String, String> environment, boolean isLive, int width) {
  private static final int USUAL_WIDTH = 120;
  private static final int LEAST_WIDTH = 60;

  /** The process's own streams, in UTF-8 whatever the locale says. */
  static Terminal ofProcess() {
    Map<String, String> environment = System.getenv();
    boolean canDraw = !environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Terminal(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        environment,
        canDraw && isTerminal(2),
        isTerminal(1) ? width(environment) : USUAL_WIDTH);
  }

  /** Chinese where the machine speaks it, else English. */
  Language language() {
    return environment.getOrDefault("LANG", "").startsWith("zh") ? Language.ZH : Language.EN;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * Java itself does not tell for one stream, and from JDK 22 on not at all; the shell's test does.
   */
  private static boolean isTerminal(int stream) {
    try {
      return new ProcessBuilder("test", "-t", Integer.toString(stream))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : askedWidth();
    return width == 0 ? USUAL_WIDTH : Math.max(LEAST_WIDTH, width);
  }

  /** Columns as the terminal itself says; 0 where nobody knows. */
  private static int askedWidth() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return size.matches("\\d+ \\d{1,4}\\s*") ? Integer.parseInt(size.trim().split(" ", 2)[1]) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}

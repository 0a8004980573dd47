package io.junheng.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A terminal whose output a test can read. */
final class Captured {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal;

  private Captured(Map<String, String> environment, boolean isLive) {
    terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            isLive,
            120);
  }

  static Captured plain(Map<String, String> environment) {
    return new Captured(environment, false);
  }

  static Captured live() {
    return new Captured(Map.of(), true);
  }

  Terminal terminal() {
    return terminal;
  }

  /** Runs a command line and tells its exit code. */
  int run(String... arguments) {
    Interruption interruption = new Interruption();
    try {
      return new Junheng(terminal, interruption).execute(arguments);
    } finally {
      interruption.workIsDone();
    }
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

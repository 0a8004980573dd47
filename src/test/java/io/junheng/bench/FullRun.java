package io.junheng.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a run from landing to gold. */
final class FullRun {
  private FullRun() {}

  static List<String> command(Ground ground, Path landing, Path lake, List<String> more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "junheng",
                "run",
                "-q",
                "--landing",
                landing.toString(),
                "--lake",
                lake.toString(),
                "--set",
                "key_file=" + ground.key()));
    command.addAll(more);
    return command;
  }
}

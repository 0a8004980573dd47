package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.lake.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as its state tells.
 *
 * @param arguments as typed, secrets masked
 * @param ended empty while it is at work
 * @param outcome {@code running}, or how it ended; {@code interrupted} where it ended without a
 *     word
 * @param exitCode empty while it is at work
 * @param periods how each period ended that was worked out, by its number
 * @param messages what the user was told beyond the steps
 * @param tablesWritten version of each table that it wrote, as far as it came
 */
public record PastRun(
    String runId,
    String command,
    List<String> arguments,
    String codeVersion,
    Instant started,
    Optional<Instant> ended,
    String outcome,
    OptionalInt exitCode,
    List<Step> steps,
    SortedMap<Integer, String> periods,
    List<Text> messages,
    SortedMap<String, Long> tablesWritten) {
  /**
   * One step.
   *
   * @param took empty where it did not come to its end
   */
  public record Step(
      String name, Instant started, Optional<Duration> took, Map<String, Long> counts) {
    public Step {
      counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    }
  }

  static PastRun of(RunState state) {
    return new PastRun(
        state.runId(),
        state.command(),
        state.arguments(),
        state.codeVersion(),
        state.started(),
        state.ended(),
        state.outcome(),
        state.exitCode(),
        state.steps().stream()
            .map(step -> new Step(step.name(), step.started(), step.took(), step.counts()))
            .toList(),
        state.periods(),
        state.messages(),
        state.versionsWritten());
  }

  public boolean isRunning() {
    return exitCode.isEmpty();
  }
}

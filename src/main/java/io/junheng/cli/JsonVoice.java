package io.junheng.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.definition.Language;
import io.junheng.definition.Text;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One JSON object a line, for collectors of logs. Each has {@code time}, {@code level}, {@code
 * run_id}, {@code step}, {@code event} and {@code message}.
 *
 * @param runId asked for with each line: it is known once the line of the command is understood
 */
record JsonVoice(PrintStream err, Language language, Supplier<String> runId, Clock clock)
    implements Voice {
  /** How much a line matters; the sign in front of a message tells it. */
  private enum Level {
    INFO,
    WARN,
    ERROR;

    static Level of(String message) {
      return message.startsWith("✗") ? ERROR : message.startsWith("!") ? WARN : INFO;
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double MILLIS = 1000;

  @Override
  public void begins(StepName step) {
    print(line(Level.INFO, step, "step_started", step.title()));
  }

  @Override
  public void isUnderWay(StepName step, String progress, Duration elapsed, String others) {
    print(
        line(Level.INFO, step, "progress", step.title())
            .with("progress", progress.strip())
            .with("seconds", elapsed.toMillis() / MILLIS));
  }

  @Override
  public void ended(StepName step, Text counts, Duration elapsed, boolean isDone) {
    print(
        line(
                isDone ? Level.INFO : Level.ERROR,
                step,
                isDone ? "step_done" : "step_failed",
                step.title())
            .with("counts", counts.in(language))
            .with("seconds", elapsed.toMillis() / MILLIS));
  }

  @Override
  public void says(StepName during, Text message) {
    String words = message.in(language).strip();
    Level level = Level.of(words);
    String told = level == Level.INFO ? words : words.substring(1).strip();
    print(line(level, during, "message", Text.same(told)));
  }

  private Json line(Level level, StepName step, String event, Text message) {
    return new Json()
        .with("time", clock.instant().toString())
        .with("level", level.name())
        .with("run_id", runId.get())
        .with("step", step.name())
        .with("event", event)
        .with("message", message.in(language).strip());
  }

  private void print(Json line) {
    Map<String, Object> members = line.members();
    try {
      err.println(MAPPER.writeValueAsString(members));
      err.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + members.keySet(), e);
    }
  }
}

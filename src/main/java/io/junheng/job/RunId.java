package io.junheng.job;

import io.junheng.definition.Text;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What a run is known by: in its state, in {@code ops.run}, in every line of its log. Made here, or
 * given by a scheduler that wants to ask for the run later.
 *
 * @param text letters, digits, dot, dash, underscore
 */
public record RunId(String text) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  public RunId {
    if (!text.matches("[\\w][\\w.-]{0,119}")) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "“%s”不能作为运行编号:只用字母、数字、点、横线、下划线。".formatted(text),
              "'%s' is no run id: use letters, digits, dots, dashes and underscores."
                  .formatted(text)));
    }
  }

  /** A new one, which begins with the time. */
  public static RunId make(Clock clock) {
    String random = UUID.randomUUID().toString().substring(0, 8);
    return new RunId(STAMP.format(clock.instant()) + "-" + random);
  }
}

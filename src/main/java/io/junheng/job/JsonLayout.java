package io.junheng.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;

/**
 * What Spark and all libraries say, one JSON object a line, with the members that our own lines
 * have: {@code time}, {@code level}, {@code run_id}, {@code step}, {@code event}, {@code message};
 * beyond them {@code logger}, {@code thread} and, where something was thrown, {@code exception}.
 */
final class JsonLayout extends AbstractStringLayout {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String runId;
  private final Supplier<String> step;

  JsonLayout(Configuration configuration, String runId, Supplier<String> step) {
    super(configuration, StandardCharsets.UTF_8, null, null);
    this.runId = runId;
    this.step = step;
  }

  @Override
  public String toSerializable(LogEvent event) {
    ObjectNode line =
        MAPPER
            .createObjectNode()
            .put("time", Instant.ofEpochMilli(event.getTimeMillis()).toString())
            .put("level", event.getLevel().name())
            .put("run_id", runId)
            .put("step", step.get())
            .put("event", "log")
            .put("message", event.getMessage().getFormattedMessage())
            .put("logger", event.getLoggerName())
            .put("thread", event.getThreadName());
    if (event.getThrown() != null) {
      StringWriter trace = new StringWriter();
      event.getThrown().printStackTrace(new PrintWriter(trace));
      line.put("exception", trace.toString());
    }
    try {
      return MAPPER.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a line of the log", e);
    }
  }
}

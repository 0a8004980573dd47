package io.junheng.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Text;
import io.junheng.table.Run;
import io.junheng.table.TableColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@code run-state.json} says of one run. */
public final class RunState {
  /** The outcome of a run that is at work, or was when it was last heard of. */
  public static final String RUNNING = "running";

  /** The outcome of a run that was asked to stop, or that ended without a word. */
  public static final String INTERRUPTED = "interrupted";

  /** What a scheduler is told of a run that ended without a word, as after {@code kill -9}. */
  public static final int LOST = 143;

  /**
   * A step of a run.
   *
   * @param ended empty where it did not come to its end
   */
  public record Step(
      String name, Instant started, Optional<Instant> ended, Map<String, Long> counts) {
    public Step {
      counts = Map.copyOf(counts);
    }

    /** How long it took; empty where it did not come to its end. */
    public Optional<Duration> took() {
      return ended.map(end -> Duration.between(started, end));
    }
  }

  /**
   * One of the slowest stages of Spark.
   *
   * @param step of the run in which it ran; empty where it is not known
   * @param name as Spark has it: what was called, and where
   * @param seconds from its first task to its last
   */
  public record Stage(
      int id,
      String step,
      String name,
      Instant started,
      double seconds,
      long tasks,
      long rowsRead,
      long bytesShuffled,
      long bytesSpilled) {}

  private final JsonNode json;

  RunState(JsonNode json) {
    this.json = json;
  }

  /** The same run, known to have ended without a word at that time. */
  RunState lostAt(Instant time) {
    ObjectNode lost = json.deepCopy();
    lost.put("outcome", INTERRUPTED).put("exit_code", LOST).put("ended", time.toString());
    return new RunState(lost);
  }

  /** The same run, with or without its row in {@code ops.run}. */
  RunState recorded(boolean isRecorded) {
    ObjectNode copy = json.deepCopy();
    copy.put("recorded", isRecorded);
    return new RunState(copy);
  }

  JsonNode json() {
    return json;
  }

  public String runId() {
    return json.path("run_id").asText();
  }

  public String command() {
    return json.path("command").asText();
  }

  /** As they were typed, secrets masked. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    json.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    return arguments;
  }

  public String codeVersion() {
    return json.path("code_version").asText();
  }

  public String confDigest() {
    return json.path("conf_digest").asText();
  }

  public Instant started() {
    return Instant.parse(json.path("started").asText());
  }

  /** Empty while it is at work. */
  public Optional<Instant> ended() {
    return json.hasNonNull("ended")
        ? Optional.of(Instant.parse(json.path("ended").asText()))
        : Optional.empty();
  }

  public String outcome() {
    return json.path("outcome").asText();
  }

  public boolean isRunning() {
    return outcome().equals(RUNNING);
  }

  /** Empty while it is at work. */
  public OptionalInt exitCode() {
    return json.hasNonNull("exit_code")
        ? OptionalInt.of(json.path("exit_code").asInt())
        : OptionalInt.empty();
  }

  /** In the order in which they began. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : json.path("steps")) {
      steps.add(
          new Step(
              step.path("step").asText(),
              Instant.parse(step.path("started").asText()),
              step.hasNonNull("ended")
                  ? Optional.of(Instant.parse(step.path("ended").asText()))
                  : Optional.empty(),
              numbers(step.path("counts"))));
    }
    return steps;
  }

  /** How each period that was worked out ended, by its number. */
  public SortedMap<Integer, String> periods() {
    SortedMap<Integer, String> periods = new TreeMap<>();
    json.path("periods")
        .properties()
        .forEach(entry -> periods.put(Integer.valueOf(entry.getKey()), entry.getValue().asText()));
    return periods;
  }

  /** What the user was told beyond the steps: refused files, why it failed, what to do. */
  public List<Text> messages() {
    List<Text> messages = new ArrayList<>();
    json.path("messages")
        .forEach(
            message ->
                messages.add(new Text(message.path("zh").asText(), message.path("en").asText())));
    return messages;
  }

  /** The version of each table that it wrote, as far as it came. */
  public SortedMap<String, Long> versionsWritten() {
    return numbers(json.path("versions_written"));
  }

  /** By what Spark's History Server knows the run; empty where it needed no Spark. */
  public Optional<String> application() {
    return Optional.ofNullable(json.path("spark").path("application").textValue());
  }

  /** Where Spark's event log of the run lies; empty where none is kept. */
  public Optional<String> eventLog() {
    return Optional.ofNullable(json.path("spark").path("event_log").textValue());
  }

  /** The slowest stages of Spark, the slowest first. */
  public List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    json.path("spark")
        .path("slowest_stages")
        .forEach(
            stage ->
                stages.add(
                    new Stage(
                        stage.path("stage").asInt(),
                        stage.path("step").asText(),
                        stage.path("name").asText(),
                        Instant.parse(stage.path("started").asText()),
                        stage.path("seconds").asDouble(),
                        stage.path("tasks").asLong(),
                        stage.path("rows_read").asLong(),
                        stage.path("bytes_shuffled").asLong(),
                        stage.path("bytes_spilled").asLong())));
    return stages;
  }

  /** Whether a row of {@code ops.run} is still to be written: for runs that wrote tables. */
  boolean isToBeRecorded() {
    return !isRunning() && !json.path("recorded").asBoolean() && !versionsWritten().isEmpty();
  }

  /** The row of {@code ops.run}. */
  Map<TableColumn, Object> row() {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(Run.RUN_ID, runId());
    row.put(Run.COMMAND, command());
    row.put(Run.ARGUMENTS, String.join(" ", arguments()));
    row.put(Run.CODE_VERSION, codeVersion());
    row.put(Run.CONF_DIGEST, confDigest());
    row.put(Run.STARTED_AT, started());
    row.put(Run.ENDED_AT, ended().orElse(null));
    row.put(Run.OUTCOME, outcome());
    row.put(Run.EXIT_CODE, exitCode().isPresent() ? exitCode().getAsInt() : null);
    row.put(Run.VERSIONS_READ, compact("versions_read"));
    row.put(Run.VERSIONS_WRITTEN, compact("versions_written"));
    return row;
  }

  private String compact(String member) {
    return json.has(member) ? json.path(member).toString() : "{}";
  }

  private static SortedMap<String, Long> numbers(JsonNode object) {
    SortedMap<String, Long> numbers = new TreeMap<>();
    object.properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asLong()));
    return numbers;
  }
}

package io.junheng.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.definition.Text;
import io.junheng.table.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What a run did: {@code runs/<run-id>/run-state.json}, put in place anew at the start, at each
 * step and at the end, so that it also tells of a run that was cut off; and one row of {@code
 * ops.run} at the end, if it wrote tables. The state says how the run ended before the row does: a
 * row that was lost in between is added by the next run that writes.
 *
 * <p>Steps may begin and end on several threads.
 */
public final class RunLedger {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many runs are looked back on for what they left undone. */
  private static final int LOOKED_BACK = 20;

  private final RunHistory history;
  private final Path path;
  private final RunHead head;
  private final Clock clock;
  private final Instant started;
  private final List<Step> steps = new ArrayList<>();
  private final List<Text> messages = new ArrayList<>();
  private final SortedMap<String, String> periods = new TreeMap<>();
  private final ObjectNode spark = JSON.createObjectNode();
  private SortedMap<String, Long> written = new TreeMap<>();

  private RunLedger(RunHistory history, Path path, RunHead head, Clock clock) {
    this.history = history;
    this.path = path;
    this.head = head;
    this.clock = clock;
    this.started = now();
  }

  /** Opens the ledger of a run and says that it began. */
  public static RunLedger start(Configuration hadoop, String lakeRoot, RunHead head, Clock clock)
      throws IOException {
    RunHistory history = new RunHistory(hadoop, lakeRoot, clock);
    Path path = RunHistory.state(lakeRoot, head.runId());
    RunLedger ledger = new RunLedger(history, path, head, clock);
    ledger.save(ledger.state(RunState.RUNNING));
    return ledger;
  }

  /** Where the state of the run stands. */
  public Path path() {
    return path;
  }

  public synchronized void stepBegins(String name) throws IOException {
    steps.add(new Step(name, now()));
    save(state(RunState.RUNNING));
  }

  /**
   * Ends the step of that name that began last.
   *
   * @param counts what it counted, such as rows by table; keys and counts only, never data of
   *     people
   * @param writtenSoFar the version of each table that the run wrote until now
   */
  public synchronized void stepEnds(
      String name, Map<String, Long> counts, SortedMap<String, Long> writtenSoFar)
      throws IOException {
    Step step =
        steps.stream()
            .filter(s -> s.name.equals(name) && s.ended == null)
            .reduce((first, last) -> last)
            .orElseThrow(() -> new IllegalStateException("step '%s' never began".formatted(name)));
    step.ended = now();
    step.counts.putAll(counts);
    written = writtenSoFar;
    save(state(RunState.RUNNING));
  }

  /** Notes how the work on a period ended; written with the next step or at the end. */
  public synchronized void periodEnds(int period, String outcome) {
    periods.put(Integer.toString(period), outcome);
  }

  /** Notes what the user is told beyond the steps. */
  public synchronized void says(Text message) {
    messages.add(message);
  }

  /**
   * Notes that Spark works for the run; written with the next step or at the end.
   *
   * @param application its id there
   * @param eventLog folder of its event log; empty where none is kept
   */
  public synchronized void sparkStarts(String application, Optional<String> eventLog) {
    spark.put("application", application);
    eventLog.ifPresent(folder -> spark.put("event_log", folder));
  }

  /** Notes what took Spark longest; written with the next step or at the end. */
  public synchronized void slowest(List<RunState.Stage> stages) {
    ArrayNode all = spark.putArray("slowest_stages");
    for (RunState.Stage stage : stages) {
      all.addObject()
          .put("stage", stage.id())
          .put("step", stage.step())
          .put("name", stage.name())
          .put("started", stage.started().toString())
          .put("seconds", stage.seconds())
          .put("tasks", stage.tasks())
          .put("rows_read", stage.rowsRead())
          .put("bytes_shuffled", stage.bytesShuffled())
          .put("bytes_spilled", stage.bytesSpilled());
    }
  }

  /** Ends the run where no table can be written, as before Spark started or when storage failed. */
  public synchronized void end(String outcome, int exitCode) throws IOException {
    history.save(new RunState(ended(outcome, exitCode)));
  }

  /**
   * Ends the run and adds its row to {@code ops.run}, with those of earlier runs that were cut off
   * before they could: one commit.
   */
  public synchronized void end(String outcome, int exitCode, Lake lake) throws IOException {
    written = lake.versionsWritten();
    ObjectNode json = ended(outcome, exitCode);
    json.set("versions_read", JSON.valueToTree(lake.versionsRead()));
    RunState own = new RunState(json);
    history.save(own.recorded(false));
    List<RunState> runs = new ArrayList<>(history.settle(head.runId(), LOOKED_BACK));
    runs.add(own);
    lake.append(Run.TABLE, runs.stream().map(run -> TableRow.of(Run.TABLE, run.row())).toList());
    for (RunState run : runs) {
      history.save(run.recorded(true));
    }
  }

  private ObjectNode ended(String outcome, int exitCode) {
    ObjectNode state = state(Objects.requireNonNull(outcome, "outcome"));
    return state.put("exit_code", exitCode).put("ended", now().toString());
  }

  private ObjectNode state(String outcome) {
    ObjectNode state = JSON.createObjectNode();
    state.put("run_id", head.runId()).put("command", head.command());
    state.set("arguments", JSON.valueToTree(head.arguments()));
    state
        .put("code_version", head.codeVersion())
        .put("conf_digest", head.confDigest())
        .put("started", started.toString())
        .put("outcome", outcome);
    steps.forEach(step -> state.withArray("steps").add(step.toJson()));
    if (!periods.isEmpty()) {
      state.set("periods", JSON.valueToTree(periods));
    }
    for (Text message : messages) {
      state.withArray("messages").addObject().put("zh", message.zh()).put("en", message.en());
    }
    if (!spark.isEmpty()) {
      state.set("spark", spark.deepCopy());
    }
    if (!written.isEmpty()) {
      state.set("versions_written", JSON.valueToTree(written));
    }
    return state;
  }

  private void save(ObjectNode state) throws IOException {
    history.save(new RunState(state));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** One step, open until it ended. */
  private static final class Step {
    private final String name;
    private final Instant began;
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private Instant ended;

    private Step(String name, Instant began) {
      this.name = name;
      this.began = began;
    }

    private ObjectNode toJson() {
      ObjectNode step = JSON.createObjectNode().put("step", name).put("started", began.toString());
      if (ended != null) {
        step.put("ended", ended.toString());
        step.set("counts", JSON.valueToTree(counts));
      }
      return step;
    }
  }
}

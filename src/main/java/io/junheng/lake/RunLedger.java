package io.junheng.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.table.Run;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What a run did: {@code runs/<run-id>/run-state.json}, put in place anew at the start, at each
 * step and at the end, so that it also tells of a run that was cut off; and one row of {@code
 * ops.run} at the end.
 *
 * <p>Steps may begin and end on several threads.
 */
public final class RunLedger {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LakeFiles files;
  private final Path path;
  private final RunHead head;
  private final Clock clock;
  private final Instant started;
  private final List<Step> steps = new ArrayList<>();

  private RunLedger(LakeFiles files, Path path, RunHead head, Clock clock) {
    this.files = files;
    this.path = path;
    this.head = head;
    this.clock = clock;
    this.started = now();
  }

  /** Opens the ledger of a run and says that it began. */
  public static RunLedger start(Configuration hadoop, String lakeRoot, RunHead head, Clock clock)
      throws IOException {
    Path path = new Path(lakeRoot, "runs/" + head.runId() + "/run-state.json");
    RunLedger ledger = new RunLedger(new LakeFiles(hadoop), path, head, clock);
    ledger.save(ledger.state("running"));
    return ledger;
  }

  /** Where the state of the run stands. */
  public Path path() {
    return path;
  }

  public synchronized void stepBegins(String name) throws IOException {
    steps.add(new Step(name, now()));
    save(state("running"));
  }

  /**
   * Ends the step of that name that began last.
   *
   * @param counts what it counted, such as rows by table; keys and counts only, never data of
   *     people
   */
  public synchronized void stepEnds(String name, Map<String, Long> counts) throws IOException {
    Step step =
        steps.stream()
            .filter(s -> s.name.equals(name) && s.ended == null)
            .reduce((first, last) -> last)
            .orElseThrow(() -> new IllegalStateException("step '%s' never began".formatted(name)));
    step.ended = now();
    step.counts.putAll(counts);
    save(state("running"));
  }

  /** Ends the run where no table can be written, as before Spark started or when storage failed. */
  public synchronized void end(String outcome, int exitCode) throws IOException {
    save(ended(outcome, exitCode, new TreeMap<>(), new TreeMap<>(), now()));
  }

  /** Ends the run and adds its row to {@code ops.run}: one commit. */
  public synchronized void end(String outcome, int exitCode, Lake lake) throws IOException {
    Instant end = now();
    SortedMap<String, Long> read = lake.versionsRead();
    SortedMap<String, Long> written = lake.versionsWritten();
    try {
      lake.append(
          Run.TABLE, List.of(TableRow.of(Run.TABLE, row(outcome, exitCode, read, written, end))));
    } finally {
      save(ended(outcome, exitCode, read, written, end));
    }
  }

  private Map<TableColumn, Object> row(
      String outcome,
      int exitCode,
      SortedMap<String, Long> read,
      SortedMap<String, Long> written,
      Instant end) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(Run.RUN_ID, head.runId());
    row.put(Run.COMMAND, head.command());
    row.put(Run.ARGUMENTS, String.join(" ", head.arguments()));
    row.put(Run.CODE_VERSION, head.codeVersion());
    row.put(Run.CONF_DIGEST, head.confDigest());
    row.put(Run.STARTED_AT, started);
    row.put(Run.ENDED_AT, end);
    row.put(Run.OUTCOME, outcome);
    row.put(Run.EXIT_CODE, exitCode);
    row.put(Run.VERSIONS_READ, JSON.valueToTree(read).toString());
    row.put(Run.VERSIONS_WRITTEN, JSON.valueToTree(written).toString());
    return row;
  }

  private ObjectNode ended(
      String outcome,
      int exitCode,
      SortedMap<String, Long> read,
      SortedMap<String, Long> written,
      Instant end) {
    ObjectNode state = state(Objects.requireNonNull(outcome, "outcome"));
    state.put("exit_code", exitCode).put("ended", end.toString());
    state.set("versions_read", JSON.valueToTree(read));
    state.set("versions_written", JSON.valueToTree(written));
    return state;
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
    return state;
  }

  private void save(ObjectNode state) throws IOException {
    files.replaceText(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state) + "\n");
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

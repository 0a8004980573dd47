package io.junheng.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The runs of a lake as their states tell, without Spark. A run that says it is at work but holds
 * no lease any more ended without a word: it is told as interrupted.
 */
public final class RunHistory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATE = "run-state.json";

  private final Configuration hadoop;
  private final String lakeRoot;
  private final LakeFiles files;
  private final Clock clock;

  /**
   * @param lakeRoot as {@link Lake} takes it; it need not be there
   */
  public RunHistory(Configuration hadoop, String lakeRoot, Clock clock) {
    this.hadoop = hadoop;
    this.lakeRoot = lakeRoot;
    this.files = new LakeFiles(hadoop);
    this.clock = clock;
  }

  static Path state(String lakeRoot, String runId) {
    return new Path(lakeRoot, "runs/" + runId + "/" + STATE);
  }

  /** Where the report of a run lies, beside its state. */
  public static Path report(String lakeRoot, String runId) {
    return new Path(lakeRoot, "runs/" + runId + "/report.html");
  }

  /** Puts a report beside the state of its run. */
  public void writeReport(String runId, String page) throws IOException {
    files.replaceText(report(lakeRoot, runId), page);
  }

  /** Whether a run has a report. */
  public boolean hasReport(String runId) throws IOException {
    return files.exists(report(lakeRoot, runId));
  }

  /** The run of that id. */
  public Optional<RunState> find(String runId) throws IOException {
    Path path = state(lakeRoot, runId);
    Optional<RunState> state = files.text(path).flatMap(RunHistory::parse);
    return state.isPresent() && state.get().isRunning() && !isAtWork(runId)
        ? Optional.of(state.get().lostAt(lastSaid(path)))
        : state;
  }

  /** The runs that began last, the latest first. */
  public List<RunState> latest(int atMost) throws IOException {
    Path pattern = new Path(lakeRoot, "runs/*/" + STATE);
    FileStatus[] found = files.system(pattern).globStatus(pattern);
    List<RunState> runs = new ArrayList<>();
    for (FileStatus file :
        Arrays.stream(found == null ? new FileStatus[0] : found)
            .sorted(Comparator.comparingLong(FileStatus::getModificationTime).reversed())
            .limit(atMost)
            .toList()) {
      find(file.getPath().getParent().getName()).ifPresent(runs::add);
    }
    runs.sort(Comparator.comparing(RunState::started).reversed());
    return runs;
  }

  /** Asks a run to stop at the next moment at which nothing is lost. */
  public void askToStop(String runId) throws IOException {
    files.replaceText(request(runId), clock.instant() + "\n");
  }

  /** Whether it was asked to stop. */
  public boolean isAskedToStop(String runId) throws IOException {
    return files.exists(request(runId));
  }

  /**
   * Writes into the states of runs that ended without a word that they did. Runs that are alive
   * speak for themselves.
   *
   * @return the runs that wrote tables and have no row of {@code ops.run} yet
   */
  List<RunState> settle(String ownRunId, int atMost) throws IOException {
    List<RunState> unrecorded = new ArrayList<>();
    for (RunState run : latest(atMost)) {
      if (!run.runId().equals(ownRunId) && !isAtWork(run.runId())) {
        if (run.outcome().equals(RunState.INTERRUPTED)
            && run.exitCode().orElseThrow() == RunState.LOST) {
          save(run);
        }
        if (run.isToBeRecorded()) {
          unrecorded.add(run);
        }
      }
    }
    return unrecorded;
  }

  void save(RunState run) throws IOException {
    files.replaceText(
        state(lakeRoot, run.runId()),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run.json()) + "\n");
  }

  private Path request(String runId) {
    return new Path(lakeRoot, "runs/" + runId + "/stop-asked");
  }

  private boolean isAtWork(String runId) throws IOException {
    return RunLease.holders(hadoop, lakeRoot, clock.instant()).stream()
        .anyMatch(holder -> holder.runId().equals(runId));
  }

  private Instant lastSaid(Path path) throws IOException {
    return Instant.ofEpochMilli(files.system(path).getFileStatus(path).getModificationTime());
  }

  private static Optional<RunState> parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json.hasNonNull("run_id") ? Optional.of(new RunState(json)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

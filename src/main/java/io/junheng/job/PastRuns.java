package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.lake.RunHistory;
import io.junheng.lake.SmallTables;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * The runs of a lake, without Spark. Whatever fails comes out as a {@link JobException}; anything
 * else that is thrown is a bug.
 */
public final class PastRuns {
  private static final long LOOK_MILLIS = 2_000;

  private final Configuration hadoop;
  private final String lake;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param start whose settings of Hadoop say how the lake's storage is reached
   * @param lake root of the lake
   */
  public PastRuns(SparkStart start, String lake) {
    this.hadoop = SparkHadoopUtil.get().newConfiguration(start.settings());
    this.lake = lake;
  }

  /** The runs that began last, the latest first. */
  public List<PastRun> latest(int atMost) {
    return SparkFailures.told(() -> history().latest(atMost).stream().map(PastRun::of).toList());
  }

  /**
   * A run, or the latest.
   *
   * @throws JobException with {@link Outcome#INPUT} where there is none
   */
  public PastRun require(Optional<String> runId) {
    Optional<PastRun> run =
        runId.isPresent()
            ? SparkFailures.told(() -> history().find(runId.get())).map(PastRun::of)
            : latest(1).stream().findFirst();
    return run.orElseThrow(() -> noRun(runId));
  }

  private JobException noRun(Optional<String> runId) {
    return new JobException(
        Outcome.INPUT,
        runId
            .map(
                id ->
                    new Text(
                        "%s 中没有运行 %s;junheng runs 列出各次运行。".formatted(lake, id),
                        "There is no run %s in %s; junheng runs lists those that are."
                            .formatted(id, lake)))
            .orElse(
                new Text(
                    "%s 中还没有任何运行。".formatted(lake),
                    "There was no run in %s yet.".formatted(lake))));
  }

  /** The run when it has ended; one that died without a word counts as ended. */
  public PastRun await(PastRun run) {
    PastRun now = run;
    while (now.isRunning()) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      now = require(Optional.of(run.runId()));
    }
    return now;
  }

  /**
   * The report of a run; made now if it left none, or is still at work.
   *
   * @return where it lies
   */
  public String report(PastRun run) {
    return SparkFailures.told(
        () -> {
          if (run.isRunning() || !history().hasReport(run.runId())) {
            writeReport().write(history().find(run.runId()).orElseThrow());
          }
          return WriteRunReport.place(lake, run.runId());
        });
  }

  /** The report of a run as it can be told now, as one page. */
  public String reportPage(PastRun run) {
    return SparkFailures.told(() -> writeReport().page(history().find(run.runId()).orElseThrow()));
  }

  private WriteRunReport writeReport() {
    return new WriteRunReport(new SmallTables(hadoop, lake));
  }

  /** Asks a run to stop at the next moment at which nothing is lost. */
  public void cancel(PastRun run) {
    SparkFailures.told(
        () -> {
          history().askToStop(run.runId());
          return run;
        });
  }

  /**
   * Leaves a state for a run that ended before it began, as with mistakes in {@code conf/}; only in
   * a lake that is there.
   */
  public void neverBegan(RunId id, List<String> command, Outcome outcome, Text why) {
    new RunNotes(hadoop, lake, clock).neverBegan(CodeVersion.head(id, command, ""), outcome, why);
  }

  private RunHistory history() {
    return new RunHistory(hadoop, lake, clock);
  }
}

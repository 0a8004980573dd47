package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.lake.RunHistory;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * Watches whether a run is asked to stop: by {@code junheng cancel}, or by a signal. Spark's jobs
 * are then cancelled, and no further step begins; a commit under way happens whole or not at all.
 */
final class StopWatcher implements AutoCloseable {
  /** What the user is told of a run that was asked to stop. */
  static final Text TOLD =
      new Text(
          "应要求停止。已提交的表保持完整;再次运行即可继续。",
          "Stopped as asked. Tables are as before or whole; run again to go on.");

  private static final System.Logger LOG = System.getLogger(StopWatcher.class.getName());
  private static final long LOOK_SECONDS = 2;

  private final RunHistory history;
  private final String runId;
  private final Watcher watcher;
  private final SparkOnDemand spark;
  private final ScheduledExecutorService timer;
  private volatile boolean isCancelled;

  StopWatcher(RunHistory history, String runId, Watcher watcher, SparkOnDemand spark) {
    this.history = history;
    this.runId = runId;
    this.watcher = watcher;
    this.spark = spark;
    this.timer = Executors.newSingleThreadScheduledExecutor(StopWatcher::daemon);
    var unused = timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      if (!isCancelled && history.isAskedToStop(runId)) {
        isCancelled = true;
        watcher.say(new Text("! 收到停止请求:正在收尾。", "! Asked to stop: putting things down."));
      }
      if (isCancelled) {
        spark.started().ifPresent(StopWatcher::cancel);
      }
    } catch (IOException | RuntimeException e) {
      // The storage may be back at the next look.
      LOG.log(System.Logger.Level.WARNING, "cannot see whether the run is asked to stop", e);
    }
  }

  private static void cancel(SparkSession session) {
    session.sparkContext().cancelAllJobs();
  }

  /** The exit code of a run that was asked to stop. */
  OptionalInt exitCode() {
    OptionalInt signal = watcher.interruption();
    if (signal.isPresent()) {
      return signal;
    }
    return isCancelled ? OptionalInt.of(Outcome.INTERRUPTED.exitCode()) : OptionalInt.empty();
  }

  void requireNobodyAsked() {
    if (exitCode().isPresent()) {
      throw stopped(null);
    }
  }

  /** The end of a run that was asked to stop. */
  static JobException stopped(Throwable cause) {
    return new JobException(Outcome.INTERRUPTED, TOLD, cause);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "junheng-stop");
    thread.setDaemon(true);
    return thread;
  }
}

package io.junheng.job;

import io.junheng.lake.RunState;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Spark as one run sees it: its jobs bear the run's id and the step that they are of, and what took
 * longest is remembered.
 */
final class SparkOfRun implements AutoCloseable {
  private final SparkContext context;
  private final String runId;
  private final SlowestStages stages = new SlowestStages();

  SparkOfRun(SparkSession session, String runId) {
    this.context = session.sparkContext();
    this.runId = runId;
    context.addSparkListener(stages);
  }

  /** Jobs that this thread starts from now on are those of a step. */
  void in(String step) {
    context.setJobGroup(runId, step, false);
  }

  String application() {
    return context.applicationId();
  }

  /** Folder of the event log; empty where none is written. */
  Optional<String> eventLog() {
    SparkConf conf = context.getConf();
    return conf.getBoolean("spark.eventLog.enabled", false)
        ? Optional.of(conf.get("spark.eventLog.dir", ""))
        : Optional.empty();
  }

  List<RunState.Stage> slowest() {
    return stages.slowestFirst();
  }

  /** The run has ended; Spark may go on. */
  @Override
  public void close() {
    context.removeSparkListener(stages);
    if (!context.isStopped()) {
      context.clearJobGroup();
    }
  }
}

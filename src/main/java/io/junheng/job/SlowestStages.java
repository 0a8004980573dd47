package io.junheng.job;

import io.junheng.lake.RunState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.StageInfo;

/** Hears of every stage of Spark and keeps the slowest: what a run's report tells of them. */
final class SlowestStages extends SparkListener {
  /** The name of a step goes along with the jobs that it starts, and is shown by Spark's pages. */
  static final String STEP = "spark.job.description";

  private static final int KEPT = 12;
  private static final double MILLIS = 1000;

  private final Map<Integer, String> steps = new HashMap<>();
  private final PriorityQueue<RunState.Stage> slowest =
      new PriorityQueue<>(Comparator.comparingDouble(RunState.Stage::seconds));

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    Properties properties = job.properties();
    String step = properties == null ? "" : properties.getProperty(STEP, "");
    scala.jdk.javaapi.CollectionConverters.asJava(job.stageInfos())
        .forEach(stage -> steps.put(stage.stageId(), step));
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
    StageInfo stage = completed.stageInfo();
    if (stage.submissionTime().isDefined() && stage.completionTime().isDefined()) {
      slowest.add(told(stage));
      if (slowest.size() > KEPT) {
        slowest.remove();
      }
    }
  }

  private RunState.Stage told(StageInfo stage) {
    long began = (Long) stage.submissionTime().get();
    TaskMetrics metrics = stage.taskMetrics();
    return new RunState.Stage(
        stage.stageId(),
        steps.getOrDefault(stage.stageId(), ""),
        stage.name(),
        Instant.ofEpochMilli(began),
        ((Long) stage.completionTime().get() - began) / MILLIS,
        stage.numTasks(),
        metrics.inputMetrics().recordsRead() + metrics.shuffleReadMetrics().recordsRead(),
        metrics.shuffleWriteMetrics().bytesWritten(),
        metrics.diskBytesSpilled());
  }

  /** The slowest first. */
  synchronized List<RunState.Stage> slowestFirst() {
    return slowest.stream()
        .sorted(Comparator.comparingDouble(RunState.Stage::seconds).reversed())
        .toList();
  }
}

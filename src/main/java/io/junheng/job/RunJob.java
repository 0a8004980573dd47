package io.junheng.job;

import io.junheng.definition.Period;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Landing files to gold: {@link IngestJob}, then {@link ComputeJob} unless gold stands for what
 * silver and {@code conf/} hold already.
 */
public final class RunJob {
  /** Runs both. */
  public JobReport run(SparkSession spark, JobRequest request, Watcher watcher) {
    try (RunUnderWay run = RunUnderWay.begin(spark, request, watcher, Clock.systemUTC())) {
      new IngestJob().ingest(run);
      List<Period> periods = new ComputeJob().computeIfStale(run, request.periods());
      return run.end(periods);
    }
  }
}

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
    return run(SparkOnDemand.of(spark), request, watcher);
  }

  JobReport run(SparkOnDemand spark, JobRequest request, Watcher watcher) {
    return RunUnderWay.during(spark, request, watcher, Clock.systemUTC(), RunJob::run);
  }

  private static List<Period> run(RunUnderWay run) {
    new IngestJob().ingest(run);
    return new ComputeJob().computeIfStale(run, run.request().periods());
  }
}

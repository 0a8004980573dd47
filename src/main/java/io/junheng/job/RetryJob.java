package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.job.JobRequest.Wish;
import java.time.Clock;
import java.util.List;

/**
 * Does what an earlier run left undone: its steps that were done stay. Deliveries that were refused
 * are looked at again.
 */
final class RetryJob {
  private final PastRun failed;

  /**
   * @param failed a run that has ended
   */
  RetryJob(PastRun failed) {
    this.failed = failed;
  }

  JobReport run(SparkOnDemand spark, JobRequest request, Watcher watcher) {
    JobRequest retried =
        (request.periods().isEmpty() ? request.ofPeriods(failedPeriods()) : request)
            .with(Wish.RETRY);
    return RunUnderWay.during(spark, retried, watcher, Clock.systemUTC(), this::run);
  }

  private List<Period> run(RunUnderWay run) {
    if (!failed.command().equals("compute")) {
      new IngestJob().ingest(run);
    }
    return failed.command().equals("ingest")
        ? run.request().periods()
        : new ComputeJob().computeIfStale(run, run.request().periods());
  }

  /** None where the run failed before it came to periods: then all are looked at. */
  private List<Period> failedPeriods() {
    return failed.periods().entrySet().stream()
        .filter(period -> !period.getValue().equals(Outcome.DONE.word()))
        .map(period -> new Period(period.getKey()))
        .toList();
  }
}

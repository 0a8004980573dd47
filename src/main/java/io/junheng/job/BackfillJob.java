package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.JobRequest.Wish;
import java.time.Clock;
import java.util.List;

/**
 * Does some periods again from their delivered files, whether or not anything changed: intake of
 * each period by itself, then gold of all. For definitions that read files differently than they
 * were read. A period that fails does not stop the others; one whose files are gone from the
 * landing folder keeps its silver rows.
 */
final class BackfillJob {
  JobReport run(SparkOnDemand spark, JobRequest request, Watcher watcher) {
    return RunUnderWay.during(
        spark, request, watcher, Clock.systemUTC(), run -> run(run, request.periods()));
  }

  private static List<Period> run(RunUnderWay run, List<Period> periods) {
    for (Period period : periods) {
      new EachPeriod(run).togetherOrAlone(List.of(period), only -> ingest(run, period));
    }
    return new ComputeJob().compute(run, periods);
  }

  private static void ingest(RunUnderWay run, Period period) {
    JobRequest request = run.request().ofPeriods(List.of(period)).with(Wish.EVERYTHING);
    try {
      new IngestJob().ingest(run, request);
    } catch (JobException e) {
      if (e.outcome() != Outcome.INPUT || !isInLake(run, period)) {
        throw e;
      }
      run.watcher()
          .say(
              new Text(
                  "  周期 %s 没有报送文件,沿用已入库的数据。".formatted(period),
                  "  Period %s has no delivered files; what was taken in stands."
                      .formatted(period)));
    }
  }

  private static boolean isInLake(RunUnderWay run, Period period) {
    return new Deliveries(run.small()).counties().containsKey(period);
  }
}

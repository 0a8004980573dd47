package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.util.List;
import java.util.function.Consumer;

/**
 * Work on periods that stand or fall alone: done for all together, which is quicker; where that
 * fails, for each by itself, so that one period's failure costs the others nothing but time.
 */
record EachPeriod(RunUnderWay run) {
  private static final System.Logger LOG = System.getLogger(EachPeriod.class.getName());

  /** Does the work; failures are noted, of several the gravest counts. */
  void togetherOrAlone(List<Period> periods, Consumer<List<Period>> work) {
    try {
      work.accept(periods);
      periods.forEach(period -> run.periodEnded(period, Outcome.DONE));
    } catch (Exception failure) {
      // Spark also throws checked exceptions that no signature tells of.
      if (run.isAskedToStop()) {
        throw SparkFailures.told(failure);
      }
      if (periods.size() == 1) {
        failed(periods.get(0), failure);
        return;
      }
      LOG.log(System.Logger.Level.WARNING, "together it fails: each period by itself", failure);
      run.watcher()
          .say(
              new Text(
                  "! 各周期一起处理失败,改为逐个处理。",
                  "! Working on the periods together failed; now each by itself."));
      periods.forEach(period -> togetherOrAlone(List.of(period), work));
    }
  }

  private void failed(Period period, Exception failure) {
    LOG.log(System.Logger.Level.ERROR, "period " + period, failure);
    RuntimeException told = SparkFailures.told(failure);
    Outcome outcome = told instanceof JobException job ? job.outcome() : Outcome.BUG;
    Text why = told instanceof JobException job ? job.text() : bug(told);
    run.periodEnded(period, outcome);
    run.note(
        outcome,
        new Text(
            "周期 %s 未完成:%s。其他周期不受影响;再次运行即可重做。".formatted(period, why.zh()),
            "Period %s is not done: %s. Other periods are not affected; run again to do it."
                .formatted(period, why.en())));
  }

  private static Text bug(RuntimeException failure) {
    String kind = failure.getClass().getSimpleName();
    return new Text(
        "程序缺陷(%s),详情见日志".formatted(kind), "a bug of ours (%s), details in the log".formatted(kind));
  }
}

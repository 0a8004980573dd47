package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng backfill --from P --to P}: takes periods in again and works them out anew. */
@Command(name = "backfill", abbreviateSynopsis = true)
final class BackfillCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--from", paramLabel = "P", required = true)
  private Period from;

  @Option(names = "--to", paramLabel = "P", required = true)
  private Period to;

  @Override
  public Integer call() {
    List<Period> periods = periods();
    Setup setup = Setup.readForRun(junheng);
    return new Pipeline(junheng)
        .run(
            setup,
            Session.Work.BACKFILL,
            setup.request(junheng).ofPeriods(periods),
            Pipeline.NO_ENDING);
  }

  /** From the one to the other, a year apart. */
  private List<Period> periods() {
    if (from.type() != to.type()
        || from.number() % 100 != to.number() % 100
        || from.compareTo(to) > 0) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "--from %s --to %s 不成区间:两者须为同类周期,先早后晚。".formatted(from, to),
              "--from %s --to %s is no span: both must be periods of one kind, the earlier first."
                  .formatted(from, to)));
    }
    List<Period> periods = new ArrayList<>();
    for (Period period = from; period.compareTo(to) <= 0; period = period.next()) {
      periods.add(period);
    }
    return periods;
  }
}

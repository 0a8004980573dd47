package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.JobRequest;
import io.junheng.job.Outcome;
import io.junheng.job.RetractJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng retract DATASET --period P --county CODE}: takes an accepted delivery back. */
@Command(name = "retract", abbreviateSynopsis = true)
final class RetractCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "DATASET")
  private String dataset;

  @Option(names = "--county", paramLabel = "CODE", required = true)
  private String county;

  @Override
  public Integer call() {
    Setup setup = Setup.readForRun(junheng);
    RetractJob.Delivery delivery = new RetractJob.Delivery(known(setup), onePeriod(), county);
    JobRequest request = setup.request(junheng);
    Pipeline.requireLake(request.lake());
    return new Pipeline(junheng)
        .run(
            setup,
            request,
            session -> session.retract(request, delivery, junheng.screen()),
            Pipeline.NO_ENDING);
  }

  private String known(Setup setup) {
    List<String> ids = setup.catalogue().contracts().stream().map(c -> c.id()).sorted().toList();
    if (!ids.contains(dataset)) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "没有数据集 %s;有:%s。".formatted(dataset, String.join("、", ids)),
              "There is no dataset %s; there are %s.".formatted(dataset, String.join(", ", ids))));
    }
    return dataset;
  }

  private Period onePeriod() {
    List<Period> periods = junheng.options().periods();
    if (periods.size() != 1) {
      throw new JobException(
          Outcome.CONFIGURATION, new Text("请用 --period 指定一个周期。", "Name one period with --period."));
    }
    return periods.get(0);
  }
}

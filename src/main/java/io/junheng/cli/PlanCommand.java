package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.job.JobRequest;
import io.junheng.job.LakePlan;
import io.junheng.job.Outcome;
import io.junheng.job.PlanJob;
import io.junheng.job.PlanReason;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng plan}: what run would do, and why; ends with 10 where it would do anything. */
@Command(name = "plan", abbreviateSynopsis = true)
final class PlanCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--accept-older")
  private boolean acceptOlder;

  @Option(names = "--verify")
  private boolean verify;

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    JobRequest request = setup.request(junheng, acceptOlder);
    junheng.logTo(LogPlace.temporary());
    Pipeline.requireLanding(request);
    LakePlan plan =
        new PlanJob(setup.place().spark(), verify ? request.with(JobRequest.Wish.VERIFY) : request)
            .plan(junheng.screen());
    Outcome outcome = plan.hasChanges() ? Outcome.CHANGES : Outcome.DONE;
    if (junheng.options().isJson()) {
      json(plan, outcome).print(junheng.terminal().out());
    } else {
      PlanPrint.Detail detail =
          junheng.options().volume() == Screen.Volume.LOUD
              ? PlanPrint.Detail.EVERYTHING
              : PlanPrint.Detail.USUAL;
      new PlanPrint(junheng.language(), junheng.terminal().width(), detail)
          .lines(plan)
          .forEach(junheng.terminal().out()::println);
    }
    return outcome.exitCode();
  }

  private Json json(LakePlan plan, Outcome outcome) {
    return new Json()
        .with("outcome", outcome == Outcome.CHANGES ? "changes" : "done")
        .with("exit_code", outcome.exitCode())
        .with("deliveries", plan.deliveries().stream().map(PlanCommand::json).toList())
        .with("periods", plan.periods().entrySet().stream().map(PlanCommand::json).toList())
        .with("files_unchanged", plan.unchanged())
        .with("older_files", plan.older())
        .with(
            "findings", plan.findings().stream().map(text -> text.in(junheng.language())).toList());
  }

  private static Map<String, Object> json(LakePlan.Delivery delivery) {
    return new Json()
        .with("period", delivery.period().map(Period::number))
        .with("county_code", delivery.county())
        .with("dataset", delivery.dataset())
        .with("files", delivery.files())
        .with("bytes", delivery.bytes())
        .with("reason", delivery.reason().word())
        .members();
  }

  private static Map<String, Object> json(Map.Entry<Period, Set<PlanReason>> period) {
    return new Json()
        .with("period", period.getKey().number())
        .with("reasons", period.getValue().stream().map(PlanReason::word).toList())
        .members();
  }
}

package io.junheng.cli;

import io.junheng.job.Outcome;
import io.junheng.job.PastRun;
import io.junheng.job.PastRuns;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng status [RUN] [--wait]}: how a run stands or ended. Ends with the run's own exit
 * code, also where that was lost on the way; with 6 while the run is at work.
 */
@Command(name = "status", abbreviateSynopsis = true)
final class StatusCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "RUN", arity = "0..1")
  private String runId;

  @Option(names = "--wait")
  private boolean wait;

  @Override
  public Integer call() {
    PastRuns runs = WorkPlace.read(junheng).runs();
    PastRun run = runs.require(Optional.ofNullable(runId));
    if (wait) {
      run = runs.await(run);
    }
    RunsPrint print = new RunsPrint(junheng.language(), junheng.terminal().width());
    if (junheng.options().isJson()) {
      Json json = new Json();
      print.json(run).forEach(json::with);
      json.print(junheng.terminal().out());
    } else {
      print.one(run).forEach(junheng.terminal().out()::println);
    }
    return run.exitCode().orElse(Outcome.BUSY.exitCode());
  }
}

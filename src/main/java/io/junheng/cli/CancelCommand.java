package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.PastRun;
import io.junheng.job.PastRuns;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng cancel [RUN]}: asks a run that is at work to stop; it ends with 130. */
@Command(name = "cancel", abbreviateSynopsis = true)
final class CancelCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "RUN", arity = "0..1")
  private String runId;

  @Override
  public Integer call() {
    PastRuns runs = WorkPlace.read(junheng).runs();
    PastRun run = runs.require(Optional.ofNullable(runId));
    if (run.isRunning()) {
      runs.cancel(run);
    }
    junheng.screen().say(told(run));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("run_id", run.runId())
          .with("asked", run.isRunning())
          .print(junheng.terminal().out());
    }
    return 0;
  }

  private static Text told(PastRun run) {
    return run.isRunning()
        ? new Text(
            "✓ 已请求运行 %s 停止;junheng status --wait 等它结束。".formatted(run.runId()),
            "✓ Run %s is asked to stop; junheng status --wait waits for its end."
                .formatted(run.runId()))
        : new Text(
            "运行 %s 早已结束,无需取消。".formatted(run.runId()),
            "Run %s has ended already; there is nothing to cancel.".formatted(run.runId()));
  }
}

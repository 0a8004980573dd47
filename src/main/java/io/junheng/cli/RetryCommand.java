package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.JobRequest;
import io.junheng.job.Outcome;
import io.junheng.job.PastRun;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng retry [RUN]}: does what a run left undone. */
@Command(name = "retry", abbreviateSynopsis = true)
final class RetryCommand implements Callable<Integer> {
  private static final Set<String> RETRIED =
      Set.of("run", "ingest", "compute", "backfill", "retry");

  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "RUN", arity = "0..1")
  private String runId;

  @Override
  public Integer call() {
    PastRun failed = WorkPlace.read(junheng).runs().require(Optional.ofNullable(runId));
    if (failed.isRunning()) {
      throw new JobException(
          Outcome.BUSY,
          new Text(
              "运行 %s 还没有结束。".formatted(failed.runId()),
              "Run %s has not ended yet.".formatted(failed.runId())));
    }
    if (!RETRIED.contains(failed.command())) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "%s 请直接再次输入该命令。".formatted(failed.command()),
              "Type %s itself again.".formatted(failed.command())));
    }
    if (failed.exitCode().orElseThrow() == 0) {
      junheng
          .screen()
          .say(
              new Text(
                  "运行 %s 已全部完成,无需重试。".formatted(failed.runId()),
                  "Run %s did all it had to; there is nothing to retry."
                      .formatted(failed.runId())));
      return 0;
    }
    Setup setup = Setup.readForRun(junheng);
    JobRequest request = setup.request(junheng);
    return new Pipeline(junheng)
        .run(
            setup,
            request,
            session -> session.retry(failed, request, junheng.screen()),
            Pipeline.NO_ENDING);
  }
}

package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.PastRun;
import io.junheng.job.PastRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng report [RUN]}: where the report of a run lies; one that was killed gets it now.
 */
@Command(name = "report", abbreviateSynopsis = true)
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "RUN", arity = "0..1")
  private String runId;

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Override
  public Integer call() {
    PastRuns runs = WorkPlace.read(junheng).runs();
    PastRun run = runs.require(Optional.ofNullable(runId));
    String place = out == null ? runs.report(run) : written(runs.reportPage(run));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("run_id", run.runId())
          .with("report", place)
          .print(junheng.terminal().out());
    } else {
      junheng.terminal().out().println(place);
    }
    return 0;
  }

  private String written(String page) {
    try {
      return Files.writeString(out, page).toString();
    } catch (IOException e) {
      throw new JobException(
          Outcome.STORAGE,
          new Text("无法写入 " + out + ":" + e, "Cannot write to " + out + ": " + e),
          e);
    }
  }
}

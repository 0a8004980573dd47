package io.junheng.cli;

import io.junheng.job.JobRequest;
import io.junheng.job.Retention;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng maintain}: keeps a lake quick, small and whole. */
@Command(name = "maintain", abbreviateSynopsis = true)
final class MaintainCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--keep-versions", paramLabel = "DAYS", defaultValue = "30")
  private int versions;

  @Option(names = "--keep-logs", paramLabel = "DAYS", defaultValue = "90")
  private int logs;

  @Option(names = "--keep-runs", paramLabel = "DAYS", defaultValue = "730")
  private int runs;

  @Override
  public Integer call() {
    Setup setup = Setup.readForRun(junheng);
    JobRequest request = setup.request(junheng);
    Pipeline.requireLake(request.lake());
    Retention retention =
        new Retention(Duration.ofDays(versions), Duration.ofDays(logs), Duration.ofDays(runs));
    return new Pipeline(junheng)
        .run(
            setup,
            request,
            session -> session.maintain(retention, request, junheng.screen()),
            Pipeline.NO_ENDING);
  }
}

package io.junheng.cli;

import io.junheng.job.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng compute}. */
@Command(name = "compute", abbreviateSynopsis = true)
final class ComputeCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--framework", paramLabel = "ID", split = ",", splitSynopsisLabel = ",")
  private final List<String> frameworks = new ArrayList<>();

  @Override
  public Integer call() {
    Setup setup = Setup.readForRun(junheng);
    return new Pipeline(junheng)
        .run(
            setup,
            Session.Work.COMPUTE,
            setup.request(junheng).ofFrameworks(frameworks),
            Pipeline.NO_ENDING);
  }
}

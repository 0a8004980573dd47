package io.junheng.cli;

import io.junheng.job.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng ingest}. */
@Command(name = "ingest", abbreviateSynopsis = true)
final class IngestCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--accept-older")
  private boolean acceptOlder;

  @Override
  public Integer call() {
    Setup setup = Setup.readForRun(junheng);
    return new Pipeline(junheng)
        .run(setup, Session.Work.INGEST, setup.request(junheng, acceptOlder), Pipeline.NO_ENDING);
  }
}

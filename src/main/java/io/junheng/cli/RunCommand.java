package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.job.JobRequest;
import io.junheng.job.LakeReport;
import io.junheng.job.Session;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng run}: ingest, then compute. */
@Command(name = "run", abbreviateSynopsis = true)
final class RunCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--league")
  private boolean league;

  @Option(names = "--accept-older")
  private boolean acceptOlder;

  @Option(names = "--verify")
  private boolean verify;

  @Override
  public Integer call() {
    Setup setup = Setup.readForRun(junheng);
    Runnable ending =
        league && !junheng.options().isJson() ? () -> print(setup) : Pipeline.NO_ENDING;
    return new Pipeline(junheng).run(setup, Session.Work.RUN, request(setup), ending);
  }

  private JobRequest request(Setup setup) {
    JobRequest request = setup.request(junheng, acceptOlder);
    return verify ? request.with(JobRequest.Wish.VERIFY) : request;
  }

  /** The league tables of the latest period that was asked for, or that there is. */
  private void print(Setup setup) {
    Optional<Period> latest = junheng.options().periods().stream().max(Period::compareTo);
    String lake = setup.lake();
    LakeReport report = setup.report(junheng, lake);
    new LeagueOutput(junheng).print(report.leagues(latest), LeagueOutput.ALL);
  }
}

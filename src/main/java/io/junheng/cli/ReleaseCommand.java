package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.ReadReleases;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code junheng release …}: frozen, numbered, reproducible results, and what happens to them. */
@Command(
    name = "release",
    abbreviateSynopsis = true,
    subcommands = {
      ReleaseGateCommand.class,
      ReleaseCreateCommand.class,
      ReleaseListCommand.class,
      ReleaseShowCommand.class,
      ReleaseStateCommand.class,
      ReleaseDiffCommand.class,
      ReleaseReproduceCommand.class
    })
final class ReleaseCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Spec private CommandSpec spec;

  /** Without an action: the help, as a mistake. */
  @Override
  public Integer call() {
    CommandLine own = spec.commandLine();
    own.usage(junheng.terminal().err());
    return Outcome.CONFIGURATION.exitCode();
  }

  Junheng junheng() {
    return junheng;
  }

  /** The releases of a lake that is there. */
  ReadReleases releases(Setup setup) {
    String lake = lake(setup);
    return new ReadReleases(setup.place().spark(), lake);
  }

  /** The root of a lake that is there; what its storage has to say goes to the log file. */
  String lake(Setup setup) {
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    junheng.logTo(LogPlace.of(lake));
    return lake;
  }

  /** Refuses a line without {@code --period}. */
  void requirePeriods() {
    if (junheng.options().periods().isEmpty()) {
      throw new JobException(
          Outcome.CONFIGURATION, new Text("请用 --period 指定周期。", "Name the periods with --period."));
    }
  }
}

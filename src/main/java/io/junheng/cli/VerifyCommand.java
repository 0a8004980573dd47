package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.VerifySchools;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code junheng verify …}: schools that are looked at on the spot. */
@Command(
    name = "verify",
    abbreviateSynopsis = true,
    subcommands = {VerifySampleCommand.class, VerifyRecordCommand.class})
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Spec private CommandSpec spec;

  /** Without an action: the help, as a mistake. */
  @Override
  public Integer call() {
    spec.commandLine().usage(junheng.terminal().err());
    return Outcome.CONFIGURATION.exitCode();
  }

  Junheng junheng() {
    return junheng;
  }

  VerifySchools schools() {
    Setup setup = Setup.read(junheng);
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    junheng.logTo(LogPlace.of(lake));
    return new VerifySchools(setup.place().spark(), lake);
  }

  Period onePeriod() {
    List<Period> periods = junheng.options().periods();
    if (periods.size() != 1) {
      throw new JobException(
          Outcome.CONFIGURATION, new Text("请用 --period 指定一个周期。", "Name one period with --period."));
    }
    return periods.get(0);
  }
}

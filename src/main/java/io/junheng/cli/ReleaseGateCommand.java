package io.junheng.cli;

import io.junheng.job.Outcome;
import io.junheng.release.GateItem;
import io.junheng.release.ReleaseState;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code junheng release gate}: all that stands against a release of some periods. */
@Command(name = "gate", abbreviateSynopsis = true)
final class ReleaseGateCommand implements Callable<Integer> {
  @ParentCommand private ReleaseCommand release;

  @Override
  public Integer call() {
    release.requirePeriods();
    Junheng junheng = release.junheng();
    Setup setup = Setup.read(junheng);
    List<GateItem> items =
        release
            .releases(setup)
            .gate(setup.catalogue(), junheng.options().periods(), ReleaseState.APPROVED);
    Outcome outcome = items.isEmpty() ? Outcome.DONE : Outcome.REFUSED;
    ReleasePrint print = new ReleasePrint(junheng.language(), junheng.terminal().width());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
          .with("exit_code", outcome.exitCode())
          .with("open", items.stream().map(print::json).toList())
          .print(junheng.terminal().out());
    } else {
      print.gate(items).forEach(junheng.terminal().out()::println);
    }
    return outcome.exitCode();
  }
}

package io.junheng.cli;

import io.junheng.job.PastRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng runs}: the runs of a lake, the latest first. */
@Command(name = "runs", abbreviateSynopsis = true)
final class RunsCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--last", paramLabel = "N", defaultValue = "20")
  private int last;

  @Override
  public Integer call() {
    List<PastRun> runs = WorkPlace.read(junheng).runs().latest(last);
    RunsPrint print = new RunsPrint(junheng.language(), junheng.terminal().width());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("runs", runs.stream().map(print::json).toList())
          .print(junheng.terminal().out());
    } else {
      print.list(runs).forEach(junheng.terminal().out()::println);
    }
    return 0;
  }
}

package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.explain.Comparison;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng compare PERIOD PERIOD}: what changed, and why. */
@Command(name = "compare", abbreviateSynopsis = true)
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(index = "0", paramLabel = "BEFORE")
  private Period before;

  @Parameters(index = "1", paramLabel = "AFTER")
  private Period after;

  @Option(names = "--framework", paramLabel = "ID")
  private String framework;

  @Option(names = "--county", paramLabel = "CODE")
  private String county;

  @Override
  public Integer call() {
    Comparison comparison =
        ExplainCommand.lake(junheng)
            .compare(before, after, Optional.ofNullable(framework), Optional.ofNullable(county));
    if (junheng.options().isJson()) {
      Json json = new Json().with("outcome", "done").with("exit_code", 0);
      new RecordJson(junheng.language()).of(comparison).forEach(json::with);
      json.print(junheng.terminal().out());
    } else {
      new ComparePrint(comparison, county != null, junheng.language(), junheng.terminal().width())
          .lines()
          .forEach(junheng.terminal().out()::println);
    }
    return 0;
  }
}

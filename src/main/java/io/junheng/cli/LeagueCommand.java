package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.job.LakeReport;
import io.junheng.job.League;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng league FRAMEWORK}: prints a league table from the lake. */
@Command(name = "league", abbreviateSynopsis = true)
final class LeagueCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(paramLabel = "FRAMEWORK")
  private String framework;

  @Option(names = "--top", paramLabel = "N")
  private Integer top;

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    List<Period> periods = junheng.options().periods();
    List<Optional<Period>> wanted =
        periods.isEmpty() ? List.of(Optional.empty()) : periods.stream().map(Optional::of).toList();
    LakeReport report = setup.report(junheng, lake);
    List<League> leagues =
        wanted.stream().flatMap(period -> report.leagues(framework, period).stream()).toList();
    new LeagueOutput(junheng)
        .print(leagues, top == null ? LeagueOutput.ALL : new LeagueOutput.Part(top, 0));
    return 0;
  }
}

package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.LakeReport;
import io.junheng.job.League;
import io.junheng.job.ReadReleases;
import io.junheng.release.ReleaseId;
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

  @Option(names = "--release", paramLabel = "RELEASE")
  private ReleaseId release;

  @Option(names = "--as", paramLabel = "ROLE")
  private String role;

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    List<Period> periods = junheng.options().periods();
    List<Optional<Period>> wanted =
        periods.isEmpty() ? List.of(Optional.empty()) : periods.stream().map(Optional::of).toList();
    List<League> leagues =
        wanted.stream().flatMap(period -> leagues(setup, lake, period).stream()).toList();
    new LeagueOutput(junheng)
        .print(leagues, top == null ? LeagueOutput.ALL : new LeagueOutput.Part(top, 0));
    return 0;
  }

  private List<League> leagues(Setup setup, String lake, Optional<Period> period) {
    LakeReport report = setup.report(junheng, lake);
    if (release == null) {
      return report.leagues(framework, period);
    }
    ReadReleases releases = new ReadReleases(setup.place().spark(), lake);
    List<League> leagues = releases.leagues(release, Optional.ofNullable(role), framework, period);
    releases
        .require(release)
        .mark(releases.now())
        .ifPresent(
            mark -> junheng.screen().complain(new Text("*** " + mark.zh(), "*** " + mark.en())));
    return leagues;
  }
}

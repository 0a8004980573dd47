package io.junheng.cli;

import io.junheng.job.DiffReleases;
import io.junheng.release.Difference;
import io.junheng.release.ReleaseId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng release diff A B}: figures that differ between two releases, and why. */
@Command(name = "diff", abbreviateSynopsis = true)
final class ReleaseDiffCommand implements Callable<Integer> {
  @ParentCommand private ReleaseCommand release;

  @Parameters(index = "0", paramLabel = "BEFORE")
  private ReleaseId before;

  @Parameters(index = "1", paramLabel = "AFTER")
  private ReleaseId after;

  @Option(names = "--as", paramLabel = "ROLE")
  private String role;

  @Option(names = "--county", paramLabel = "CODE")
  private String county;

  @Option(names = "--all")
  private boolean isAllAsked;

  @Override
  public Integer call() {
    Junheng junheng = release.junheng();
    List<Difference> differences =
        new DiffReleases(release.releases(Setup.read(junheng)))
            .diff(before, after, Optional.ofNullable(role)).stream()
                .filter(one -> county == null || one.area().equals(county))
                .toList();
    DifferencePrint print = new DifferencePrint(junheng.language(), junheng.terminal().width());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("before", before.toString())
          .with("after", after.toString())
          .with("differences", differences.stream().map(print::json).toList())
          .print(junheng.terminal().out());
    } else {
      int most = isAllAsked ? Integer.MAX_VALUE : DifferencePrint.USUAL;
      print.lines(differences, most).forEach(junheng.terminal().out()::println);
    }
    return 0;
  }
}

package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.ChangesOfReleases;
import io.junheng.job.DiffReleases;
import io.junheng.job.ReadReleases;
import io.junheng.release.Difference;
import io.junheng.release.ReleaseId;
import java.nio.file.Path;
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

  @Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Override
  public Integer call() {
    Junheng junheng = release.junheng();
    ReadReleases releases = release.releases(Setup.read(junheng));
    List<Difference> differences =
        new DiffReleases(releases)
            .diff(before, after, Optional.ofNullable(role)).stream()
                .filter(one -> county == null || one.area().equals(county))
                .toList();
    if (out != null) {
      new ChangesOfReleases(releases).write(before, after, differences, out, junheng.language());
      junheng
          .screen()
          .say(
              new Text(
                  "✓ %d 项差异 → %s".formatted(differences.size(), out),
                  "✓ %d differences → %s".formatted(differences.size(), out)));
    }
    DifferencePrint print = new DifferencePrint(junheng.language(), junheng.terminal().width());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("before", before.toString())
          .with("after", after.toString())
          .with("differences", differences.stream().map(print::json).toList())
          .print(junheng.terminal().out());
    } else if (out == null) {
      int most = isAllAsked ? Integer.MAX_VALUE : DifferencePrint.USUAL;
      print.lines(differences, most).forEach(junheng.terminal().out()::println);
    }
    return 0;
  }
}

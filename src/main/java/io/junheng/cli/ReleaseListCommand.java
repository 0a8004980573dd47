package io.junheng.cli;

import io.junheng.job.ReadReleases;
import io.junheng.release.Release;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code junheng release list}: all releases and their states. */
@Command(name = "list", abbreviateSynopsis = true)
final class ReleaseListCommand implements Callable<Integer> {
  @ParentCommand private ReleaseCommand release;

  @Override
  public Integer call() {
    Junheng junheng = release.junheng();
    ReadReleases releases = release.releases(Setup.read(junheng));
    List<Release> all = releases.all();
    ReleasePrint print = new ReleasePrint(junheng.language(), junheng.terminal().width());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with(
              "releases",
              all.stream().map(one -> print.json(one, releases.now()).members()).toList())
          .print(junheng.terminal().out());
    } else {
      print.list(all, releases.now()).forEach(junheng.terminal().out()::println);
    }
    return 0;
  }
}

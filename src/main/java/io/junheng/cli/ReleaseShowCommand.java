package io.junheng.cli;

import io.junheng.job.ReadReleases;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng release show R}: what a release is made of, and what happened to it. */
@Command(name = "show", abbreviateSynopsis = true)
final class ReleaseShowCommand implements Callable<Integer> {
  @ParentCommand private ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE")
  private ReleaseId id;

  @Option(names = "--manifest")
  private boolean isManifestAsked;

  @Override
  public Integer call() {
    Junheng junheng = release.junheng();
    ReadReleases releases = release.releases(Setup.read(junheng));
    if (isManifestAsked) {
      junheng.terminal().out().print(releases.manifest(id));
      return 0;
    }
    Release found = releases.require(id);
    ReleasePrint print = new ReleasePrint(junheng.language(), junheng.terminal().width());
    if (junheng.options().isJson()) {
      print.json(found, releases.now()).print(junheng.terminal().out());
    } else {
      print.show(found, releases.now()).forEach(junheng.terminal().out()::println);
    }
    return 0;
  }
}

package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.CreateRelease;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng release create --period P}: freezes gold of some periods under a number. */
@Command(name = "create", abbreviateSynopsis = true)
final class ReleaseCreateCommand implements Callable<Integer> {
  @ParentCommand private ReleaseCommand release;

  @Mixin private final SignerOptions signer = new SignerOptions();

  @Option(names = "--number", paramLabel = "N")
  private Integer number;

  @Option(names = "--roles", paramLabel = "ROLE", split = ",")
  private final List<String> roles = new ArrayList<>();

  @Option(names = "--waive", paramLabel = "RULE=REASON")
  private final Map<String, String> waivers = new LinkedHashMap<>();

  @Option(names = "--amends", paramLabel = "RELEASE")
  private ReleaseId amends;

  @Override
  public Integer call() {
    release.requirePeriods();
    Junheng junheng = release.junheng();
    Setup setup = Setup.read(junheng);
    CreateRelease create =
        new CreateRelease(
            setup.place().spark(),
            release.lake(setup),
            setup.catalogue(),
            junheng.options().conf(junheng.terminal()));
    Release made =
        create.create(
            new CreateRelease.Order(
                junheng.options().periods(),
                Optional.ofNullable(number),
                signer.signer(),
                roles,
                waivers,
                Optional.ofNullable(amends)));
    long rows = made.manifest().rows();
    junheng
        .screen()
        .say(
            new Text(
                "✓ 发布 %s 已生成(草稿)· %d 张表 · %,d 行"
                    .formatted(made.id(), made.manifest().tables().size(), rows),
                "✓ Release %s is made, as a draft · %d tables · %,d rows"
                    .formatted(made.id(), made.manifest().tables().size(), rows)));
    if (junheng.options().isJson()) {
      new ReleasePrint(junheng.language(), junheng.terminal().width())
          .json(made, release.releases(setup).now())
          .print(junheng.terminal().out());
    }
    return 0;
  }
}

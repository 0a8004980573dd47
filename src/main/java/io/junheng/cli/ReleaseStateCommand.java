package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.DiffReleases;
import io.junheng.job.JobException;
import io.junheng.job.MoveRelease;
import io.junheng.job.Outcome;
import io.junheng.job.ReadReleases;
import io.junheng.release.AmendmentNote;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import io.junheng.release.ReleaseState;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng release state R --to STATE}: takes a release to its next state. */
@Command(name = "state", abbreviateSynopsis = true)
final class ReleaseStateCommand implements Callable<Integer> {
  @ParentCommand private ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE")
  private ReleaseId id;

  @Mixin private final SignerOptions signer = new SignerOptions();

  @Option(names = "--to", paramLabel = "comment|approved|embargoed|published|amended|withdrawn")
  private ReleaseState to;

  @Option(names = "--until", paramLabel = "TIME")
  private OffsetDateTime until;

  @Option(names = "--by", paramLabel = "RELEASE")
  private ReleaseId by;

  @Option(names = "--roles", paramLabel = "ROLE", split = ",")
  private final List<String> roles = new ArrayList<>();

  @Option(names = "--waive", paramLabel = "RULE=REASON")
  private final Map<String, String> waivers = new LinkedHashMap<>();

  @Option(names = "--not-reproducible")
  private boolean isGivenUp;

  @Override
  public Integer call() {
    if (isGivenUp == (to != null)) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text("请给出 --to 或 --not-reproducible 之一。", "Give either --to or --not-reproducible."));
    }
    Junheng junheng = release.junheng();
    Setup setup = Setup.read(junheng);
    MoveRelease move =
        new MoveRelease(setup.place().spark(), release.lake(setup), setup.catalogue());
    Release moved = isGivenUp ? move.releaseOriginals(id, signer.signer()) : move.move(step());
    ReadReleases releases = release.releases(setup);
    ReleasePrint print = new ReleasePrint(junheng.language(), junheng.terminal().width());
    Optional<Text> note =
        to == ReleaseState.AMENDED ? Optional.of(note(releases, moved)) : Optional.empty();
    if (junheng.options().isJson()) {
      print
          .json(moved, releases.now())
          .with("note_zh", note.map(Text::zh))
          .with("note_en", note.map(Text::en))
          .print(junheng.terminal().out());
    } else {
      junheng.screen().say(said(moved));
      note.ifPresent(
          text -> {
            junheng.terminal().out().println(text.zh());
            junheng.terminal().out().println(text.en());
          });
    }
    return 0;
  }

  private MoveRelease.Step step() {
    return new MoveRelease.Step(
        id,
        to,
        signer.signer(),
        Optional.ofNullable(until).map(OffsetDateTime::toInstant),
        roles,
        Optional.ofNullable(by),
        waivers);
  }

  private Text said(Release moved) {
    if (isGivenUp) {
      return new Text(
          "✓ %s 不再须重现,其原件可清除".formatted(id),
          "✓ %s need not be made again; its originals may be purged".formatted(id));
    }
    return new Text(
        "✓ %s:%s".formatted(moved.id(), to.title().zh()),
        "✓ %s is %s".formatted(moved.id(), to.title().en()));
  }

  private Text note(ReadReleases releases, Release moved) {
    return new AmendmentNote(
            id,
            by,
            releases.now().atZone(ZoneId.systemDefault()).toLocalDate(),
            signer.signer().reason())
        .about(new DiffReleases(releases).diff(moved.id(), by, Optional.empty()));
  }
}

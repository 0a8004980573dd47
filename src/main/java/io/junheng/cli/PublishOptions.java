package io.junheng.cli;

import io.junheng.definition.Audience;
import io.junheng.job.PublishRequest;
import io.junheng.job.ReleaseChoice;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that all kinds of publication share. */
final class PublishOptions {
  @Option(
      names = "--audience",
      paramLabel = "province|city:C|county:C|public",
      defaultValue = "province")
  private Audience audience;

  @Option(names = "--release", paramLabel = "RELEASE|none")
  private ReleaseChoice release = new ReleaseChoice.Published();

  @Option(names = "--as", paramLabel = "ROLE")
  private String role;

  Audience audience() {
    return audience;
  }

  /** What is to be published, from a lake that must be there; talk of its storage goes to a log. */
  PublishRequest request(Junheng junheng, Setup setup) {
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    junheng.logTo(LogPlace.of(lake));
    PublishRequest request =
        new PublishRequest(
            setup.catalogue(),
            setup.place().spark(),
            lake,
            junheng.options().periods(),
            audience,
            setup.place().environment().smallCounts(),
            release.as(Optional.ofNullable(role)));
    junheng.screen().say(request.source());
    return request;
  }
}

package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.release.Gate;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import io.junheng.release.ReleaseState;
import io.junheng.release.Releases;
import io.junheng.release.StateChange;
import io.junheng.release.Waiver;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Moves a release from state to state. What is not the next step is refused, as is a step through a
 * closed gate. Needs no Spark session.
 */
public final class MoveRelease {
  private final SmallTables tables;
  private final Catalogue catalogue;
  private final Clock clock;

  public MoveRelease(SparkStart start, String lake, Catalogue catalogue) {
    this(LakeReport.tables(start, lake), catalogue, Clock.systemUTC());
  }

  MoveRelease(SmallTables tables, Catalogue catalogue, Clock clock) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * A step.
   *
   * @param until end of an embargo
   * @param roles that may read from now on before everybody may
   * @param by the release that amends it
   * @param waivers reasons by rule of the gate
   */
  public record Step(
      ReleaseId id,
      ReleaseState to,
      Signer signer,
      Optional<Instant> until,
      List<String> roles,
      Optional<ReleaseId> by,
      Map<String, String> waivers) {}

  /** Takes it; a {@link JobException} tells why it cannot be taken. */
  public Release move(Step step) {
    return new UnderLease(tables, clock).run("release-state", () -> moved(step));
  }

  /** From now on nobody relies on its originals: they may be purged. */
  public Release releaseOriginals(ReleaseId id, Signer signer) {
    return new UnderLease(tables, clock)
        .run(
            "release-state",
            () -> {
              Releases releases = new Releases(tables);
              Release release = require(releases, id);
              ReleaseState state = release.state(now());
              StateChange change =
                  new StateChange(
                      release.changes().size() + 1,
                      state,
                      signer.name(),
                      now(),
                      signer.withReason().reason(),
                      release.embargo(now()),
                      List.of(),
                      release.amendedBy(),
                      List.of(),
                      false);
              return releases.add(release, change);
            });
  }

  private Release moved(Step step) throws IOException {
    Releases releases = new Releases(tables);
    Release release = require(releases, step.id());
    Instant now = now();
    requireNext(release, step, now);
    if (step.to() == ReleaseState.AMENDED) {
      requirePublished(releases, step, now);
    }
    List<Waiver> waivers = step.to().isGated() ? waivers(release, step, now) : List.of();
    StateChange change =
        new StateChange(
            release.changes().size() + 1,
            step.to(),
            step.signer().name(),
            now,
            step.signer().withReason().reason(),
            step.until().filter(until -> step.to() == ReleaseState.EMBARGOED),
            step.roles(),
            step.by().filter(by -> step.to() == ReleaseState.AMENDED),
            waivers,
            true);
    return releases.add(release, change);
  }

  private List<Waiver> waivers(Release release, Step step, Instant now) {
    Gate gate =
        new Gate(
            new GateOfLake(catalogue, tables, now.atZone(ZoneId.systemDefault()).toLocalDate())
                .items(release.manifest().periods(), step.to()));
    return ReleaseWords.requireOpen(
            gate.ask(release.waivers(), step.waivers(), step.signer().name()))
        .waivers();
  }

  private static void requireNext(Release release, Step step, Instant now) {
    ReleaseState state = release.state(now);
    if (!state.next().contains(step.to())) {
      String next =
          state.next().stream().map(ReleaseState::code).sorted().collect(Collectors.joining(", "));
      throw refused(
          "%s 现为“%s”,不能转为“%s”。可转为:%s。"
              .formatted(
                  release.id(),
                  state.title().zh(),
                  step.to().title().zh(),
                  next.isEmpty() ? "无" : next),
          "%s is %s and cannot become %s. It can become: %s."
              .formatted(
                  release.id(),
                  state.title().en(),
                  step.to().title().en(),
                  next.isEmpty() ? "nothing" : next));
    }
    if (state == ReleaseState.EMBARGOED && step.to() == ReleaseState.PUBLISHED) {
      throw refused(
          "%s 须待 %s 解禁,到时自行公布。".formatted(release.id(), release.embargo(now).orElseThrow()),
          "%s is under embargo until %s; then it is published by itself."
              .formatted(release.id(), release.embargo(now).orElseThrow()));
    }
    if (step.to() == ReleaseState.EMBARGOED
        && step.until().filter(until -> until.isAfter(now)).isEmpty()) {
      throw refused(
          "请用 --until 指定将来的解禁时间,例如 2026-03-01T09:00+08:00。",
          "Say with --until when the embargo ends; it lies ahead, for instance 2026-03-01T09:00+08:00.");
    }
  }

  /** An amendment has to be there before it can stand in the place of what it amends. */
  private static void requirePublished(Releases releases, Step step, Instant now)
      throws IOException {
    ReleaseId by =
        step.by()
            .orElseThrow(
                () -> refused("请用 --by 指定作出修订的发布。", "Name with --by the release that amends it."));
    if (require(releases, by).state(now) != ReleaseState.PUBLISHED || by.equals(step.id())) {
      throw refused(
          "%s 尚未公布,不能替代 %s。".formatted(by, step.id()),
          "%s is not published, so it cannot stand in place of %s.".formatted(by, step.id()));
    }
  }

  static Release require(Releases releases, ReleaseId id) throws IOException {
    Optional<Release> found = releases.find(id);
    if (found.isEmpty()) {
      throw ReleaseWords.unknown(id, releases.all());
    }
    return found.get();
  }

  private static JobException refused(String zh, String en) {
    return new JobException(Outcome.REFUSED, new Text(zh, en));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

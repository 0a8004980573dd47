package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.release.GateItem;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import io.junheng.release.ReleaseState;
import io.junheng.release.Releases;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be told of releases. Needs no Spark session. */
public final class ReadReleases {
  private final SmallTables tables;
  private final Clock clock;

  public ReadReleases(SparkStart start, String lake) {
    this(LakeReport.tables(start, lake), Clock.systemUTC());
  }

  ReadReleases(SmallTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** The point in time at which states are told. */
  public Instant now() {
    return clock.instant();
  }

  /** All, in the order of their numbers. */
  public List<Release> all() {
    return SparkFailures.told(() -> new Releases(tables).all());
  }

  /** One; a {@link JobException} where there is none. */
  public Release require(ReleaseId id) {
    return SparkFailures.told(() -> MoveRelease.require(new Releases(tables), id));
  }

  /** The manifest of one, as it was written. */
  public String manifest(ReleaseId id) {
    require(id);
    return SparkFailures.told(() -> new Releases(tables).manifest(id));
  }

  /** What would stand against a release of some periods that goes to a state. */
  public List<GateItem> gate(Catalogue catalogue, List<Period> periods, ReleaseState towards) {
    return SparkFailures.told(
        () -> new GateOfLake(catalogue, tables, LocalDate.now(clock)).items(periods, towards));
  }

  /**
   * The league tables of a framework as a release holds them; a role is needed before it is
   * published.
   */
  public List<League> leagues(
      ReleaseId id, Optional<String> role, String framework, Optional<Period> period) {
    Release release = requireReadable(id, role);
    Optional<Period> wanted =
        period.or(() -> release.manifest().periods().stream().max(Period::compareTo));
    return SparkFailures.told(
        () -> new LeagueReader(tables.ofRelease(id.toString())).read(framework, wanted));
  }

  /** A release whose figures may be shown to the role. */
  Release requireReadable(ReleaseId id, Optional<String> role) {
    Release release = require(id);
    if (!release.isReadable(role, now())) {
      String roles = String.join(", ", release.roles());
      throw new JobException(
          Outcome.REFUSED,
          new Text(
              "%s 现为“%s”,只供指定角色查阅(%s)。请用 --as 说明角色。"
                  .formatted(
                      id, release.state(now()).title().zh(), roles.isEmpty() ? "未指定" : roles),
              "%s is %s: only named roles read it (%s). Say yours with --as."
                  .formatted(
                      id, release.state(now()).title().en(), roles.isEmpty() ? "none" : roles)));
    }
    return release;
  }

  SmallTables tables() {
    return tables;
  }
}

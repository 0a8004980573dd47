package io.junheng.job;

import io.junheng.definition.AreaLevel;
import io.junheng.definition.Audience;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.disclosure.ForAudience;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import io.junheng.release.ReleaseState;
import io.junheng.table.DimArea;
import io.junheng.table.DimPeriod;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gold of a lake as an audience may see it: what every publication begins with. What is published
 * comes from releases; what is not, says so in every row. Needs no Spark session.
 */
final class GoldToPublish {
  private final PublishRequest request;
  private final SmallTables tables;
  private final Clock clock;

  private GoldToPublish(PublishRequest request, SmallTables tables, Clock clock) {
    this.request = request;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Opens it.
   *
   * @throws JobException if the lake holds no gold of a period that is asked for, or does not know
   *     the audience's area
   */
  static Gold open(PublishRequest request) {
    return open(request, LakeReport.tables(request.start(), request.lake()), Clock.systemUTC());
  }

  /**
   * The same at a point in time.
   *
   * @param clock tells which embargoes are over
   */
  static Gold open(PublishRequest request, SmallTables tables, Clock clock) {
    return SparkFailures.told(new GoldToPublish(request, tables, clock)::open);
  }

  /** Tells which results of which period are handed on. */
  static Text source(PublishRequest request) {
    SmallTables tables = LakeReport.tables(request.start(), request.lake());
    GoldToPublish publication = new GoldToPublish(request, tables, Clock.systemUTC());
    SortedMap<Period, ReleaseId> chosen = SparkFailures.told(publication::chosen);
    String releases =
        chosen.entrySet().stream()
            .filter(
                period ->
                    request.periods().isEmpty() || request.periods().contains(period.getKey()))
            .map(period -> "%s %s".formatted(period.getKey(), period.getValue()))
            .collect(Collectors.joining(", "));
    return chosen.isEmpty()
        ? new Text("采用现有结果,尚未发布。", "Results as they stand, not released.")
        : new Text("采用已冻结的发布:" + releases, "Results of releases: " + releases);
  }

  private Gold open() throws IOException {
    Gold gold = ofChoice();
    requireArea(gold);
    return ForAudience.of(gold, request.catalogue(), request.audience(), request.limits());
  }

  private Gold ofChoice() throws IOException {
    SortedMap<Period, ReleaseId> chosen = chosen();
    if (chosen.isEmpty()) {
      return new GoldOfLake(tables, wanted(ofLake()));
    }
    Gold gold = of(chosen);
    return request.release() instanceof ReleaseChoice.Of one
        ? marked(gold, new ReadReleases(tables, clock).require(one.id()))
        : gold;
  }

  private Gold marked(Gold gold, Release release) {
    return release.mark(clock.instant()).<Gold>map(mark -> new MarkedGold(gold, mark)).orElse(gold);
  }

  /** The release of each period that has one; none where gold is taken as it stands. */
  private SortedMap<Period, ReleaseId> chosen() throws IOException {
    ReadReleases releases = new ReadReleases(tables, clock);
    if (request.release() instanceof ReleaseChoice.Of one) {
      return releases(List.of(releases.requireReadable(one.id(), one.role())));
    } else if (request.release() instanceof ReleaseChoice.Unreleased) {
      return new TreeMap<>();
    }
    return releases(
        releases.all().stream()
            .filter(release -> release.state(clock.instant()) == ReleaseState.PUBLISHED)
            .toList());
  }

  /** Of each period the last of some releases, which are in the order of their numbers. */
  private static SortedMap<Period, ReleaseId> releases(List<Release> releases) {
    SortedMap<Period, ReleaseId> latest = new TreeMap<>();
    for (Release release : releases) {
      release.manifest().periods().forEach(period -> latest.put(period, release.id()));
    }
    return latest;
  }

  private Gold of(SortedMap<Period, ReleaseId> releases) {
    SortedMap<Period, ReleaseId> asked = new TreeMap<>(releases);
    asked.keySet().retainAll(wanted(List.copyOf(releases.keySet())));
    return new GoldOfReleases(tables, asked);
  }

  private List<Period> ofLake() {
    return tables.read(DimPeriod.TABLE).stream().map(Cells::period).toList();
  }

  private List<Period> wanted(List<Period> known) {
    List<Period> wanted = request.periods().isEmpty() ? known : request.periods();
    List<Period> missing = wanted.stream().filter(period -> !known.contains(period)).toList();
    if (wanted.isEmpty() || !missing.isEmpty()) {
      throw missing.stream()
          .findFirst()
          .map(
              period ->
                  ofLake().contains(period) ? notReleased(period) : nothing(period.toString()))
          .orElseGet(() -> nothing("—"));
    }
    return wanted;
  }

  private static JobException notReleased(Period period) {
    return new JobException(
        Outcome.INPUT,
        new Text(
            "周期 %s 的结果尚未发布。要采用现有结果,请加 --release none。".formatted(period),
            "Results of period %s are not released. With --release none they are taken as they stand."
                .formatted(period)));
  }

  private JobException nothing(String period) {
    return new JobException(
        Outcome.INPUT,
        new Text(
            "%s 中没有周期 %s 的结果。请先运行 run 或 compute。".formatted(request.lake(), period),
            "%s holds no results for period %s. Type run or compute first."
                .formatted(request.lake(), period)));
  }

  private void requireArea(Gold gold) {
    Audience audience = request.audience();
    if (audience instanceof Audience.City city) {
      require(gold, city.code(), Set.of(AreaLevel.CITY.code()), new Text("市", "city"));
    } else if (audience instanceof Audience.County county) {
      require(
          gold,
          county.code(),
          Set.of(AreaLevel.COUNTY.code(), AreaLevel.ZONE.code()),
          new Text("县(市、区)", "county"));
    }
  }

  private static void require(Gold gold, String code, Set<String> levels, Text kind) {
    Set<String> known =
        gold.rows(DimArea.TABLE).stream()
            .filter(row -> levels.contains(Cells.code(row, DimArea.AREA_LEVEL)))
            .map(row -> Cells.code(row, DimArea.AREA_CODE))
            .collect(Collectors.toSet());
    if (!known.contains(code)) {
      throw new JobException(
          Outcome.CONFIGURATION, JobWords.unknown(kind.zh(), kind.en(), code, known));
    }
  }
}

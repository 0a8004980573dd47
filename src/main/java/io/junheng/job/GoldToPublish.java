package io.junheng.job;

import io.junheng.definition.AreaLevel;
import io.junheng.definition.Audience;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.disclosure.ForAudience;
import io.junheng.table.DimArea;
import io.junheng.table.DimPeriod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gold of a lake as an audience may see it: what every publication begins with. Needs no Spark
 * session.
 */
final class GoldToPublish {
  private final PublishRequest request;
  private final SmallTables tables;

  private GoldToPublish(PublishRequest request) {
    this.request = request;
    this.tables = LakeReport.tables(request.start(), request.lake());
  }

  /**
   * Opens it.
   *
   * @throws JobException if the lake holds no gold of a period that is asked for, or does not know
   *     the audience's area
   */
  static Gold open(PublishRequest request) {
    return SparkFailures.told(new GoldToPublish(request)::open);
  }

  private Gold open() {
    Gold gold = new GoldOfLake(tables, periods());
    requireArea(gold);
    return ForAudience.of(gold, request.catalogue(), request.audience(), request.limits());
  }

  private List<Period> periods() {
    List<Period> known = tables.read(DimPeriod.TABLE).stream().map(Cells::period).toList();
    List<Period> wanted = request.periods().isEmpty() ? known : request.periods();
    List<Period> missing = wanted.stream().filter(period -> !known.contains(period)).toList();
    if (wanted.isEmpty() || !missing.isEmpty()) {
      throw nothing(missing.isEmpty() ? "—" : missing.get(0).toString());
    }
    return wanted;
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

package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import io.junheng.publication.Gold;
import io.junheng.publication.KeyOrder;
import io.junheng.release.ReleaseId;
import io.junheng.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Gold as releases hold it, each period as its own release does; what does not belong to a period
 * is that of the last one. Each table is read once, when it is first asked for.
 */
final class GoldOfReleases implements Gold {
  private final SmallTables tables;
  private final SortedMap<Period, ReleaseId> releases;
  private final Map<Table, List<Row>> read = new ConcurrentHashMap<>();

  /**
   * @param releases the release of each period, at least one
   */
  GoldOfReleases(SmallTables tables, SortedMap<Period, ReleaseId> releases) {
    this.tables = tables;
    this.releases = new TreeMap<>(releases);
  }

  @Override
  public List<Period> periods() {
    return List.copyOf(releases.keySet());
  }

  @Override
  public List<Row> rows(Table table) {
    return read.computeIfAbsent(table, this::read);
  }

  @Override
  public List<Row> rows(Table table, Period period) {
    return rows(table).stream()
        .filter(row -> row.<Integer>getAs("period") == period.number())
        .toList();
  }

  @Override
  public Optional<String> release(Period period) {
    return Optional.ofNullable(releases.get(period)).map(ReleaseId::toString);
  }

  private List<Row> read(Table table) {
    Stream<Row> rows =
        table.isByPeriod()
            ? releases.entrySet().stream()
                .flatMap(
                    release ->
                        of(release.getValue()).read(table, List.of(release.getKey())).stream())
            : of(releases.get(releases.lastKey())).read(table).stream();
    return rows.sorted(KeyOrder.of(table)).toList();
  }

  private SmallTables of(ReleaseId release) {
    return tables.ofRelease(release.toString());
  }
}

package io.junheng.publication.site;

import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import io.junheng.publication.Gold;
import io.junheng.table.Table;
import io.junheng.testing.SampleLake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * Gold of the sample province, read once for all tests; or as a test would have it.
 *
 * @param change what becomes of a table's rows
 */
public record SampleGold(BiFunction<Table, List<Row>, List<Row>> change) implements Gold {
  private static final Map<Table, List<Row>> READ = new ConcurrentHashMap<>();

  /** As it stands. */
  public SampleGold() {
    this((table, rows) -> rows);
  }

  @Override
  public List<Period> periods() {
    return SampleLake.PERIODS;
  }

  @Override
  public List<Row> rows(Table table) {
    return change.apply(table, READ.computeIfAbsent(table, SampleGold::read));
  }

  @Override
  public Optional<String> release(Period period) {
    return Optional.empty();
  }

  @Override
  public List<Row> rows(Table table, Period period) {
    return rows(table).stream()
        .filter(row -> row.<Integer>getAs("period") == period.number())
        .toList();
  }

  private static List<Row> read(Table table) {
    SmallTables tables = new SmallTables(new Configuration(), SampleLake.root().toString());
    return table.isByPeriod() ? tables.read(table, SampleLake.PERIODS) : tables.read(table);
  }
}

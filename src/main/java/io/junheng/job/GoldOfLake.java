package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import io.junheng.publication.Gold;
import io.junheng.publication.KeyOrder;
import io.junheng.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;

/** Gold as it stands in a lake. Each table is read once, when it is first asked for. */
final class GoldOfLake implements Gold {
  private final SmallTables tables;
  private final List<Period> periods;
  private final Map<Table, List<Row>> read = new ConcurrentHashMap<>();

  GoldOfLake(SmallTables tables, List<Period> periods) {
    this.tables = tables;
    this.periods = periods.stream().sorted().toList();
  }

  @Override
  public List<Period> periods() {
    return periods;
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
    return Optional.empty();
  }

  private List<Row> read(Table table) {
    List<Row> rows = table.isByPeriod() ? tables.read(table, periods) : tables.read(table);
    return rows.stream().sorted(KeyOrder.of(table)).toList();
  }
}

package io.junheng.testing;

import io.junheng.definition.Period;
import io.junheng.lake.StoredTable;
import io.junheng.lake.TableRow;
import io.junheng.publication.Gold;
import io.junheng.publication.KeyOrder;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Gold that a test writes down, or that of a lake with other rows in some tables. */
public final class MemoryGold implements Gold {
  private final List<Period> periods;
  private final Map<Period, String> releases = new HashMap<>();
  private final Map<Table, List<Row>> rows = new HashMap<>();

  public MemoryGold(List<Period> periods) {
    this.periods = List.copyOf(periods);
  }

  /** Adds a row; a column that is not named is empty. */
  public MemoryGold with(Table table, Map<? extends TableColumn, ?> cells) {
    Row plain = TableRow.of(table, cells);
    Object[] values = new Object[plain.size()];
    Arrays.setAll(values, plain::get);
    rows.computeIfAbsent(table, t -> new ArrayList<>())
        .add(new GenericRowWithSchema(values, StoredTable.of(table).schema()));
    return this;
  }

  /** Says which release a period comes from. */
  public MemoryGold released(Period period, String release) {
    releases.put(period, release);
    return this;
  }

  @Override
  public Optional<String> release(Period period) {
    return Optional.ofNullable(releases.get(period));
  }

  @Override
  public List<Period> periods() {
    return periods;
  }

  @Override
  public List<Row> rows(Table table) {
    return rows.getOrDefault(table, List.of()).stream().sorted(KeyOrder.of(table)).toList();
  }

  @Override
  public List<Row> rows(Table table, Period period) {
    return rows(table).stream()
        .filter(row -> row.<Integer>getAs("period") == period.number())
        .toList();
  }
}

package io.junheng.publication;

import io.junheng.definition.Period;
import io.junheng.lake.StoredTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** Gold from a few rows. */
public final class GoldInMemory implements Gold {
  private final Map<Table, List<Row>> rows = new HashMap<>();

  /** Adds a row; a column that is not named is null. Whole numbers serve for quantities. */
  public GoldInMemory with(Table table, Map<? extends TableColumn, ?> values) {
    StructType schema = StoredTable.of(table).schema();
    Object[] cells =
        table.columns().stream().map(column -> stored(column, values.get(column))).toArray();
    rows.computeIfAbsent(table, any -> new ArrayList<>())
        .add(new GenericRowWithSchema(cells, schema));
    return this;
  }

  private static Object stored(TableColumn column, Object value) {
    return switch (column.type()) {
      case QUANTITY -> value == null ? null : new BigDecimal(value.toString()).setScale(10);
      case DOUBLE -> value == null ? null : Double.valueOf(value.toString());
      case TEXT, INTEGER, LONG, BOOLEAN, DATE, TIMESTAMP -> value;
    };
  }

  @Override
  public List<Period> periods() {
    return List.copyOf(
        rows.keySet().stream()
            .filter(Table::isByPeriod)
            .flatMap(table -> rows.get(table).stream())
            .map(Cells::period)
            .collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
  }

  @Override
  public List<Row> rows(Table table) {
    return rows.getOrDefault(table, List.of());
  }

  @Override
  public Optional<String> release(Period period) {
    return Optional.empty();
  }

  @Override
  public List<Row> rows(Table table, Period period) {
    return rows(table).stream().filter(row -> Cells.period(row).equals(period)).toList();
  }
}

package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.lake.RowDigest;
import io.junheng.lake.SmallTables;
import io.junheng.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Finds the rows of a table that two lakes do not have in common. Keeps the keys of one of them in
 * memory; it is only asked where something differs.
 */
record DifferingRows(Table table) {
  private static final int NAMED = 5;

  /** Keys of the first of them, as {@code column=code}; of a dimension all rows are looked at. */
  List<String> between(SmallTables one, SmallTables other, Collection<Period> periods) {
    Map<String, String> left = new TreeMap<>();
    TreeSet<String> differing = new TreeSet<>();
    each(one, periods, row -> left.put(key(row), content(row)));
    each(
        other,
        periods,
        row -> {
          String key = key(row);
          if (!content(row).equals(left.remove(key))) {
            differing.add(key);
          }
        });
    differing.addAll(left.keySet());
    return differing.stream().limit(NAMED).toList();
  }

  private void each(SmallTables of, Collection<Period> periods, Consumer<Row> consumer) {
    if (table.isByPeriod()) {
      of.forEach(table, periods, consumer);
    } else {
      of.forEach(table, consumer);
    }
  }

  private String key(Row row) {
    return table.key().stream()
        .map(column -> column.columnName() + "=" + row.getAs(column.columnName()))
        .collect(Collectors.joining(" "));
  }

  private static String content(Row row) {
    RowDigest digest = new RowDigest();
    digest.add(row);
    return digest.sha256();
  }
}

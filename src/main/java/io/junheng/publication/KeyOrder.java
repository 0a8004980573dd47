package io.junheng.publication;

import io.junheng.table.Table;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** The order of a table's rows: by its key, empty cells first. */
public final class KeyOrder {
  private KeyOrder() {}

  /** Puts rows of a table, which have its columns in their order, in the order of its key. */
  public static Comparator<Row> of(Table table) {
    return IntStream.range(0, table.key().size())
        .mapToObj(KeyOrder::byColumn)
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  private static Comparator<Row> byColumn(int column) {
    return Comparator.comparing(
        row -> row.<Comparable<Object>>getAs(column),
        Comparator.nullsFirst(Comparator.naturalOrder()));
  }
}

package io.junheng.oracle;

import io.junheng.lake.Lake;
import io.junheng.table.Layer;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * All gold of a lake as text: the rows of each table in their own order, each value to its last
 * digit.
 */
public final class GoldRows {
  private GoldRows() {}

  /** Rows by table name. */
  public static SortedMap<String, List<String>> of(SparkSession spark, String lake) {
    Lake tables = new Lake(spark, lake);
    SortedMap<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.all()) {
      if (table.layer() == Layer.GOLD && tables.exists(table)) {
        rows.put(
            table.name(),
            tables.read(table).collectAsList().stream().map(Row::toString).sorted().toList());
      }
    }
    return rows;
  }
}

package io.junheng.oracle;

import io.junheng.lake.SmallTables;
import io.junheng.lake.StoredTable;
import io.junheng.table.Layer;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * All gold of a lake as text: the rows of each table in their own order, each value to its last
 * digit.
 */
public final class GoldRows {
  private GoldRows() {}

  /** Rows by table name. */
  public static SortedMap<String, List<String>> of(String lake) {
    SmallTables tables = new SmallTables(new Configuration(), lake);
    SortedMap<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.all()) {
      if (table.layer() == Layer.GOLD && tables.version(StoredTable.of(table)).isPresent()) {
        rows.put(table.name(), tables.read(table).stream().map(Row::toString).sorted().toList());
      }
    }
    return rows;
  }
}

package io.junheng.publication.workbook;

import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;

/** Rows of gold by county: each table is divided once, for all counties. */
public final class ByCounty {
  private final Gold gold;
  private final Map<Table, Map<String, List<Row>>> divided = new ConcurrentHashMap<>();

  public ByCounty(Gold gold) {
    this.gold = gold;
  }

  public Gold gold() {
    return gold;
  }

  /** The rows of all periods of a county, in the order of the table's key. */
  public List<Row> rows(Table table, String county) {
    return divided.computeIfAbsent(table, this::divide).getOrDefault(county, List.of());
  }

  private Map<String, List<Row>> divide(Table table) {
    TableColumn county =
        table.columns().stream()
            .filter(column -> column.columnName().matches("county_code|area_code"))
            .findFirst()
            .orElseThrow();
    Map<String, List<Row>> rows = new HashMap<>();
    for (Row row : gold.rows(table)) {
      rows.computeIfAbsent(Cells.code(row, county), any -> new java.util.ArrayList<>()).add(row);
    }
    return rows;
  }
}

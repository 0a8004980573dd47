package io.junheng.publication.site;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimArea;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * The areas that published rows speak of. Others are not named: a site tells its reader of nobody
 * else.
 */
final class PublishedAreas {
  private final List<Row> rows;

  PublishedAreas(Gold gold) {
    Set<String> codes = new TreeSet<>();
    addCodes(gold, LeagueTable.TABLE, LeagueTable.COUNTY_CODE, codes);
    addCodes(gold, CountyVerdict.TABLE, CountyVerdict.COUNTY_CODE, codes);
    addCodes(gold, CountyIndicator.TABLE, CountyIndicator.AREA_CODE, codes);
    String day =
        gold.periods().stream()
            .max(Comparator.naturalOrder())
            .map(Period::referenceDate)
            .map(Object::toString)
            .orElse("");
    Map<String, Row> byCode = new TreeMap<>();
    for (Row row : gold.rows(DimArea.TABLE)) {
      String code = Cells.code(row, DimArea.AREA_CODE);
      if (codes.contains(code) && (!byCode.containsKey(code) || hasBegun(row, day))) {
        byCode.put(code, row);
      }
    }
    List<Row> inOrder = new ArrayList<>(byCode.values());
    inOrder.sort(
        Comparator.comparing(
            row -> Cells.integer(row, DimArea.SORT_ORDER).orElse(Integer.MAX_VALUE)));
    this.rows = List.copyOf(inOrder);
  }

  private static void addCodes(Gold gold, Table table, TableColumn column, Set<String> codes) {
    gold.rows(table).forEach(row -> codes.add(Cells.code(row, column)));
  }

  /** Rows come in the order of their first day, so the last that has begun stands. */
  private static boolean hasBegun(Row row, String day) {
    Object from = row.getAs(DimArea.VALID_FROM.columnName());
    return from == null || from.toString().compareTo(day) <= 0;
  }

  /** One row of {@code dim_area} for each, in the order of areas. */
  List<Row> rows() {
    return rows;
  }

  /** The codes of those that report. */
  List<String> counties() {
    return rows.stream()
        .filter(row -> Set.of("county", "zone").contains(Cells.code(row, DimArea.AREA_LEVEL)))
        .map(row -> Cells.code(row, DimArea.AREA_CODE))
        .toList();
  }
}

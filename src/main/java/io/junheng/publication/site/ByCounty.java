package io.junheng.publication.site;

import io.junheng.table.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Rows of one table, found by their county. */
record ByCounty(Map<String, List<Row>> rows, List<TableColumn> columns) {
  static ByCounty of(List<Row> rows, TableColumn county, TableColumn... columns) {
    return new ByCounty(
        rows.stream().collect(Collectors.groupingBy(row -> row.getAs(county.columnName()))),
        List.of(columns));
  }

  Grid of(String county) {
    return of(county, row -> true);
  }

  Grid of(String county, Predicate<Row> wanted) {
    return Grid.of(
        rows.getOrDefault(county, List.of()).stream().filter(wanted).toList(),
        columns.toArray(TableColumn[]::new));
  }
}

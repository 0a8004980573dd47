package io.junheng.publication.form;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.workbook.ByCounty;
import io.junheng.publication.workbook.Names;
import io.junheng.table.CountyMeasure;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What is known of one county in one period, and the ids of its figures. */
record CountyFacts(
    Catalogue catalogue,
    ByCounty rows,
    Names names,
    String framework,
    Period period,
    String county) {

  String in(String zh, String en) {
    return names.in(new Text(zh, en));
  }

  List<Row> rows(Table table) {
    return rows.rows(table, county).stream()
        .filter(row -> Cells.period(row).equals(period))
        .toList();
  }

  /** The row whose text columns hold these values. */
  Optional<Row> row(Table table, Map<? extends TableColumn, String> values) {
    return rows(table).stream()
        .filter(
            row ->
                values.entrySet().stream()
                    .allMatch(
                        value ->
                            Cells.text(row, value.getKey()).equals(Optional.of(value.getValue()))))
        .findFirst();
  }

  CellId id(String subject, String part) {
    return new CellId(framework, period, county, Optional.empty(), subject, part);
  }

  CellId id(String school, String subject, String part) {
    return new CellId(framework, period, county, Optional.of(school), subject, part);
  }

  /** A figure that adds up, for the county. */
  Optional<BigDecimal> measure(String measure, String stage) {
    return row(
            CountyMeasure.TABLE, Map.of(CountyMeasure.MEASURE, measure, CountyMeasure.STAGE, stage))
        .flatMap(row -> Cells.number(row, CountyMeasure.VALUE));
  }

  /** What a measure counts; its id where {@code conf/} does not know it. */
  String measureTitle(String measure) {
    return Optional.ofNullable(catalogue.measures().get(measure))
        .map(Measure::title)
        .map(names::in)
        .orElse(measure);
  }
}

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

  /** What stands behind a sheet's note where signed forms decided about some of its figures. */
  String formNote() {
    boolean isDecided =
        rows(CountyMeasure.TABLE).stream()
            .anyMatch(row -> Cells.number(row, CountyMeasure.RECORDED_VALUE).isPresent());
    return isDecided
        ? in(
            ";统计报表载明的学生、班级、教师数以报表为准,其余(随迁子女、持证教师等)按记录",
            "; pupils, classes and teachers as the signed form states them, all else (migrants, certificates …) by the records")
        : "";
  }

  /** What a measure counts; its id where {@code conf/} does not know it. */
  String measureTitle(String measure) {
    return Optional.ofNullable(catalogue.measures().get(measure))
        .map(Measure::title)
        .map(names::in)
        .orElse(measure);
  }
}

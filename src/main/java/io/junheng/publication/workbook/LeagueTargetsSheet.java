package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.TargetProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The targets of counties for what a framework looks at, county by county in the order of places.
 * Left out where nobody has one.
 */
record LeagueTargetsSheet(LeagueWorkbook book, Period period) {
  /** A county's line and one of its targets. */
  private record Line(Row place, Row target) {}

  void write(Book into) {
    List<Line> lines = lines();
    if (lines.isEmpty()) {
      return;
    }
    Page page = into.page(book.in("目标进度", "Targets"));
    List<Column<Line>> columns = columns();
    page.title(
        book.names().framework(book.framework()) + book.in("目标进度", " · targets"), columns.size());
    book.label().ifPresent(label -> page.line(label, Look.Kind.LABEL, columns.size()));
    page.line(
        book.in("周期:", "Period: ")
            + book.names().period(period)
            + " · "
            + book.names().in(TargetColumns.LEGEND),
        Look.Kind.PLAIN,
        columns.size());
    Page.Block block = page.table(columns, lines);
    page.freeze(block, 3);
    page.filter(block);
    page.print(
        Optional.of(block), book.title() + " · " + book.names().period(period), book.label());
  }

  private List<Column<Line>> columns() {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(
        of(
            book.in("名次", "Place"),
            6,
            line ->
                CellValue.number(Cells.integer(line.place(), LeagueTable.RANK_NO), "0").centred()));
    columns.add(
        of(
            book.in("县(市、区)", "County"),
            20,
            line ->
                CellValue.text(
                    book.names().area(Cells.code(line.place(), LeagueTable.COUNTY_CODE)))));
    new TargetColumns(book.names())
        .columns()
        .forEach(column -> columns.add(column.of(Line::target)));
    return columns;
  }

  private List<Line> lines() {
    Map<String, List<Row>> targets = targets();
    return book.widest(period).stream()
        .flatMap(
            place ->
                targets.getOrDefault(Cells.code(place, LeagueTable.COUNTY_CODE), List.of()).stream()
                    .map(target -> new Line(place, target)))
        .toList();
  }

  /** By county, in the order of the indicators. */
  private Map<String, List<Row>> targets() {
    Set<List<String>> looked = lookedAt();
    List<String> order = book.names().indicators();
    Map<String, List<Row>> targets = new HashMap<>();
    book.gold().rows(TargetProgress.TABLE, period).stream()
        .filter(row -> looked.contains(List.of(indicator(row), stage(row))))
        .sorted(Comparator.comparingInt(row -> order.indexOf(indicator(row))))
        .forEach(
            row ->
                targets
                    .computeIfAbsent(
                        Cells.code(row, TargetProgress.COUNTY_CODE), any -> new ArrayList<>())
                    .add(row));
    return targets;
  }

  /** Indicators and stages that the framework looks at. */
  private Set<List<String>> lookedAt() {
    Set<List<String>> looked = new HashSet<>();
    book.gold().rows(FrameworkItemResult.TABLE, period).stream()
        .filter(row -> Cells.code(row, FrameworkItemResult.FRAMEWORK).equals(book.framework()))
        .forEach(
            row ->
                Cells.text(row, FrameworkItemResult.INDICATOR)
                    .ifPresent(
                        indicator ->
                            Cells.text(row, FrameworkItemResult.STAGE)
                                .ifPresent(stage -> looked.add(List.of(indicator, stage)))));
    return looked;
  }

  private static String indicator(Row row) {
    return Cells.code(row, TargetProgress.INDICATOR);
  }

  private static String stage(Row row) {
    return Cells.code(row, TargetProgress.STAGE);
  }
}

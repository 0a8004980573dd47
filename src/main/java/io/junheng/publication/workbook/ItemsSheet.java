package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** How each county meets each item: a sign for each. Left out for frameworks without items. */
record ItemsSheet(LeagueWorkbook book, Period period) {
  private static final int MOST_TITLE = 26;

  /** What is met is the rule and stays quiet. */
  private static final Colouring FAILURES =
      new Colouring.BySign(List.of(Sign.NOT_MET, Sign.PARTLY_MET, Sign.UNKNOWN));

  void write(Book into) {
    Names names = book.names();
    Map<List<String>, String> grades = grades();
    List<Names.Item> items =
        names.items(book.framework()).values().stream()
            .filter(
                item -> grades.keySet().stream().anyMatch(key -> key.get(1).equals(item.code())))
            .toList();
    List<Row> lines = book.widest(period);
    if (items.isEmpty() || lines.isEmpty()) {
      return;
    }
    Page page = into.page(book.in("条目达成", "Items"));
    List<Column<Row>> columns = columns(items, grades);
    page.title(names.framework(book.framework()) + book.in("条目达成情况", " · items"), columns.size());
    book.label().ifPresent(label -> page.line(label, Look.Kind.LABEL, columns.size()));
    page.line(
        book.in(
            "周期:%s · ✓ 达到 ◐ 部分达到 ✗ 未达到 ? 未知 – 不适用 · 按名次排列".formatted(names.period(period)),
            "Period: %s · ✓ met ◐ partly met ✗ not met ? unknown – not applicable · in the order of places"
                .formatted(names.period(period))),
        Look.Kind.PLAIN,
        columns.size());
    Page.Block block = page.table(columns, lines);
    page.freeze(block, 2);
    page.filter(block);
    page.print(Optional.of(block), book.title() + " · " + names.period(period), book.label());
  }

  private List<Column<Row>> columns(List<Names.Item> items, Map<List<String>, String> grades) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(
        of(
            book.in("名次", "Place"),
            6,
            row -> CellValue.number(Cells.integer(row, LeagueTable.RANK_NO), "0").centred()));
    columns.add(
        of(
            book.in("县(市、区)", "County"),
            20,
            row ->
                CellValue.text(
                    Cells.in(
                        Cells.both(row, LeagueTable.COUNTY_NAME_ZH, LeagueTable.COUNTY_NAME_EN),
                        book.names().language()))));
    for (Names.Item item : items) {
      columns.add(
          of(item.code() + " " + cut(item.title()), 5, (Row row) -> grade(row, item, grades))
              .upright()
              .under(item.group())
              .coloured(FAILURES));
    }
    return columns;
  }

  private static CellValue grade(Row line, Names.Item item, Map<List<String>, String> grades) {
    String grade = grades.get(List.of(Cells.code(line, LeagueTable.COUNTY_CODE), item.code()));
    return grade == null ? CellValue.absent() : CellValue.signed(Sign.of(grade), "");
  }

  private static String cut(String title) {
    return title.codePointCount(0, title.length()) <= MOST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MOST_TITLE - 1)) + "…";
  }

  private Map<List<String>, String> grades() {
    Map<List<String>, String> grades = new HashMap<>();
    book.gold().rows(FrameworkItemResult.TABLE, period).stream()
        .filter(row -> Cells.code(row, FrameworkItemResult.FRAMEWORK).equals(book.framework()))
        .filter(row -> Cells.code(row, FrameworkItemResult.TEST).equals(Table.TOTAL))
        .forEach(
            row ->
                Cells.text(row, FrameworkItemResult.GRADE)
                    .ifPresent(
                        grade ->
                            grades.put(
                                List.of(
                                    Cells.code(row, FrameworkItemResult.COUNTY_CODE),
                                    Cells.code(row, FrameworkItemResult.ITEM)),
                                grade)));
    return grades;
  }
}

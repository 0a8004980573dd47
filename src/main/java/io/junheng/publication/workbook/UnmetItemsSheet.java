package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/** Tests of items that are not met, met in part, or unknown, with the distance to the standard. */
record UnmetItemsSheet(CountyWorkbook book) {
  private static final Set<String> WANTED = Set.of("not_met", "partly_met", "unknown");

  /** Places where the regulation forbids something: there «met» means that it was not found. */
  private static final String VETO = "_veto";

  void write(Book into) {
    Page page = into.page(book.in("未达条目", "Items not met"));
    List<Column<Row>> columns = columns();
    book.head(
        page,
        book.in("未达和未知条目", "items not met or unknown"),
        book.in(
            "差距为距标准的距离;✗ 未达到 ◐ 部分达到 ? 未知,需补报",
            "the gap is the distance to the standard; ✗ not met ◐ partly met ? unknown, to be delivered"),
        columns.size());
    List<Row> rows = rows();
    Page.Block block = page.table(columns, rows);
    if (rows.isEmpty()) {
      page.line(
          book.in("✓ 没有未达或未知的条目。", "✓ No item is unmet or unknown."),
          Look.Kind.PLAIN,
          columns.size());
    }
    book.foot(page, block, 3);
  }

  /** By framework and item in their order; an item that has one test only stands once. */
  private List<Row> rows() {
    List<String> frameworks = book.names().frameworks();
    return book.rows(FrameworkItemResult.TABLE, book.period()).stream()
        .filter(row -> WANTED.contains(Cells.text(row, FrameworkItemResult.GRADE).orElse("")))
        .filter(row -> !isItem(row) || !hasTests(row))
        .sorted(
            Comparator.<Row>comparingInt(row -> frameworks.indexOf(framework(row)))
                .thenComparingInt(
                    row ->
                        List.copyOf(book.names().items(framework(row)).keySet())
                            .indexOf(item(row))))
        .toList();
  }

  private static boolean isItem(Row row) {
    return Cells.code(row, FrameworkItemResult.TEST).equals(Table.TOTAL);
  }

  private boolean hasTests(Row row) {
    return book.rows(FrameworkItemResult.TABLE, book.period()).stream()
        .anyMatch(
            other ->
                !isItem(other)
                    && framework(other).equals(framework(row))
                    && item(other).equals(item(row)));
  }

  private static String framework(Row row) {
    return Cells.code(row, FrameworkItemResult.FRAMEWORK);
  }

  private static String item(Row row) {
    return Cells.code(row, FrameworkItemResult.ITEM);
  }

  private List<Column<Row>> columns() {
    Names names = book.names();
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(
        of(book.in("评价体系", "Framework"), 32, r -> CellValue.text(names.framework(framework(r)))));
    columns.add(of(book.in("条目", "Item"), 10, r -> CellValue.centred(item(r))));
    columns.add(of(book.in("名称", "Title"), 36, r -> CellValue.text(title(r))));
    columns.add(of(book.in("学段", "Stage"), 9, r -> CellValue.centred(stage(r))));
    columns.add(
        of(
                book.in("结果", "Result"),
                11,
                (Row r) ->
                    Cells.text(r, FrameworkItemResult.GRADE)
                        .map(g -> CellValue.signed(Sign.of(g), names.in(Words.grade(g))))
                        .orElse(CellValue.absent()))
            .coloured(new Colouring.BySign()));
    columns.add(
        of(
            book.in("本县值", "Value"),
            12,
            r -> CellValue.number(Cells.number(r, FrameworkItemResult.VALUE), format(r))));
    columns.add(
        of(
            book.in("标准", "Standard"),
            10,
            r -> CellValue.number(Cells.number(r, FrameworkItemResult.STANDARD), format(r))));
    columns.add(
        of(
            book.in("差距", "Gap"),
            12,
            r -> CellValue.number(Cells.number(r, FrameworkItemResult.GAP), format(r))));
    columns.add(
        of(
            book.in("失分", "Points lost"),
            9,
            r -> CellValue.number(Cells.number(r, FrameworkItemResult.POINTS_LOST), "0.00")));
    for (Period period : book.periods().subList(0, book.periods().size() - 1)) {
      columns.add(
          of(names.period(period), 12, (Row r) -> CellValue.number(earlier(r, period), format(r)))
              .under(book.in("以往", "Earlier")));
    }
    columns.add(
        of(book.in("条款", "Clause"), 18, r -> CellValue.text(text(r, FrameworkItemResult.CLAUSE))));
    columns.add(of(book.in("说明", "Note"), 36, r -> CellValue.text(note(r))));
    return columns;
  }

  private String title(Row row) {
    String item = item(row);
    if (item.equals(VETO)) {
      return book.in("一票否决事项:", "Veto: ") + Cells.code(row, FrameworkItemResult.TEST);
    }
    if (item.startsWith("_")) {
      return book.in("前置条件:", "Precondition: ") + Cells.code(row, FrameworkItemResult.TEST);
    }
    String title = book.names().item(framework(row), item);
    return Cells.text(row, FrameworkItemResult.INDICATOR)
        .map(id -> book.names().indicator(id))
        .filter(indicator -> !isItem(row) && !indicator.title().equals(title))
        .map(indicator -> title + book.in(":", ": ") + indicator.title() + unit(indicator))
        .orElse(title);
  }

  private static String unit(Names.Indicator indicator) {
    return indicator.unit().isEmpty() ? "" : " (" + indicator.unit() + ")";
  }

  private String stage(Row row) {
    return Cells.text(row, FrameworkItemResult.STAGE).map(book.names()::stage).orElse("—");
  }

  /** The value of schools is the share of those that meet the standard, a percentage. */
  private String format(Row row) {
    boolean isShare =
        Cells.text(row, FrameworkItemResult.NOTE).isPresent()
            && Cells.number(row, FrameworkItemResult.VALUE).isPresent();
    return isShare
        ? "0.0\"%\""
        : CellValue.decimals(
            Cells.text(row, FrameworkItemResult.INDICATOR)
                .map(id -> book.names().indicator(id).decimals())
                .orElse(2));
  }

  private Optional<BigDecimal> earlier(Row row, Period period) {
    return book.rows(FrameworkItemResult.TABLE, period).stream()
        .filter(other -> framework(other).equals(framework(row)))
        .filter(other -> item(other).equals(item(row)))
        .filter(
            other ->
                Cells.code(other, FrameworkItemResult.TEST)
                    .equals(Cells.code(row, FrameworkItemResult.TEST)))
        .findFirst()
        .flatMap(other -> Cells.number(other, FrameworkItemResult.VALUE));
  }

  private String note(Row row) {
    return Cells.in(
        Cells.both(row, FrameworkItemResult.NOTE, FrameworkItemResult.NOTE_EN),
        book.names().language());
  }

  private static String text(Row row, FrameworkItemResult column) {
    return Cells.text(row, column).orElse("");
  }
}

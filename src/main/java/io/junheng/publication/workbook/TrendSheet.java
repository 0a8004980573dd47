package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.CountyIndicator;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The county's indicators of the last periods beside the province's value and the median county.
 */
record TrendSheet(CountyWorkbook book) {
  private record Key(String indicator, String stage) {}

  void write(Book into) {
    Map<Period, Map<Key, Row>> rows = new HashMap<>();
    for (Period period : book.periods()) {
      Map<Key, Row> ofPeriod = new HashMap<>();
      book.rows(CountyIndicator.TABLE, period).stream()
          .filter(row -> Cells.code(row, CountyIndicator.BREAKDOWN).equals(Table.TOTAL))
          .forEach(row -> ofPeriod.put(key(row), row));
      rows.put(period, ofPeriod);
    }
    Page page = into.page(book.in("三期变化", "Trend"));
    List<Column<Key>> columns = columns(rows);
    book.head(
        page,
        book.in("指标变化", "indicators over time"),
        book.in("↑ 变好 ↓ 变差(按指标方向)", "↑ better ↓ worse, by the direction of the indicator"),
        columns.size());
    Page.Block block = page.table(columns, keys(rows.get(book.period())));
    book.foot(page, block, 2);
  }

  private static Key key(Row row) {
    return new Key(
        Cells.code(row, CountyIndicator.INDICATOR), Cells.code(row, CountyIndicator.STAGE));
  }

  private List<Key> keys(Map<Key, Row> rows) {
    List<String> order = book.names().indicators();
    return rows.entrySet().stream()
        .filter(entry -> Cells.number(entry.getValue(), CountyIndicator.VALUE).isPresent())
        .map(Map.Entry::getKey)
        .sorted(
            Comparator.<Key>comparingInt(key -> order.indexOf(key.indicator()))
                .thenComparing(Key::stage))
        .toList();
  }

  private List<Column<Key>> columns(Map<Period, Map<Key, Row>> rows) {
    Names names = book.names();
    Map<Key, Row> current = rows.get(book.period());
    List<Column<Key>> columns = new ArrayList<>();
    columns.add(
        of(
            book.in("指标", "Indicator"),
            46,
            key -> CellValue.text(names.indicator(key.indicator()).title())));
    columns.add(of(book.in("学段", "Stage"), 10, key -> CellValue.centred(names.stage(key.stage()))));
    columns.add(
        of(
            book.in("单位", "Unit"),
            9,
            key -> CellValue.centred(names.indicator(key.indicator()).unit())));
    for (Period period : book.periods()) {
      columns.add(
          of(
                  names.period(period),
                  16,
                  (Key key) -> number(rows.get(period).get(key), CountyIndicator.VALUE, key))
              .under(book.in("本县值", "Value of the county")));
    }
    columns.add(of(book.in("比上期", "Change"), 14, key -> change(current.get(key), key)));
    columns.add(
        of(
            book.in("全省值", "Province"),
            14,
            key -> number(current.get(key), CountyIndicator.PROVINCE_VALUE, key)));
    columns.add(
        of(
            book.in("各县中位数", "Median county"),
            14,
            key -> number(current.get(key), CountyIndicator.COUNTY_MEDIAN, key)));
    return columns;
  }

  private CellValue number(Row row, CountyIndicator column, Key key) {
    Optional<BigDecimal> value = Optional.ofNullable(row).flatMap(one -> Cells.number(one, column));
    return CellValue.number(value, CellValue.decimals(decimals(key)));
  }

  private int decimals(Key key) {
    return book.names().indicator(key.indicator()).decimals();
  }

  /** The change with an arrow for better or worse; without one where no direction is better. */
  private CellValue change(Row row, Key key) {
    Optional<BigDecimal> change =
        Optional.ofNullable(row).flatMap(one -> Cells.number(one, CountyIndicator.CHANGE));
    if (change.isEmpty()) {
      return CellValue.centred(
              Cells.text(row, CountyIndicator.CHANGE_STATUS)
                  .map(code -> book.names().in(Words.notCompared(code)))
                  .orElse("—"))
          .with(Look.Tone.MUTED);
    }
    String format = CellValue.decimals(decimals(key));
    int better =
        change.get().signum()
            * switch (book.names().indicator(key.indicator()).direction()) {
              case "up" -> 1;
              case "down" -> -1;
              default -> 0;
            };
    if (better == 0) {
      return CellValue.number(change, "+%s;-%s;0".formatted(format, format));
    }
    String arrow = better > 0 ? "\"↑ \"" : "\"↓ \"";
    return CellValue.number(change, "%s+%s;%s-%s".formatted(arrow, format, arrow, format))
        .with(better > 0 ? Look.Tone.GOOD : Look.Tone.BAD);
  }
}

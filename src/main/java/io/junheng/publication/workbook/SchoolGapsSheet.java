package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.publication.Cells;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolVerdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What each school lacks («一校一策»): for every standard the resources that would close the gap, in
 * teachers, m², yuan and rooms. Schools that do not pass come first; the last line adds up.
 */
record SchoolGapsSheet(CountyWorkbook book) {
  private record Key(String framework, String item, String test) {}

  /** A school in a stage; an empty school is the line of sums. */
  private record Line(String school, String stage, Map<Key, Row> tests) {}

  void write(Book into) {
    List<Row> items = book.rows(SchoolItem.TABLE, book.period());
    List<Key> keys = keys(items);
    if (keys.isEmpty()) {
      return;
    }
    Page page = into.page(book.in("一校一策", "Schools"));
    List<Column<Line>> columns = columns(keys);
    book.head(
        page,
        book.in("一校一策:各校缺口", "what each school lacks"),
        book.in(
            "✗ 未达标准;数字为达标尚需的数量,无数量的为不按资源补足的标准;? 未知;空白为达标或不适用",
            "✗ below the standard; a number is what would reach it; ? unknown; blank: met or not applicable"),
        columns.size());
    List<Line> lines = new ArrayList<>(lines(items));
    lines.add(new Line("", "", Map.of()));
    Page.Block block = page.table(columns, lines);
    book.foot(page, block, 3);
  }

  /** Tests that at least one school does not meet, or of which one is unknown. */
  private List<Key> keys(List<Row> items) {
    return items.stream()
        .filter(row -> !Cells.flag(row, SchoolItem.IS_MET).orElse(false))
        .map(SchoolGapsSheet::key)
        .distinct()
        .sorted(
            Comparator.<Key>comparingInt(key -> book.names().frameworks().indexOf(key.framework()))
                .thenComparingInt(
                    key ->
                        List.copyOf(book.names().items(key.framework()).keySet())
                            .indexOf(key.item()))
                .thenComparing(Key::test))
        .toList();
  }

  private static Key key(Row row) {
    return new Key(
        Cells.code(row, SchoolItem.FRAMEWORK),
        Cells.code(row, SchoolItem.ITEM),
        Cells.code(row, SchoolItem.TEST));
  }

  private List<Line> lines(List<Row> items) {
    Map<List<String>, Map<Key, Row>> lines = new HashMap<>();
    for (Row row : items) {
      lines
          .computeIfAbsent(
              List.of(Cells.code(row, SchoolItem.SCHOOL_CODE), Cells.code(row, SchoolItem.STAGE)),
              any -> new HashMap<>())
          .put(key(row), row);
    }
    return lines.entrySet().stream()
        .map(line -> new Line(line.getKey().get(0), line.getKey().get(1), line.getValue()))
        .filter(line -> isOfStage(line) || unmet(line) > 0)
        .sorted(
            Comparator.<Line>comparingLong(line -> -unmet(line))
                .thenComparing(Line::school)
                .thenComparing(Line::stage))
        .toList();
  }

  /** What is tested across stages gets a line only where it is not met. */
  private boolean isOfStage(Line line) {
    return book.names().isStage(line.stage());
  }

  private static long unmet(Line line) {
    return line.tests().values().stream()
        .filter(row -> !Cells.flag(row, SchoolItem.IS_MET).orElse(true))
        .count();
  }

  private List<Column<Line>> columns(List<Key> keys) {
    Map<List<String>, Row> verdicts =
        book.rows(SchoolVerdict.TABLE, book.period()).stream()
            .collect(
                Collectors.toMap(
                    row ->
                        List.of(
                            Cells.code(row, SchoolVerdict.SCHOOL_CODE),
                            Cells.code(row, SchoolVerdict.STAGE)),
                    Function.identity(),
                    (first, second) -> first));
    Map<Key, BigDecimal> sums = sums();
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(of(book.in("学校代码", "Code"), 13, line -> CellValue.centred(line.school())));
    columns.add(of(book.in("学校", "School"), 28, this::school));
    columns.add(
        of(
            book.in("学段", "Stage"),
            10,
            line ->
                CellValue.centred(
                    line.school().isEmpty() ? "" : book.names().stage(line.stage()))));
    columns.add(
        of(
                book.in("综合达标", "Passed"),
                12,
                (Line line) -> verdict(verdicts.get(List.of(line.school(), line.stage()))))
            .coloured(new Colouring.BySign()));
    for (Key key : keys) {
      columns.add(
          of(header(key), 14, (Line line) -> shortfall(line, key, sums))
              .under(book.names().framework(key.framework())));
    }
    return columns;
  }

  private CellValue school(Line line) {
    return CellValue.text(
        line.school().isEmpty()
            ? book.in("全县合计", "Whole county")
            : book.names().school(book.period(), book.county(), line.school()));
  }

  private CellValue verdict(Row verdict) {
    if (verdict == null) {
      return CellValue.centred("");
    }
    String code =
        Cells.flag(verdict, SchoolVerdict.IS_PASSED)
            .map(passed -> passed ? "passed" : "not_passed")
            .orElse("undetermined");
    return CellValue.signed(Sign.of(code), book.names().in(Words.verdict(code)));
  }

  private String header(Key key) {
    String unit =
        book.rows(SchoolItem.TABLE, book.period()).stream()
            .filter(row -> key(row).equals(key))
            .flatMap(row -> Cells.text(row, SchoolItem.SHORTFALL_UNIT).stream())
            .findFirst()
            .map(one -> book.in("缺(%s)", " lacks (%s)").formatted(book.names().in(Words.unit(one))))
            .orElse("");
    String part =
        Stream.of("schools", "").anyMatch(key.test()::equals)
            ? ""
            : " " + book.names().in(Words.test(key.test()));
    return key.item()
        + " "
        + book.names().item(key.framework(), key.item())
        + part
        + (unit.isEmpty() ? "" : "\n" + unit);
  }

  private Map<Key, BigDecimal> sums() {
    return book.rows(SchoolItem.TABLE, book.period()).stream()
        .filter(row -> Cells.number(row, SchoolItem.SHORTFALL_QTY).isPresent())
        .collect(
            Collectors.toMap(
                SchoolGapsSheet::key,
                row -> Cells.number(row, SchoolItem.SHORTFALL_QTY).orElseThrow(),
                BigDecimal::add));
  }

  private static CellValue shortfall(Line line, Key key, Map<Key, BigDecimal> sums) {
    if (line.school().isEmpty()) {
      return CellValue.plain(Optional.ofNullable(sums.get(key)), "#,##0");
    }
    Row row = line.tests().get(key);
    Optional<Boolean> isMet = row == null ? Optional.of(true) : Cells.flag(row, SchoolItem.IS_MET);
    if (isMet.isEmpty()) {
      return CellValue.signed(Sign.UNKNOWN, "").with(Look.Tone.OPEN);
    }
    if (isMet.get()) {
      return CellValue.centred("");
    }
    Optional<BigDecimal> quantity = Cells.number(row, SchoolItem.SHORTFALL_QTY);
    return quantity.isPresent()
        ? CellValue.number(quantity, "\"✗ \"#,##0").with(Look.Tone.BAD)
        : CellValue.signed(Sign.NOT_MET, "").with(Look.Tone.BAD);
  }
}

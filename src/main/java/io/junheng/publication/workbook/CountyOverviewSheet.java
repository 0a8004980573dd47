package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimFramework;
import io.junheng.table.LeagueTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Where the county stands under each framework, and where it stood before. */
record CountyOverviewSheet(CountyWorkbook book) {

  void write(Book into) {
    Page page = into.page(book.in("总览", "Overview"));
    List<Column<String>> columns = columns();
    book.head(
        page,
        book.in("一县一策:总览", "overview"),
        book.in(
            "✓ 达到 ✗ 未达到 ? 待定 · 名次为工作排序,非官方名次",
            "✓ meets ✗ does not ? open · places are a working order, not an official ranking"),
        columns.size());
    Page.Block block = page.table(columns, frameworks());
    page.gap();
    page.line(
        book.in(
            "未达条目及差距见「未达条目」,各校缺口见「一校一策」,报送目标的见「目标进度」,三期数据见「三期变化」。测算结果不是「认定」。",
            "Items not met, shortfalls of schools, targets where some were delivered, and earlier periods stand on the next sheets. A verdict here is worked out, not an accreditation."),
        Look.Kind.PLAIN,
        columns.size());
    book.foot(page, block, 1);
  }

  private List<String> frameworks() {
    return book.names().frameworks().stream()
        .filter(id -> line(id, book.period()).isPresent())
        .toList();
  }

  private List<Column<String>> columns() {
    List<Column<String>> columns = new ArrayList<>();
    columns.add(
        of(book.in("评价体系", "Framework"), 40, id -> CellValue.text(book.names().framework(id))));
    columns.add(
        of(book.in("测算结果", "Verdict"), 11, (String id) -> verdict(line(id, book.period())))
            .coloured(new Colouring.BySign()));
    columns.add(of(book.in("达到项数", "Items met"), 10, this::met));
    columns.add(of(book.in("未知项数", "Unknown"), 10, this::unknown));
    columns.add(
        of(
            book.in("得分", "Score"),
            9,
            id ->
                CellValue.number(
                    line(id, book.period()).flatMap(r -> Cells.number(r, LeagueTable.SCORE)),
                    "0.00")));
    columns.add(
        of(
            book.in("等第", "Grade"),
            8,
            id ->
                CellValue.centred(
                    line(id, book.period())
                        .flatMap(r -> Cells.text(r, LeagueTable.GRADE_BAND))
                        .orElse("—"))));
    for (Period period : book.periods()) {
      columns.add(
          of(book.names().period(period), 18, (String id) -> place(line(id, period)))
              .under(book.in("名次", "Place")));
    }
    columns.add(of(book.in("比上期", "Move"), 9, this::move).coloured(new Colouring.ByDirection()));
    for (Period period : earlier()) {
      columns.add(
          of(book.names().period(period), 18, (String id) -> result(line(id, period)))
              .under(book.in("以往结果", "Earlier results")));
    }
    return columns;
  }

  private List<Period> earlier() {
    return book.periods().subList(0, book.periods().size() - 1);
  }

  /** The county's line of the framework's own set of units, or of the largest. */
  private Optional<Row> line(String framework, Period period) {
    String own =
        book.names()
            .frameworkRow(framework)
            .flatMap(row -> Cells.text(row, DimFramework.AREA_SET))
            .orElse("");
    List<Row> lines =
        book.rows(LeagueTable.TABLE, period).stream()
            .filter(row -> Cells.code(row, LeagueTable.FRAMEWORK).equals(framework))
            .toList();
    return lines.stream()
        .filter(row -> Cells.code(row, LeagueTable.AREA_SET).equals(own))
        .findFirst()
        .or(() -> lines.stream().findFirst());
  }

  private CellValue verdict(Optional<Row> line) {
    return line.flatMap(row -> Cells.text(row, LeagueTable.VERDICT))
        .map(code -> CellValue.signed(Sign.of(code), book.names().in(Words.verdict(code))))
        .orElse(CellValue.absent());
  }

  private CellValue met(String framework) {
    Optional<Row> line = line(framework, book.period());
    String of =
        line.flatMap(row -> Cells.integer(row, LeagueTable.OF_COUNT))
            .map(n -> "\"/" + n + "\"")
            .orElse("");
    return CellValue.number(
            line.flatMap(row -> Cells.integer(row, LeagueTable.MET_COUNT)), "0" + of)
        .centred();
  }

  private CellValue unknown(String framework) {
    return CellValue.number(
            book.row(CountyVerdict.TABLE, book.period(), CountyVerdict.FRAMEWORK, framework)
                .flatMap(row -> Cells.integer(row, CountyVerdict.UNKNOWN_COUNT)),
            "0")
        .centred();
  }

  private static CellValue place(Optional<Row> line) {
    String of =
        line.flatMap(row -> Cells.integer(row, LeagueTable.RANK_OF))
            .map(n -> "\"/" + n + "\"")
            .orElse("");
    return CellValue.number(line.flatMap(row -> Cells.integer(row, LeagueTable.RANK_NO)), "0" + of)
        .centred();
  }

  private CellValue move(String framework) {
    Optional<Row> line = line(framework, book.period());
    Optional<Integer> change = line.flatMap(row -> Cells.integer(row, LeagueTable.RANK_CHANGE));
    return change.isPresent()
        ? CellValue.number(change, LeagueSheet.MOVE).centred()
        : CellValue.centred(
                line.flatMap(row -> Cells.text(row, LeagueTable.CHANGE_STATUS))
                    .map(code -> book.names().in(Words.notCompared(code)))
                    .orElse("—"))
            .with(Look.Tone.MUTED);
  }

  /** The verdict, or the score where there is none. */
  private CellValue result(Optional<Row> line) {
    return line.flatMap(row -> Cells.text(row, LeagueTable.VERDICT)).isPresent()
        ? verdict(line)
        : CellValue.number(line.flatMap(row -> Cells.number(row, LeagueTable.SCORE)), "0.00")
            .centred();
  }
}

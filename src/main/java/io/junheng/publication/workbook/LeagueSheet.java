package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.DimFramework;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The league table as it is read and printed. A column that no line has a value for is left out.
 */
final class LeagueSheet {
  /** Up to so many top nodes have a column of points each. */
  private static final int MOST_NODES = 10;

  private static final String CV = "0.000";
  private static final String SCORE = "0.00";
  static final String MOVE = "\"↑\"0;\"↓\"0;\"=\"";

  private final LeagueWorkbook book;
  private final Names names;
  private final Period period;
  private final String areaSet;
  private final List<Row> lines;
  private final Map<String, Row> rankings;
  private final Map<List<String>, Row> scores;

  /** The item that tests an indicator. */
  private final Map<String, String> items = new HashMap<>();

  LeagueSheet(LeagueWorkbook book, Period period, String areaSet) {
    this.book = book;
    this.names = book.names();
    this.period = period;
    this.areaSet = areaSet;
    this.lines = book.lines(period, areaSet);
    this.rankings =
        book.gold().rows(CountyRanking.TABLE, period).stream()
            .filter(row -> Cells.code(row, CountyRanking.SUBJECT).equals(book.framework()))
            .filter(row -> Cells.code(row, CountyRanking.AREA_SET).equals(areaSet))
            .collect(
                Collectors.toMap(
                    row -> Cells.code(row, CountyRanking.COUNTY_CODE),
                    row -> row,
                    (first, second) -> first));
    this.scores = new HashMap<>();
    book.gold().rows(CountyScore.TABLE, period).stream()
        .filter(row -> Cells.code(row, CountyScore.FRAMEWORK).equals(book.framework()))
        .forEach(
            row ->
                scores.put(
                    List.of(
                        Cells.code(row, CountyScore.COUNTY_CODE),
                        Cells.code(row, CountyScore.NODE)),
                    row));
    book.gold().rows(FrameworkItemResult.TABLE, period).stream()
        .filter(row -> Cells.code(row, FrameworkItemResult.FRAMEWORK).equals(book.framework()))
        .forEach(
            row ->
                Cells.text(row, FrameworkItemResult.INDICATOR)
                    .ifPresent(
                        indicator ->
                            items.putIfAbsent(
                                indicator, Cells.code(row, FrameworkItemResult.ITEM))));
  }

  void write(Page page) {
    List<Column<Row>> columns = columns();
    int width = columns.size();
    page.title(book.title(), width);
    book.label().ifPresent(label -> page.line(label, Look.Kind.LABEL, width));
    page.line(units(), Look.Kind.PLAIN, width);
    page.line(source(), Look.Kind.PLAIN, width);
    Page.Block block = page.table(columns, lines);
    page.freeze(block, 3);
    page.filter(block);
    page.gap();
    notes().forEach(note -> page.line(note, Look.Kind.PLAIN, width));
    page.print(Optional.of(block), book.title() + " · " + names.period(period), book.label());
  }

  private String units() {
    long ranked =
        lines.stream().filter(row -> Cells.integer(row, LeagueTable.RANK_NO).isPresent()).count();
    boolean isOfficial =
        lines.stream().anyMatch(row -> Cells.flag(row, LeagueTable.RANK_OFFICIAL).orElse(false));
    return String.join(
        " · ",
        book.in("周期:", "Period: ") + names.periodOfRelease(period),
        book.in("排名单位:", "Units: ") + names.areaSet(areaSet),
        book.in(
            "%d 个,参排 %d 个".formatted(lines.size(), ranked),
            "%d of %d took part".formatted(ranked, lines.size())),
        names.in(isOfficial ? Words.OFFICIAL_ORDER : Words.WORKING_ORDER));
  }

  private String source() {
    Optional<Row> framework = names.frameworkRow(book.framework());
    return String.join(
        " · ",
        book.in("单位:项、名、系数(无量纲)、分", "Units of measure: items, places, coefficients, points"),
        book.in("来源:各县(市、区)报送的原始数据", "Source: records delivered by the counties"),
        book.in("依据:", "Rule: ")
            + framework
                .flatMap(row -> Cells.text(row, DimFramework.LEGAL_DOCUMENT))
                .orElse(book.in("本系统口径", "our own")));
  }

  private List<Column<Row>> columns() {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(of(book.in("名次", "Place"), 6, this::place));
    columns.add(of(book.in("变化", "Move"), 8, this::move).coloured(new Colouring.ByDirection()));
    columns.add(
        of(
            book.in("县(市、区)", "County"),
            20,
            row -> text(row, LeagueTable.COUNTY_NAME_ZH, LeagueTable.COUNTY_NAME_EN)));
    columns.add(
        of(
            book.in("市", "City"),
            14,
            row -> text(row, LeagueTable.CITY_NAME_ZH, LeagueTable.CITY_NAME_EN)));
    add(columns, LeagueTable.VERDICT, verdict());
    add(columns, LeagueTable.MET_COUNT, of(book.in("达到项数", "Items met"), 10, LeagueSheet::met));
    add(
        columns,
        LeagueTable.SCORE,
        of(book.in("得分", "Score"), 9, row -> number(row, LeagueTable.SCORE, SCORE)));
    add(
        columns,
        LeagueTable.GRADE_BAND,
        of(
            book.in("等第", "Grade"),
            7,
            row -> CellValue.centred(Cells.text(row, LeagueTable.GRADE_BAND).orElse("—"))));
    columns.addAll(nodes());
    columns.addAll(
        spread(
            names.stage("primary"),
            LeagueTable.COMPOSITE_CV_PRIMARY,
            LeagueTable.WORST_CV_PRIMARY,
            LeagueTable.WORST_CV_INDICATOR_PRIMARY,
            LeagueTable.CV_LIMIT_PRIMARY));
    columns.addAll(
        spread(
            names.stage("junior"),
            LeagueTable.COMPOSITE_CV_JUNIOR,
            LeagueTable.WORST_CV_JUNIOR,
            LeagueTable.WORST_CV_INDICATOR_JUNIOR,
            LeagueTable.CV_LIMIT_JUNIOR));
    columns.addAll(peers());
    add(
        columns,
        LeagueTable.BLOCKING_ITEMS,
        of(
            book.in("制约条目", "Blocked by"),
            22,
            row ->
                CellValue.text(
                    Cells.text(row, LeagueTable.BLOCKING_ITEMS).orElse("").replace(",", " "))));
    return columns;
  }

  private void add(List<Column<Row>> columns, TableColumn needed, Column<Row> column) {
    if (has(needed)) {
      columns.add(column);
    }
  }

  private boolean has(TableColumn column) {
    return lines.stream().anyMatch(row -> row.getAs(column.columnName()) != null);
  }

  private CellValue place(Row row) {
    boolean isShared = Cells.integer(row, LeagueTable.TIE_COUNT).orElse(1) > 1;
    return CellValue.number(Cells.integer(row, LeagueTable.RANK_NO), isShared ? "\"=\"0" : "0")
        .centred();
  }

  private CellValue move(Row row) {
    Optional<Integer> change = Cells.integer(row, LeagueTable.RANK_CHANGE);
    return change.isPresent()
        ? CellValue.number(change, MOVE).centred()
        : CellValue.centred(
                names.in(Words.notCompared(Cells.text(row, LeagueTable.CHANGE_STATUS).orElse("—"))))
            .with(Look.Tone.MUTED);
  }

  private CellValue text(Row row, TableColumn zh, TableColumn en) {
    return CellValue.text(Cells.in(Cells.both(row, zh, en), names.language()));
  }

  private Column<Row> verdict() {
    return of(
            book.in("测算结果", "Verdict"),
            11,
            (Row row) ->
                Cells.text(row, LeagueTable.VERDICT)
                    .map(code -> CellValue.signed(Sign.of(code), names.in(Words.verdict(code))))
                    .orElse(CellValue.absent()))
        .coloured(new Colouring.BySign());
  }

  private static CellValue met(Row row) {
    String of = Cells.integer(row, LeagueTable.OF_COUNT).map(n -> "\"/" + n + "\"").orElse("");
    return CellValue.number(Cells.integer(row, LeagueTable.MET_COUNT), "0" + of).centred();
  }

  private static CellValue number(Row row, TableColumn column, String format) {
    return CellValue.number(Cells.number(row, column), format);
  }

  /** Points of the top nodes of a weighted framework. */
  private List<Column<Row>> nodes() {
    List<String> top = names.topItems(book.framework());
    if (!has(LeagueTable.SCORE) || top.size() > MOST_NODES) {
      return List.of();
    }
    return top.stream()
        .map(
            node ->
                of(names.item(book.framework(), node), 13, (Row row) -> points(row, node))
                    .under(book.in("各部分得分", "Points of the parts")))
        .toList();
  }

  private CellValue points(Row line, String node) {
    Row score = scores.get(List.of(Cells.code(line, LeagueTable.COUNTY_CODE), node));
    return CellValue.number(
        Optional.ofNullable(score).flatMap(row -> Cells.number(row, CountyScore.POINTS)), SCORE);
  }

  private List<Column<Row>> spread(
      String stage, TableColumn composite, TableColumn worst, TableColumn of, TableColumn limit) {
    if (!has(worst) && !has(composite)) {
      return List.of();
    }
    Set<BigDecimal> limits =
        lines.stream()
            .flatMap(row -> Cells.number(row, limit).stream())
            .map(BigDecimal::stripTrailingZeros)
            .collect(Collectors.toSet());
    Optional<BigDecimal> only =
        limits.size() == 1 ? Optional.of(limits.iterator().next()) : Optional.empty();
    String group = stage + book.in("校际差异系数", " · coefficient of variation");
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(
        of(book.in("综合", "Composite"), 10, (Row row) -> number(row, composite, CV)).under(group));
    Column<Row> largest =
        of(
                book.in("最大单项", "Largest")
                    + only.map(one -> " ≤" + CellValue.plain(one, 2)).orElse(""),
                11,
                (Row row) -> number(row, worst, marked(only)))
            .under(group);
    columns.add(only.map(one -> largest.coloured(new Colouring.Above(one))).orElse(largest));
    columns.add(
        of(
                book.in("条目", "Item"),
                9,
                (Row row) ->
                    CellValue.centred(Cells.text(row, of).map(this::itemOrTitle).orElse("—")))
            .under(group));
    return columns;
  }

  /** A cross behind a coefficient above its limit, which follows the number. */
  private static String marked(Optional<BigDecimal> limit) {
    return limit
        .map(one -> "[>%s]%s\" ✗\";%s\"   \"".formatted(CellValue.plain(one, 0), CV, CV))
        .orElse(CV);
  }

  private String itemOrTitle(String indicator) {
    return Optional.ofNullable(items.get(indicator)).orElse(names.indicator(indicator).title());
  }

  private List<Column<Row>> peers() {
    boolean hasPeers =
        rankings.values().stream()
            .anyMatch(row -> Cells.text(row, CountyRanking.PEER_GROUP).isPresent());
    if (!hasPeers) {
      return List.of();
    }
    String group = book.in("同类组", "Peer group");
    return List.of(
        of(book.in("组", "Group"), 18, this::peerGroup).under(group),
        of(book.in("组内名次", "Place"), 9, this::peerPlace).under(group));
  }

  private CellValue peerGroup(Row line) {
    return CellValue.text(
        ranking(line)
            .flatMap(row -> Cells.text(row, CountyRanking.PEER_GROUP))
            .map(names::areaSet)
            .orElse(""));
  }

  private CellValue peerPlace(Row line) {
    Optional<Row> row = ranking(line);
    String of =
        row.flatMap(one -> Cells.integer(one, CountyRanking.PEER_RANK_OF))
            .map(n -> "\"/" + n + "\"")
            .orElse("");
    return CellValue.number(
            row.flatMap(one -> Cells.integer(one, CountyRanking.PEER_RANK_NO)), "0" + of)
        .centred();
  }

  private Optional<Row> ranking(Row line) {
    return Optional.ofNullable(rankings.get(Cells.code(line, LeagueTable.COUNTY_CODE)));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        book.in(
            "注:↑ 名次上升,↓ 下降,= 不变或并列;✓ 达到,✗ 未达到或超过限值,? 待定或未知,— 无值。数值按原值存放,四舍五入显示。",
            "↑ moved up, ↓ down, = no change or a shared place; ✓ met, ✗ not met or above the limit, ? open or unknown, — no value. Numbers are stored unrounded and shown rounded."));
    if (has(LeagueTable.WORST_CV_PRIMARY)) {
      notes.add(
          book.in(
              "综合:各单项差异系数的平均,本身无限值;最大单项:最大的单项差异系数及测它的条目,名称见「说明」。",
              "Composite: mean of the single coefficients, without a limit of its own; largest: the largest single one and the item that tests it, named on the notes sheet."));
    }
    notes.add(
        book.in(
            "测算结果不是「认定」;条目、标准和口径见「说明」。",
            "A verdict here is worked out, not an accreditation; items, standards and readings stand on the notes sheet."));
    return notes;
  }
}

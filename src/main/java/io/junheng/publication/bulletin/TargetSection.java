package io.junheng.publication.bulletin;

import io.junheng.definition.AreaLevel;
import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.publication.workbook.Names;
import io.junheng.publication.workbook.Words;
import io.junheng.table.DimArea;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What areas are to reach, and how far they are: all targets in numbers, by indicator, and area by
 * area. The mark beside an indicator leads to the rows of all areas below it.
 */
record TargetSection(Bulletin bulletin, Period period) {
  private static final List<String> STANDINGS =
      List.of("reached", "on_track", "behind", "missed", "unknown");
  private static final List<String> ABOVE_COUNTIES =
      List.of(AreaLevel.PROVINCE.code(), AreaLevel.CITY.code());

  void write(Draft draft) {
    draft.heading(in("五、目标进展", "5. Progress against targets"));
    List<Row> targets =
        bulletin.gold().rows(TargetProgress.TABLE, period).stream().sorted(order()).toList();
    if (targets.isEmpty()) {
      draft.paragraph(
          in(
              "周期 %s 没有报送目标任务(数据集 target),或不向本通报的读者公开,无法列出目标进展。".formatted(period),
              "No targets (dataset target) were delivered for period %s, or none that the readers of this bulletin may see: there is no progress to tell."
                  .formatted(period)));
      return;
    }
    draft.paragraph(sum(targets));
    List<List<Row>> groups = groups(targets);
    draft.table(columnsOfGroups(), groups.stream().map(this::group).toList());
    draft.note(
        in(
            "序时进度:从基期到目标期按时间直线推算,本期应达到的值。以未修约的值判定。未知:缺当前值、缺基期值,或指标没有好坏方向。",
            "On track: at least as far as the straight line from start to target asks for by now. Held against unrounded figures. Unknown: no figure, no start, or no better direction."));
    draft.heading(in("(附表)各地目标进展", "Tables: area by area"));
    groups.forEach(
        group -> {
          draft.caption(caption(group.get(0)));
          draft.table(columns(), group.stream().map(this::target).toList());
        });
  }

  private String in(String zh, String en) {
    return bulletin.in(zh, en);
  }

  /** The province before its cities, and those before counties and zones. */
  private Comparator<Row> order() {
    Map<String, Integer> levels =
        bulletin.gold().rows(DimArea.TABLE).stream()
            .filter(row -> ABOVE_COUNTIES.contains(Cells.code(row, DimArea.AREA_LEVEL)))
            .collect(
                Collectors.toMap(
                    row -> Cells.code(row, DimArea.AREA_CODE),
                    row -> ABOVE_COUNTIES.indexOf(Cells.code(row, DimArea.AREA_LEVEL)),
                    (first, second) -> second));
    return Comparator.<Row>comparingInt(
            row -> levels.getOrDefault(area(row), ABOVE_COUNTIES.size()))
        .thenComparing(TargetSection::area);
  }

  private static String area(Row row) {
    return Cells.code(row, TargetProgress.COUNTY_CODE);
  }

  private static String indicator(Row row) {
    return Cells.code(row, TargetProgress.INDICATOR);
  }

  private static Period by(Row row) {
    return new Period(Cells.integer(row, TargetProgress.TARGET_PERIOD).orElseThrow());
  }

  private static String standing(Row row) {
    return Cells.code(row, TargetProgress.TARGET_STATUS);
  }

  private static long count(List<Row> targets, String standing) {
    return targets.stream().filter(row -> standing(row).equals(standing)).count();
  }

  private Figure figure(long count, String conditions) {
    return new Figure(
        Long.toString(count), "gold.target_progress: period=%s%s".formatted(period, conditions));
  }

  private Object[] sum(List<Row> targets) {
    List<Object> parts = new ArrayList<>();
    parts.add(in("", "Targets of ") + bulletin.names().period(period) + in("共有目标 ", ": "));
    parts.add(figure(targets.size(), " → count"));
    parts.add(in(" 项,涉及 ", " for "));
    parts.add(
        figure(
            targets.stream().map(TargetSection::area).distinct().count(),
            " → count(distinct county_code)"));
    parts.add(in(" 个地区:", " areas; "));
    for (String standing : STANDINGS) {
      boolean isLast = standing.equals(STANDINGS.get(STANDINGS.size() - 1));
      String word = bulletin.names().in(Words.way(standing));
      parts.add(in(word + " ", ""));
      parts.add(figure(count(targets, standing), ", target_status=" + standing + " → count"));
      parts.add(in(" 项", " " + word) + (isLast ? in("。", ".") : in(",", ", ")));
    }
    return parts.toArray();
  }

  /** Targets of one indicator, stage and period by which they are to be reached. */
  private List<List<Row>> groups(List<Row> targets) {
    List<String> indicators = bulletin.names().indicators();
    return List.copyOf(
        targets.stream()
            .sorted(
                Comparator.<Row>comparingInt(row -> indicators.indexOf(indicator(row)))
                    .thenComparing(TargetSection::groupOf))
            .collect(
                Collectors.groupingBy(
                    TargetSection::groupOf, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static String groupOf(Row row) {
    return "indicator=%s, stage=%s, target_period=%s"
        .formatted(indicator(row), stage(row), by(row));
  }

  private List<Column> columnsOfGroups() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(in("指标", "Indicator"), 25));
    columns.add(Column.text(in("完成周期", "By"), 16));
    columns.add(Column.number(in("目标数", "Count"), 9));
    STANDINGS.forEach(
        standing -> columns.add(Column.number(bulletin.names().in(Words.way(standing)), 10)));
    return columns;
  }

  private static String stage(Row row) {
    return Cells.code(row, TargetProgress.STAGE);
  }

  private List<Object> group(List<Row> targets) {
    Row any = targets.get(0);
    List<Object> cells = new ArrayList<>();
    cells.add(title(any));
    cells.add(bulletin.names().period(by(any)));
    cells.add(figure(targets.size(), ", " + groupOf(any) + " → count by target_status"));
    STANDINGS.forEach(standing -> cells.add(count(targets, standing)));
    return cells;
  }

  /** Indicator, stage and unit. */
  private String title(Row row) {
    Names.Indicator indicator = bulletin.names().indicator(indicator(row));
    String stage =
        stage(row).equals(Table.TOTAL) ? "" : in(",", ", ") + bulletin.names().stage(stage(row));
    String unit = indicator.unit().isEmpty() ? "" : " (" + indicator.unit() + ")";
    return indicator.title() + stage + unit;
  }

  private Object[] caption(Row any) {
    return new Object[] {
      new Figure(
          title(any),
          "gold.target_progress: period=%s, %s → target, value, gap, pace_per_year, needed_per_year by county_code"
              .formatted(period, groupOf(any))),
      in(",完成周期:", ", by ") + bulletin.names().period(by(any))
    };
  }

  private List<Column> columns() {
    return List.of(
        Column.text(in("地区", "Area"), 11),
        Column.number(in("目标", "Target"), 8),
        Column.number(in("现值", "Now"), 9),
        Column.number(in("差距", "Gap"), 8),
        Column.number(in("年均已进", "Made a year"), 10),
        Column.number(in("年均还需", "Needed a year"), 10),
        Column.text(in("状态", "Standing"), 10),
        Column.text(in("责任单位、文件", "Owner, document"), 34));
  }

  private List<Object> target(Row row) {
    int decimals = bulletin.names().indicator(indicator(row)).decimals();
    return List.of(
        bulletin.names().area(area(row)),
        shown(row, TargetProgress.TARGET, decimals),
        shown(row, TargetProgress.VALUE, decimals),
        shownGap(row, decimals),
        shownPace(row, TargetProgress.PACE_PER_YEAR, decimals),
        shownPace(row, TargetProgress.NEEDED_PER_YEAR, decimals),
        bulletin.names().in(Words.way(standing(row))),
        Stream.of(TargetProgress.OWNER, TargetProgress.DOCUMENT)
            .flatMap(column -> Cells.text(row, column).stream())
            .collect(Collectors.joining(in("、", ", "))));
  }

  private static String shown(Row row, TableColumn column, int decimals) {
    return Cells.number(row, column).map(value -> rounded(value, decimals)).orElse("—");
  }

  private static String rounded(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** A gap that is left is never printed as none. */
  private static String shownGap(Row row, int decimals) {
    BigDecimal least = BigDecimal.ONE.movePointLeft(decimals);
    return Cells.number(row, TargetProgress.GAP)
        .map(
            gap ->
                gap.signum() != 0
                        && rounded(gap, decimals).equals(rounded(BigDecimal.ZERO, decimals))
                    ? "<" + least.toPlainString()
                    : rounded(gap, decimals))
        .orElse("—");
  }

  private static String shownPace(Row row, TableColumn column, int decimals) {
    return Cells.number(row, column)
        .map(value -> (value.signum() > 0 ? "+" : "") + rounded(value, decimals))
        .orElse("—");
  }
}

package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.table.TargetProgress;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** A target beside the value that is to reach it: columns over rows of gold.target_progress. */
record TargetColumns(Names names) {
  private static final String PERCENT = "0.0%";

  /** What to read the columns by. */
  static final Text LEGEND =
      new Text(
          "✓ 已达到 → 不低于序时进度 ! 低于序时进度 ✗ 到期未达到 ? 未知 · 差距按指标向好方向,已达到为 0 · 序时应达为基期到目标的直线在本期的位置",
          "✓ reached → on track ! behind ✗ missed ? unknown · the gap is counted in the better direction, 0 once reached · expected is where the straight line from start to target stands now");

  List<Column<Row>> columns() {
    return List.of(
        of(in("指标", "Indicator"), 34, row -> CellValue.text(indicator(row).title())),
        of(
            in("学段", "Stage"),
            10,
            row -> CellValue.centred(names.stage(Cells.code(row, TargetProgress.STAGE)))),
        of(in("单位", "Unit"), 9, row -> CellValue.centred(indicator(row).unit())),
        number(in("当前值", "Value"), TargetProgress.VALUE),
        number(in("目标值", "Target"), TargetProgress.TARGET),
        of(in("目标周期", "To be reached by"), 18, row -> period(row, TargetProgress.TARGET_PERIOD)),
        of(in("进展", "Progress"), 18, this::way).coloured(new Colouring.BySign()),
        number(in("差距", "Gap"), TargetProgress.GAP),
        percent(in("完成进度", "Way made"), TargetProgress.DONE_SHARE),
        percent(in("序时进度", "Time gone"), TargetProgress.TIME_SHARE),
        number(in("序时应达", "Expected by now"), TargetProgress.EXPECTED_VALUE),
        signed(in("年均进度", "Made a year"), TargetProgress.PACE_PER_YEAR),
        signed(in("今后年均需", "Needed a year"), TargetProgress.NEEDED_PER_YEAR),
        number(in("按现进度到期", "At this pace"), TargetProgress.PROJECTED_VALUE),
        number(in("基期值", "Start"), TargetProgress.START_VALUE),
        of(in("基期", "Start period"), 18, row -> period(row, TargetProgress.START_PERIOD)),
        text(in("责任单位", "Office"), 20, TargetProgress.OWNER),
        text(in("文件", "Document"), 26, TargetProgress.DOCUMENT));
  }

  private String in(String zh, String en) {
    return names.in(new Text(zh, en));
  }

  private Names.Indicator indicator(Row row) {
    return names.indicator(Cells.code(row, TargetProgress.INDICATOR));
  }

  private String format(Row row) {
    return CellValue.decimals(indicator(row).decimals());
  }

  private Column<Row> number(String header, TargetProgress column) {
    return of(header, 12, row -> CellValue.number(Cells.number(row, column), format(row)));
  }

  private Column<Row> signed(String header, TargetProgress column) {
    return of(
        header,
        12,
        row ->
            CellValue.number(
                Cells.number(row, column), "+%s;-%s;0".formatted(format(row), format(row))));
  }

  private static Column<Row> percent(String header, TargetProgress column) {
    return of(
        header,
        11,
        row ->
            CellValue.number(
                Cells.number(row, column).map(share -> share.movePointLeft(2)), PERCENT));
  }

  private static Column<Row> text(String header, int width, TargetProgress column) {
    return of(header, width, row -> CellValue.text(Cells.text(row, column).orElse("")));
  }

  private CellValue period(Row row, TargetProgress column) {
    Optional<Period> period = Cells.integer(row, column).map(Period::new);
    return period.map(one -> CellValue.centred(names.period(one))).orElse(CellValue.absent());
  }

  private CellValue way(Row row) {
    String status = Cells.code(row, TargetProgress.TARGET_STATUS);
    return CellValue.signed(Sign.of(status), names.in(Words.way(status)));
  }
}

package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/**
 * gold.target_progress: one row for each target of a county, a city or the province that stands in
 * the period's delivery. Key: period, county_code, indicator, stage, target_period.
 */
public enum TargetProgress implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  INDICATOR(Shared.INDICATOR),
  STAGE(Shared.STAGE),
  TARGET_PERIOD(integer("目标周期", "Period by which it is to be reached", "YYYYTT")),
  TARGET(fraction("目标值", "Target", "指标的单位 · in the indicator's unit")),
  VALUE(fraction("当前值", "Value now", "未修约 · unrounded")),
  GAP(
      fraction(
          "距目标",
          "Gap to the target",
          "按指标向好方向,已达到为 0 · in the better direction; 0 once it is reached")),
  START_PERIOD(
      integer(
          "基期", "Period of the start", "YYYYTT;未报基期时为上年 · the year before if none is delivered")),
  START_VALUE(fraction("基期值", "Value at the start")),
  DONE_SHARE(
      fraction(
          "完成进度",
          "Way made of the whole way",
          "(当前值 − 基期值) ÷ (目标值 − 基期值) × 100,基期已达到时为空 · (now − start) ÷ (target − start) × 100; empty"
              + " where the start had reached it",
          "%")),
  TIME_SHARE(fraction("序时进度", "Time gone of the whole time", "按统计时点 · by reference dates", "%")),
  EXPECTED_VALUE(
      fraction(
          "序时应达值",
          "Value expected by now",
          "基期到目标的直线 · on the straight line from start to target")),
  PACE_PER_YEAR(fraction("年均进度", "Way made in a year so far", "带方向 · signed")),
  NEEDED_PER_YEAR(
      fraction(
          "今后年均所需",
          "Way to make in a year from now on",
          "带方向;已达到或到期为空 · signed; empty once it is reached or time is over")),
  PROJECTED_VALUE(fraction("按现进度到期值", "Value at the end at this pace")),
  TARGET_STATUS(
      text(
          "目标状态",
          "Where it stands",
          "reached 已达到,on_track 不低于序时进度,behind 低于序时进度,missed 到期未达到,unknown 未知 · reached, on track,"
              + " behind, missed, unknown")),
  OWNER(text("责任单位", "Office that answers for it")),
  DOCUMENT(text("文件", "Document")),
  OBS_STATUS(Shared.OBS_STATUS),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("target_progress", "目标进度", "Progress towards targets", values())
          .key(PERIOD, COUNTY_CODE, INDICATOR, STAGE, TARGET_PERIOD)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, INDICATOR)
          .build();

  private final Meaning meaning;

  TargetProgress(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

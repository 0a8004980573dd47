package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * gold.county_indicator: one row for each period, area, stage, indicator and breakdown. Key:
 * period, area_code, stage, indicator, breakdown.
 */
public enum CountyIndicator implements OwnColumn {
  PERIOD(Shared.PERIOD),
  AREA_CODE(Shared.AREA_CODE),
  STAGE(Shared.STAGE),
  INDICATOR(Shared.INDICATOR),
  BREAKDOWN(text("分组", "Breakdown", "_T 合计 · _T all")),
  AREA_LEVEL(text("地区级别", "Area level", "province, city, county, zone")),
  VALUE(fraction("值", "Value", "不修约 · unrounded")),
  NUMERATOR(quantity("分子", "Numerator")),
  DENOMINATOR(quantity("分母", "Denominator")),
  SCHOOL_COUNT(integer("学校数", "Schools that took part", "", "school")),
  OBS_STATUS(Shared.OBS_STATUS),
  CONF_STATUS(Shared.CONF_STATUS),
  PREVIOUS_VALUE(
      fraction("上期值", "Previous value", "同类周期上一年 · same type of period, one year earlier")),
  CHANGE(fraction("变化量", "Change", "本期减上期 · this value less the previous one")),
  CHANGE_STATUS(Shared.CHANGE_STATUS),
  PROVINCE_VALUE(fraction("全省值", "Province value", "分子之和除以分母之和 · ratio of sums")),
  COUNTY_MEAN(fraction("各县平均", "Mean of counties", "简单平均 · unweighted")),
  COUNTY_MEDIAN(fraction("各县中位数", "Median of counties")),
  COVERAGE(
      fraction(
          "覆盖率", "Coverage", "有值学校的学生所占比例,0–1 · share of pupils whose school has a value, 0 to 1")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("county_indicator", "地区指标", "Indicators of areas", values())
          .key(PERIOD, AREA_CODE, STAGE, INDICATOR, BREAKDOWN)
          .partitionBy(PERIOD)
          .statistics(AREA_CODE, STAGE, INDICATOR, AREA_LEVEL)
          .build();

  private final Meaning meaning;

  CountyIndicator(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

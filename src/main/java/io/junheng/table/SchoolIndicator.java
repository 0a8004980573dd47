package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.quantity;

/**
 * gold.school_indicator: one row for each period, county, school, stage and indicator. Key: period,
 * county_code, school_code, stage, indicator.
 */
public enum SchoolIndicator implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  SCHOOL_CODE(Shared.SCHOOL_CODE),
  STAGE(Shared.STAGE),
  INDICATOR(Shared.INDICATOR),
  VALUE(fraction("值", "Value", "不修约;无法计算时为空 · unrounded; empty where it cannot be worked out")),
  NUMERATOR(quantity("分子", "Numerator")),
  DENOMINATOR(quantity("分母", "Denominator")),
  PUPILS(quantity("学生数", "Pupils attending", "差异系数的权 · weight of the dispersion", "person")),
  OBS_STATUS(Shared.OBS_STATUS),
  CONF_STATUS(Shared.CONF_STATUS),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("school_indicator", "学校指标", "Indicators of school stages", values())
          .key(PERIOD, COUNTY_CODE, SCHOOL_CODE, STAGE, INDICATOR)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, STAGE, INDICATOR)
          .build();

  private final Meaning meaning;

  SchoolIndicator(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

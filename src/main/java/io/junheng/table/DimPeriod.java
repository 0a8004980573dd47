package io.junheng.table;

import static io.junheng.table.Meaning.date;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/** gold.dim_period: one row for each period. Key: period. */
public enum DimPeriod implements OwnColumn {
  PERIOD(Shared.PERIOD),
  PERIOD_TYPE(text("周期类型", "Type of period", "calendar_year, quarter, half_year, school_year")),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  STARTS_ON(date("开始日期", "First day")),
  ENDS_ON(date("结束日期", "Last day")),
  REFERENCE_DATE(date("统计时点", "Reference date")),
  PREVIOUS_PERIOD(
      integer("上期", "Previous period", "同类周期上一年 · same type of period, one year earlier")),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_period", "周期维表", "Periods", values()).key(PERIOD).build();

  private final Meaning meaning;

  DimPeriod(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

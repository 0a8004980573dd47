package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.text;

/**
 * gold.dispersion_split: one row for each period, parent area, stage, indicator, grouping and
 * measure of spread. Key: period, area_code, stage, indicator, grouping, measure.
 */
public enum DispersionSplit implements OwnColumn {
  PERIOD(Shared.PERIOD),
  AREA_CODE(text("上级地区代码", "Code of the parent area")),
  STAGE(Shared.STAGE),
  INDICATOR(Shared.INDICATOR),
  GROUPING(text("分组方式", "Grouping", "县、城乡等 · county, urban and rural, …")),
  MEASURE(text("差异度量", "Measure of spread", "theil_t_weighted …")),
  TOTAL(fraction("总差异", "Total")),
  WITHIN(fraction("组内差异", "Within groups")),
  BETWEEN(fraction("组间差异", "Between groups")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold(
              "dispersion_split",
              "差异的组内组间分解",
              "Spread split into within and between groups",
              values())
          .key(PERIOD, AREA_CODE, STAGE, INDICATOR, GROUPING, MEASURE)
          .partitionBy(PERIOD)
          .statistics(AREA_CODE, STAGE, INDICATOR)
          .build();

  private final Meaning meaning;

  DispersionSplit(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

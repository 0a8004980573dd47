package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.text;

/**
 * gold.touched_figure: one row for each figure that was treated as an outlier before it was scaled.
 * A period and framework without such figures has no rows. Key: period, framework, item,
 * county_code.
 */
public enum TouchedFigure implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  ITEM(Shared.ITEM),
  COUNTY_CODE(Shared.COUNTY_CODE),
  VALUE(fraction("原值", "Value as it was", "指标的单位 · in the indicator's unit")),
  TREATED(fraction("处理后的值", "Value as it was scaled", "缩尾后的值,或其对数 · drawn in, or its logarithm")),
  TREATMENT(
      text(
          "处理方式",
          "What was done",
          "winsorised: 缩尾至最近的保留值 · drawn in to the nearest figure left; logarithm: 全部取对数 · the"
              + " logarithm of all figures")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("touched_figure", "极端值处理", "Figures treated as outliers", values())
          .key(PERIOD, FRAMEWORK, ITEM, COUNTY_CODE)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK, COUNTY_CODE)
          .build();

  private final Meaning meaning;

  TouchedFigure(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/** gold.dim_indicator: one row for each indicator. Key: indicator. */
public enum DimIndicator implements OwnColumn {
  INDICATOR(Shared.INDICATOR),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  UNIT(text("单位", "Unit")),
  DECIMALS(integer("小数位", "Decimals")),
  DIRECTION(text("方向", "Direction")),
  STAGES(text("适用学段", "Stages", "以逗号分隔 · separated by commas")),
  KIND(text("公式类型", "Kind of formula")),
  FORMULA(text("公式", "Formula")),
  INPUTS(text("读取的计量和指标", "Measures and indicators that it reads", "以逗号分隔 · separated by commas")),
  SCOPE(Shared.SCOPE),
  SCOPE_RULE(text("范围条件", "Condition of the scope", "SQL")),
  SCOPE_DATASET(text("范围条件读取的数据集", "Dataset that the condition reads")),
  ROLLUP(text("汇总方式", "Rollup")),
  UNIT_BASIS(text("单位口径", "Unit basis", "located_in, run_by")),
  MAY_EXCEED_100(flag("可超过100%", "May exceed 100 %")),
  LEGAL_DOCUMENT(Shared.LEGAL_DOCUMENT),
  LEGAL_CLAUSE(Shared.LEGAL_CLAUSE),
  NOTE_ZH(text("中文说明", "Chinese note")),
  NOTE_EN(text("英文说明", "English note")),
  ORIGIN(Shared.ORIGIN),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_indicator", "指标维表", "Indicators", values()).key(INDICATOR).build();

  private final Meaning meaning;

  DimIndicator(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

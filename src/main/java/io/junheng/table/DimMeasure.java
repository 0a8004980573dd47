package io.junheng.table;

import static io.junheng.table.Meaning.text;

/** gold.dim_measure: one row for each measure. Key: measure. */
public enum DimMeasure implements OwnColumn {
  MEASURE(Shared.MEASURE),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  UNIT(text("单位", "Unit")),
  DATASET(Shared.DATASET),
  GRAIN(text("粒度", "Grain", "school_stage, area_stage")),
  FORMULA(text("算法", "How it adds up")),
  INPUTS(text("读取的列和计量", "Columns and measures that it reads", "以逗号分隔 · separated by commas")),
  SPLIT(text("分学段拆分", "Split over stages", "none, by_weighted_pupils")),
  UNIT_BASIS(text("单位口径", "Unit basis", "located_in, run_by")),
  SOURCE_OF_RECORD(text("数据以何为准", "Source of record", "空:未注明 · empty: not said")),
  DECIDED_BY(
      text(
          "以何报表为准",
          "Decided by",
          "签报报表的计量;空:以记录为准 · measure of a signed form; empty: the records decide")),
  REFERENCE_DATE(text("时点", "Reference date", "空:以周期为准 · empty: the period’s")),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_measure", "计量维表", "Measures", values()).key(MEASURE).build();

  private final Meaning meaning;

  DimMeasure(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

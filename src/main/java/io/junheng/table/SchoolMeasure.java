package io.junheng.table;

import static io.junheng.table.Meaning.quantity;

/**
 * gold.school_measure: one row for each period, county, school, stage and measure. Key: period,
 * county_code, school_code, stage, measure.
 */
public enum SchoolMeasure implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  SCHOOL_CODE(Shared.SCHOOL_CODE),
  STAGE(Shared.STAGE),
  MEASURE(Shared.MEASURE),
  VALUE(
      quantity(
          "值",
          "Value",
          "_T 行保留拆分前的原值;空为未报 · stage _T keeps the undivided figure; empty: not reported")),
  RECORDED_VALUE(Shared.RECORDED_VALUE),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("school_measure", "学校分学段计量值", "Additive figures of school stages", values())
          .key(PERIOD, COUNTY_CODE, SCHOOL_CODE, STAGE, MEASURE)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, STAGE, MEASURE)
          .build();

  private final Meaning meaning;

  SchoolMeasure(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

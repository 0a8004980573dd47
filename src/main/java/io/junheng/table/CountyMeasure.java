package io.junheng.table;

import static io.junheng.table.Meaning.quantity;

/**
 * gold.county_measure: one row for each period, county, stage and measure. Key: period,
 * county_code, stage, measure.
 */
public enum CountyMeasure implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  STAGE(Shared.STAGE),
  MEASURE(Shared.MEASURE),
  VALUE(quantity("值", "Value", "由学校相加或按县填报 · summed from schools or reported for the county")),
  RECORDED_VALUE(Shared.RECORDED_VALUE),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("county_measure", "县级分学段计量值", "Additive figures of counties", values())
          .key(PERIOD, COUNTY_CODE, STAGE, MEASURE)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, STAGE, MEASURE)
          .build();

  private final Meaning meaning;

  CountyMeasure(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

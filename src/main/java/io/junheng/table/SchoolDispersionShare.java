package io.junheng.table;

import static io.junheng.table.Meaning.fraction;

/**
 * gold.school_dispersion_share: one row for each period, county, stage, indicator, scope and
 * school. Key: period, county_code, stage, indicator, scope, school_code.
 */
public enum SchoolDispersionShare implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  STAGE(Shared.STAGE),
  INDICATOR(Shared.INDICATOR),
  SCOPE(Shared.SCOPE),
  SCHOOL_CODE(Shared.SCHOOL_CODE),
  SHARE(
      fraction("贡献份额", "Share of the variance", "0–1,全县合计为 1 · 0 to 1, adds up to 1 in a county")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold(
              "school_dispersion_share",
              "学校对县域差异的贡献",
              "Shares of schools in the variance of their county",
              values())
          .key(PERIOD, COUNTY_CODE, STAGE, INDICATOR, SCOPE, SCHOOL_CODE)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, STAGE, INDICATOR)
          .build();

  private final Meaning meaning;

  SchoolDispersionShare(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

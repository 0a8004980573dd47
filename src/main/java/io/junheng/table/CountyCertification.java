package io.junheng.table;

import static io.junheng.table.Meaning.date;
import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.text;

/**
 * gold.county_certification: one row for each period, programme and county: the step of recognition
 * that stands on the period's reference date. Key: period, programme, county_code.
 */
public enum CountyCertification implements OwnColumn {
  PERIOD(Shared.PERIOD),
  PROGRAMME(text("认定项目", "Programme of recognition")),
  COUNTY_CODE(Shared.COUNTY_CODE),
  STATE(
      text(
          "所处环节",
          "Step that stands",
          "not_applied, self_review, city_review, province_review, recognised, yearly_monitoring,"
              + " warning; 空:未报台账 · empty: no ledger delivered")),
  SINCE(date("环节日期", "Day of the step")),
  DOCUMENT(text("文件", "Document")),
  RECOGNISED_ON(date("通过认定日期", "Recognised on")),
  YEARS_RECOGNISED(fraction("通过认定年数", "Years since the recognition", "", "a")),
  WARNED_ON(date("最近预警日期", "Last warned on")),
  OBS_STATUS(Shared.OBS_STATUS),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("county_certification", "认定台账", "Recognition of counties", values())
          .key(PERIOD, PROGRAMME, COUNTY_CODE)
          .partitionBy(PERIOD)
          .statistics(PROGRAMME, COUNTY_CODE)
          .build();

  private final Meaning meaning;

  CountyCertification(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

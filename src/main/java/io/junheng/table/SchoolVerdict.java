package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/**
 * gold.school_verdict: one row for each period, framework, county, school and stage. Key: period,
 * framework, county_code, school_code, stage.
 */
public enum SchoolVerdict implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  COUNTY_CODE(Shared.COUNTY_CODE),
  SCHOOL_CODE(Shared.SCHOOL_CODE),
  STAGE(Shared.STAGE),
  MET_COUNT(integer("达标项数", "Items met")),
  OF_COUNT(integer("应测项数", "Items that apply")),
  IS_PASSED(flag("是否综合达标", "Is passed", "空:待定 · empty: undetermined")),
  FAILING_ITEMS(text("未达标条目", "Items not met", "以逗号分隔 · separated by commas")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("school_verdict", "学校综合达标情况", "Verdicts of schools", values())
          .key(PERIOD, FRAMEWORK, COUNTY_CODE, SCHOOL_CODE, STAGE)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK, COUNTY_CODE, STAGE)
          .build();

  private final Meaning meaning;

  SchoolVerdict(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

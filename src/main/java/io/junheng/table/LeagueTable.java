package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * gold.league_table: one row for each period, framework, area set and county. Key: period,
 * framework, area_set, county_code.
 */
public enum LeagueTable implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  AREA_SET(Shared.AREA_SET),
  COUNTY_CODE(Shared.COUNTY_CODE),
  RANK_NO(integer("名次", "Place", "空:不排名 · empty: no place")),
  RANK_OF(integer("参排单位数", "Units that took part")),
  TIE_COUNT(integer("并列数", "Units that share the place")),
  PREVIOUS_RANK_NO(integer("上期名次", "Previous place")),
  RANK_CHANGE(integer("名次变化", "Change of place", "正数为上升 · positive: moved up")),
  CHANGE_STATUS(Shared.CHANGE_STATUS),
  RANK_LOW(integer("最好可能名次", "Best possible place", "未知条目全部落定时 · once unknown items are settled")),
  RANK_HIGH(
      integer("最差可能名次", "Worst possible place", "未知条目全部落定时 · once unknown items are settled")),
  RANK_OFFICIAL(flag("法定名次", "Official order", "否:工作排序 · false: a working order")),
  COUNTY_NAME_ZH(text("县(市、区)", "County (Chinese)")),
  COUNTY_NAME_EN(text("县(市、区)英文名", "County (English)")),
  CITY_CODE(text("市代码", "City code")),
  CITY_NAME_ZH(text("市", "City (Chinese)")),
  CITY_NAME_EN(text("市英文名", "City (English)")),
  VERDICT(text("测算结果", "Verdict", "passed, not_passed, undetermined")),
  SCORE(quantity("得分", "Score", "", "point")),
  GRADE_BAND(text("等第", "Grade band")),
  MET_COUNT(integer("达到项数", "Items met")),
  OF_COUNT(integer("应测项数", "Items that apply")),
  COMPOSITE_CV_PRIMARY(fraction("小学综合差异系数", "Composite coefficient of variation, primary")),
  COMPOSITE_CV_JUNIOR(fraction("初中综合差异系数", "Composite coefficient of variation, junior secondary")),
  WORST_CV_PRIMARY(fraction("小学最大单项差异系数", "Largest single coefficient of variation, primary")),
  WORST_CV_INDICATOR_PRIMARY(text("小学最大单项差异指标", "Indicator of the largest coefficient, primary")),
  WORST_CV_JUNIOR(
      fraction("初中最大单项差异系数", "Largest single coefficient of variation, junior secondary")),
  WORST_CV_INDICATOR_JUNIOR(
      text("初中最大单项差异指标", "Indicator of the largest coefficient, junior secondary")),
  CV_LIMIT_PRIMARY(quantity("小学差异系数标准", "Limit of the coefficient, primary")),
  CV_LIMIT_JUNIOR(quantity("初中差异系数标准", "Limit of the coefficient, junior secondary")),
  BLOCKING_ITEMS(text("制约条目", "Items that block the verdict", "以逗号分隔 · separated by commas")),
  ORIGIN(Shared.ORIGIN),
  OBS_STATUS(Shared.OBS_STATUS),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("league_table", "监测结果一览表", "League table", values())
          .key(PERIOD, FRAMEWORK, AREA_SET, COUNTY_CODE)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK, AREA_SET)
          .build();

  private final Meaning meaning;

  LeagueTable(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

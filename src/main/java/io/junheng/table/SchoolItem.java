package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * gold.school_item: one row for each period, framework, county, school, stage and item. Key:
 * period, framework, county_code, school_code, stage, item.
 */
public enum SchoolItem implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  COUNTY_CODE(Shared.COUNTY_CODE),
  SCHOOL_CODE(Shared.SCHOOL_CODE),
  STAGE(Shared.STAGE),
  ITEM(Shared.ITEM),
  TEST(text("测点", "Test", "条目内的测点 · test within the item")),
  VALUE(fraction("值", "Value", "不修约 · unrounded")),
  STANDARD(quantity("标准", "Standard")),
  FLOOR(
      quantity("底线", "Floor", "六达标之外一项的最低要求 · what the one item below standard must still reach")),
  IS_MET(flag("是否达标", "Is met", "空:未知 · empty: unknown")),
  GAP(fraction("差距", "Gap", "距标准还差多少;达标为 0 · distance to the standard; 0 when met")),
  SHORTFALL_QTY(quantity("缺口数量", "Shortfall", "达标尚需的资源量 · resources that would close the gap")),
  SHORTFALL_UNIT(text("缺口单位", "Unit of the shortfall")),
  DECIDED_BY_ROUNDING(
      flag(
          "修约影响判定",
          "Decided by rounding",
          "显示值与原值判定不同 · displayed and unrounded value would decide differently")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("school_item", "学校条目达标情况", "Schools held against the standards", values())
          .key(PERIOD, FRAMEWORK, COUNTY_CODE, SCHOOL_CODE, STAGE, ITEM, TEST)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK, COUNTY_CODE, STAGE)
          .build();

  private final Meaning meaning;

  SchoolItem(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

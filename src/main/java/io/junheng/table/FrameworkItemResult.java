package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * gold.framework_item: one row for each period, framework, county, item and test; test _T is the
 * item. Key: period, framework, county_code, item, test.
 */
public enum FrameworkItemResult implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  COUNTY_CODE(Shared.COUNTY_CODE),
  ITEM(Shared.ITEM),
  TEST(text("测点", "Test", "_T 为条目本身 · _T is the item itself")),
  STAGE(text("学段", "Stage", "不分学段为空 · empty where the test knows no stage")),
  INDICATOR(text("指标", "Indicator", "证据类为空 · empty for evidence")),
  STATEMENT(text("证据事项", "Statement", "证据类以外为空 · empty but for evidence")),
  TITLE_ZH(text("测点名称", "Title of the test (Chinese)", "条目本身为空 · empty for the item itself")),
  TITLE_EN(text("测点英文名称", "Title of the test (English)", "条目本身为空 · empty for the item itself")),
  UNIT_TESTED(text("测评对象", "Who is tested", "county, schools")),
  GRADE(text("测算等次", "Grade", "met, partly_met, not_met, unknown, not_applicable")),
  VALUE(fraction("值", "Value", "不修约 · unrounded")),
  DISPLAYED_VALUE(
      text("显示值", "Displayed value", "按指标小数位四舍五入 · rounded half-up to the indicator’s decimals")),
  COMPARISON(text("比较方式", "Comparison", "at_least, at_most, equals, above, below")),
  STANDARD(quantity("标准", "Standard")),
  RULE(text("规则", "Rule", "标准或标准化方法 · the standard, or the way to a share of the full score")),
  GAP(fraction("差距", "Gap", "距标准还差多少;达标为 0 · distance to the standard; 0 when met")),
  CLAUSE(text("条款", "Clause")),
  POINTS(quantity("得分", "Points", "", "point")),
  POINTS_LOST(quantity("失分", "Points lost", "", "point")),
  EVIDENCE(text("证据", "Evidence", "文件名称 · document")),
  NOTE(text("说明", "Note (Chinese)")),
  NOTE_EN(text("英文说明", "Note (English)")),
  DECIDED_BY_ROUNDING(
      flag(
          "修约影响判定",
          "Decided by rounding",
          "显示值与原值判定不同 · displayed and unrounded value would decide differently")),
  ORIGIN(Shared.ORIGIN),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold(
              "framework_item", "县级条目测算结果", "Items of a framework as a county meets them", values())
          .key(PERIOD, FRAMEWORK, COUNTY_CODE, ITEM, TEST)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK, COUNTY_CODE, ITEM)
          .build();

  private final Meaning meaning;

  FrameworkItemResult(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

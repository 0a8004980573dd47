package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/**
 * gold.county_verdict: one row for each period, framework and county. Key: period, framework,
 * county_code.
 */
public enum CountyVerdict implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  COUNTY_CODE(Shared.COUNTY_CODE),
  MET_COUNT(integer("达到项数", "Items met")),
  PARTLY_MET_COUNT(integer("部分达到项数", "Items partly met")),
  NOT_MET_COUNT(integer("未达到项数", "Items not met")),
  UNKNOWN_COUNT(integer("未知项数", "Items unknown")),
  OF_COUNT(integer("应测项数", "Items that apply", "不适用的条目不计 · items that do not apply are left out")),
  TEST_MET_COUNT(integer("达到测点数", "Tests met")),
  TEST_OF_COUNT(integer("应测测点数", "Tests that apply")),
  VETO_HIT(flag("触发一票否决", "Veto hit", "空:未知 · empty: unknown")),
  PRECONDITION_FAILED(flag("前置条件未满足", "Precondition failed", "空:未知 · empty: unknown")),
  VERDICT(text("测算结果", "Verdict", "passed, not_passed, undetermined")),
  PASS_CLASS(text("达标等次", "Class among those that pass", "未设等次为空 · empty without classes")),
  BLOCKING_ITEMS(text("制约条目", "Items that block the verdict", "以逗号分隔 · separated by commas")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("county_verdict", "县级测算结果", "Verdicts of counties", values())
          .key(PERIOD, FRAMEWORK, COUNTY_CODE)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK, COUNTY_CODE)
          .build();

  private final Meaning meaning;

  CountyVerdict(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

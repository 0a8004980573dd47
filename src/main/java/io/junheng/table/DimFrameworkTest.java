package io.junheng.table;

import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * gold.dim_framework_test: one row for each framework, item and test at a stage, as {@code
 * framework_item} names them. Key: framework, item, test.
 */
public enum DimFrameworkTest implements OwnColumn {
  FRAMEWORK(Shared.FRAMEWORK),
  ITEM(Shared.ITEM),
  TEST(text("测点", "Test", "_T 为条目本身 · _T is the item itself")),
  STAGE(text("学段", "Stage", "不分学段为空 · empty where the test knows no stage")),
  INDICATOR(text("指标", "Indicator", "证据类为空 · empty for evidence")),
  STATEMENT(text("证据事项", "Statement", "证据类以外为空 · empty but for evidence")),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  UNIT_TESTED(text("测评对象", "Who is tested", "county, schools")),
  COMPARISON(text("比较方式", "Comparison", "at_least, at_most, equals, above, below")),
  STANDARD(quantity("标准", "Standard")),
  RULE(text("规则", "Rule", "标准或标准化方法 · the standard, or the way to a share of the full score")),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_framework_test", "评价体系测点维表", "Tests of framework items", values())
          .key(FRAMEWORK, ITEM, TEST)
          .build();

  private final Meaning meaning;

  DimFrameworkTest(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

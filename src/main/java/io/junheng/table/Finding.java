package io.junheng.table;

import static io.junheng.table.Meaning.date;
import static io.junheng.table.Meaning.text;
import static io.junheng.table.Meaning.whole;

/**
 * ops.finding: one row for each period, county, dataset, check and scope. Key: period, county_code,
 * dataset, rule, check_scope.
 */
public enum Finding implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  DATASET(Shared.DATASET),
  RULE(text("规则", "Rule")),
  CHECK_SCOPE(text("核查范围", "Scope of the check", "file, county, province …")),
  SEVERITY(text("严重程度", "Severity")),
  STATUS(text("状态", "Status")),
  CHECKED(whole("核查数", "Checked")),
  FAILED(whole("不符数", "Failed")),
  EXAMPLES(text("举例", "Examples")),
  MESSAGE_ZH(text("中文说明", "Chinese message")),
  MESSAGE_EN(text("英文说明", "English message")),
  FIRST_SEEN(date("首次发现", "First seen")),
  DUE_ON(date("整改期限", "Due on")),
  OWNER(text("责任人", "Owner")),
  RUN_ID(Shared.RUN_ID);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("finding", "核查结果", "Findings of checks", values())
          .key(PERIOD, COUNTY_CODE, DATASET, RULE, CHECK_SCOPE)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, DATASET, RULE)
          .build();

  private final Meaning meaning;

  Finding(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

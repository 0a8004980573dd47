package io.junheng.table;

import static io.junheng.table.Meaning.text;
import static io.junheng.table.Meaning.whole;

/**
 * ops.rejected_row: one row for each row set aside and reason. Key: submission_id, sheet, row_no,
 * column_name, rule.
 */
public enum RejectedRow implements OwnColumn {
  SUBMISSION_ID(Shared.SUBMISSION_ID),
  SHEET(text("工作表", "Sheet", "CSV 为空 · empty for CSV")),
  ROW_NO(whole("行号", "Row number", "表头为第 1 行 · the header is row 1")),
  COLUMN_NAME(text("列", "Column", "涉及整行为空 · empty where the whole row is meant")),
  RULE(text("规则", "Rule")),
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  DATASET(Shared.DATASET),
  FILE_NAME(Shared.FILE_NAME),
  ROW_KEY(text("主键值", "Key", "涉个人信息时为散列值 · its keyed hash where personal")),
  MESSAGE_ZH(text("中文说明", "Chinese message")),
  MESSAGE_EN(text("英文说明", "English message")),
  SEVERITY(text("严重程度", "Severity")),
  MASKED_VALUE(text("原值(遮盖)", "Value, masked")),
  RUN_ID(Shared.RUN_ID);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("rejected_row", "剔除行", "Rows set aside", values())
          .key(SUBMISSION_ID, SHEET, ROW_NO, COLUMN_NAME, RULE)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, DATASET)
          .build();

  private final Meaning meaning;

  RejectedRow(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

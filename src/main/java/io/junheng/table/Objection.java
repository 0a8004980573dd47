package io.junheng.table;

import static io.junheng.table.Meaning.text;
import static io.junheng.table.Meaning.timestamp;

/** ops.objection: one row for each objection of a county, with its decision. Key: objection_id. */
public enum Objection implements OwnColumn {
  OBJECTION_ID(text("申诉编号", "Objection id")),
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  SUBJECT(text("申诉事项", "What it is about", "指标、条目或名次 · an indicator, an item or a place")),
  CLAIM(text("主张", "Claim")),
  EVIDENCE(text("证据", "Evidence")),
  STATUS(text("状态", "Status", "open, accepted, rejected, withdrawn")),
  OPENED_BY(text("提出人", "Who opened it")),
  OPENED_AT(timestamp("提出时间", "Opened", "UTC")),
  DECISION(text("裁定", "Decision")),
  DECIDED_BY(text("裁定人", "Who decided")),
  DECIDED_AT(timestamp("裁定时间", "Decided", "UTC"));

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("objection", "申诉", "Objections", values())
          .key(OBJECTION_ID)
          .partitionBy(PERIOD)
          .build();

  private final Meaning meaning;

  Objection(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

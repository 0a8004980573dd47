package io.junheng.table;

import static io.junheng.table.Meaning.date;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * ops.verification: one row for each figure of a school that was looked at on the spot; it stands
 * beside what was reported and never in its place. Key: verification_id.
 */
public enum Verification implements OwnColumn {
  VERIFICATION_ID(text("核查编号", "Verification id")),
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  SCHOOL_CODE(Shared.SCHOOL_CODE),
  STAGE(Shared.STAGE),
  MEASURE(Shared.MEASURE),
  REPORTED_VALUE(
      quantity("上报值", "Reported value", "核查时的值;空为未报 · as it stood then; empty: not reported")),
  VERIFIED_VALUE(quantity("核实值", "Verified value")),
  INSPECTORS(text("核查人员", "Inspectors", "以逗号分隔 · separated by commas")),
  DOCUMENT(text("核查文书", "Document")),
  VERIFIED_ON(date("核查日期", "Verified on", "")),
  SIGNED_BY(Shared.SIGNED_BY),
  SIGNED_AT(Shared.SIGNED_AT),
  NOTE(text("说明", "Note"));

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("verification", "实地核查", "Figures verified on the spot", values())
          .key(VERIFICATION_ID)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, SCHOOL_CODE)
          .build();

  private final Meaning meaning;

  Verification(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

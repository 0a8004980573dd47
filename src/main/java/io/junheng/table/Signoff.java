package io.junheng.table;

import static io.junheng.table.Meaning.text;

/**
 * ops.signoff: one row for each signature under a delivery; only ever added to. Key: period,
 * county_code, dataset, step, department, delivery_sha256, signed_at.
 */
public enum Signoff implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  DATASET(Shared.DATASET),
  STEP(
      text(
          "环节",
          "Step",
          "reviewed 已审,confirmed 县级确认,countersigned 部门会签,sealed 封库 · reviewed, confirmed by the county, countersigned by departments, sealed")),
  DEPARTMENT(
      text(
          "会签部门",
          "Department",
          "finance, personnel, statistics, disabled_federation;其他环节为 - · a dash for other steps")),
  DELIVERY_SHA256(
      text(
          "报送摘要",
          "Digest of the delivery",
          "由已接收文件的 SHA-256 得出,更正报送后原签认失效 · made from the SHA-256 of the accepted files: a corrected delivery has to be signed anew")),
  SIGNED_AT(Shared.SIGNED_AT),
  SIGNED_BY(Shared.SIGNED_BY),
  NOTE(text("说明", "Note"));

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("signoff", "报送签认", "Signatures under deliveries", values())
          .key(PERIOD, COUNTY_CODE, DATASET, STEP, DEPARTMENT, DELIVERY_SHA256, SIGNED_AT)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, DATASET)
          .build();

  private final Meaning meaning;

  Signoff(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

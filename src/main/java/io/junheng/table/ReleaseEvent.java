package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;
import static io.junheng.table.Meaning.timestamp;

/**
 * ops.release_event: one row for each thing that happened to a release; only ever added to. Key:
 * release_id, event_no.
 */
public enum ReleaseEvent implements OwnColumn {
  RELEASE_ID(Shared.RELEASE_ID),
  EVENT_NO(integer("序号", "Number of the event", "每次发布从 1 起 · from 1 in each release")),
  STATE(
      text(
          "其后状态",
          "State after it",
          "draft, comment, approved, embargoed, published, amended, withdrawn")),
  SIGNED_BY(Shared.SIGNED_BY),
  SIGNED_AT(Shared.SIGNED_AT),
  REASON(text("理由", "Why")),
  EMBARGO_UNTIL(timestamp("解禁时间", "Embargo ends", "UTC;无则为空 · UTC; empty without one")),
  ROLES(text("可提前查阅的角色", "Roles that may read before", "以逗号分隔 · separated by commas")),
  AMENDED_BY(text("替代发布", "Release that amends it")),
  WAIVERS(text("书面豁免", "Written waivers", "JSON")),
  IS_REPRODUCIBLE(
      flag("须可重现", "Must be reproducible", "否:归档原件可清除 · false: originals may be removed"));

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("release_event", "发布过程", "What happened to releases", values())
          .key(RELEASE_ID, EVENT_NO)
          .build();

  private final Meaning meaning;

  ReleaseEvent(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

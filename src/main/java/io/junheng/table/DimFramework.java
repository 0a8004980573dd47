package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/** gold.dim_framework: one row for each framework. Key: framework. */
public enum DimFramework implements OwnColumn {
  FRAMEWORK(Shared.FRAMEWORK),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  KIND(text("类型", "Kind", "conjunctive, weighted")),
  EDITION(text("版本", "Edition", "名次只在同一版本内比较 · places are only compared within one edition")),
  LEGAL_DOCUMENT(Shared.LEGAL_DOCUMENT),
  LEGAL_CLAUSE(Shared.LEGAL_CLAUSE),
  PERIOD_TYPE(text("周期类型", "Type of period")),
  AREA_SET(Shared.AREA_SET),
  PEER_GROUPS(text("同类组", "Peer groups", "以逗号分隔 · separated by commas")),
  ITEM_COUNT(integer("条目数", "Number of items")),
  RANK_OFFICIAL(flag("法定名次", "Official order", "否:工作排序 · false: a working order")),
  ORIGIN(Shared.ORIGIN),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_framework", "评价体系维表", "Frameworks", values()).key(FRAMEWORK).build();

  private final Meaning meaning;

  DimFramework(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

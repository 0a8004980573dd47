package io.junheng.table;

import static io.junheng.table.Meaning.integer;

/** gold.dim_area_set: one row for each area set. Key: area_set. */
public enum DimAreaSet implements OwnColumn {
  AREA_SET(Shared.AREA_SET),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  MEMBER_COUNT(integer("成员数", "Number of members", "空:所有填报的县 · empty: all counties that reported")),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_area_set", "排名单位集维表", "Area sets", values()).key(AREA_SET).build();

  private final Meaning meaning;

  DimAreaSet(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

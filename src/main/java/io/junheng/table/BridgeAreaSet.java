package io.junheng.table;

/**
 * gold.bridge_area_set: one row for each area set, area and span of validity. Key: area_set,
 * area_code, valid_from.
 */
public enum BridgeAreaSet implements OwnColumn {
  AREA_SET(Shared.AREA_SET),
  AREA_CODE(Shared.AREA_CODE),
  VALID_FROM(Shared.VALID_FROM),
  VALID_TO(Shared.VALID_TO),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("bridge_area_set", "排名单位集成员", "Members of area sets", values())
          .key(AREA_SET, AREA_CODE, VALID_FROM)
          .build();

  private final Meaning meaning;

  BridgeAreaSet(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

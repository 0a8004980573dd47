package io.junheng.table;

/** gold.dim_obs_status: one row for each status. Key: obs_status. */
public enum DimObsStatus implements OwnColumn {
  OBS_STATUS(Shared.OBS_STATUS),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_obs_status", "数据状态维表", "Observation statuses", values())
          .key(OBS_STATUS)
          .build();

  private final Meaning meaning;

  DimObsStatus(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

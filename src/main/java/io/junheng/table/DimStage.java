package io.junheng.table;

import static io.junheng.table.Meaning.flag;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/** gold.dim_stage: one row for each stage, group and the total. Key: stage. */
public enum DimStage implements OwnColumn {
  STAGE(Shared.STAGE),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  IS_GROUP(flag("是否为组", "Is a group")),
  MEMBERS(text("成员学段", "Members", "以逗号分隔 · separated by commas")),
  SPLIT_WEIGHT(quantity("拆分权重", "Split weight", "空:不参加拆分 · empty: takes no part in the split")),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_stage", "学段维表", "Stages and stage groups", values()).key(STAGE).build();

  private final Meaning meaning;

  DimStage(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

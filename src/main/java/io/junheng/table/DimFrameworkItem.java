package io.junheng.table;

import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/** gold.dim_framework_item: one row for each framework and item or node. Key: framework, item. */
public enum DimFrameworkItem implements OwnColumn {
  FRAMEWORK(Shared.FRAMEWORK),
  ITEM(Shared.ITEM),
  PARENT_ITEM(text("上级节点", "Parent node", "最上层为空 · empty at the top")),
  TITLE_ZH(Shared.TITLE_ZH),
  TITLE_EN(Shared.TITLE_EN),
  GROUP_ZH(text("所属部分", "Group (Chinese)")),
  GROUP_EN(text("所属部分英文名", "Group (English)")),
  LEGAL_DOCUMENT(Shared.LEGAL_DOCUMENT),
  LEGAL_CLAUSE(Shared.LEGAL_CLAUSE),
  WEIGHT(quantity("权重", "Weight", "逐项达标类为空 · empty where items are not weighted")),
  RULE(
      text(
          "汇总规则", "How it is put together", "节点的汇总与缺项规则 · aggregation and missing rule of a node")),
  STANDARD(text("标准", "Standard", "文字表述 · in words")),
  ORIGIN(Shared.ORIGIN),
  SORT_ORDER(Shared.SORT_ORDER),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("dim_framework_item", "评价体系条目维表", "Items and nodes of frameworks", values())
          .key(FRAMEWORK, ITEM)
          .build();

  private final Meaning meaning;

  DimFrameworkItem(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

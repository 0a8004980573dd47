package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/**
 * gold.item_correlation: how the items of a weighted framework go together over the counties, for
 * those who design it. One row for each pair of items, for each item with the whole score ({@code
 * _T}), and for each node with itself, which tells how well its children measure one thing. Key:
 * period, framework, item, other_item.
 */
public enum ItemCorrelation implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  ITEM(Shared.ITEM),
  OTHER_ITEM(
      text(
          "另一条目",
          "Other item",
          "_T:总分;与条目相同:节点自身 · _T: the whole score; as item: the node itself")),
  PEARSON(
      fraction(
          "皮尔逊相关系数", "Pearson's coefficient of correlation", "按得分率 · of shares of the full score")),
  SPEARMAN(
      fraction(
          "斯皮尔曼等级相关系数",
          "Spearman's coefficient of rank correlation",
          "并列取平均名次 · ties share the mean place")),
  CRONBACH_ALPHA(
      fraction(
          "克隆巴赫系数",
          "Cronbach's alpha",
          "节点各子项的内部一致性,只在节点自身的行 · of the node's children; in rows of a node with itself only")),
  UNIT_COUNT(integer("参算区县数", "Counties with both figures", "", "county")),
  OBS_STATUS(
      text(
          "观测状态",
          "Observation status",
          "A; X: 不足3个区县 · fewer than three counties; Z: 一方无差异,或不足两个子项 · one of them does not vary,"
              + " or fewer than two children")),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("item_correlation", "条目相关", "Correlation of items", values())
          .key(PERIOD, FRAMEWORK, ITEM, OTHER_ITEM)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK)
          .build();

  private final Meaning meaning;

  ItemCorrelation(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * gold.county_score: one row for each period, framework, county and node of the tree. Key: period,
 * framework, county_code, node.
 */
public enum CountyScore implements OwnColumn {
  PERIOD(Shared.PERIOD),
  FRAMEWORK(Shared.FRAMEWORK),
  COUNTY_CODE(Shared.COUNTY_CODE),
  NODE(text("节点", "Node", "_T 总分;含加减分项 · _T the whole; events of bonus and deduction too")),
  RAW_VALUE(fraction("原值", "Raw value")),
  NORMALISED(quantity("标准化值", "Normalised value", "0–1")),
  WEIGHT(quantity("权重", "Weight")),
  POINTS(quantity("得分", "Points", "", "point")),
  SCORE(quantity("总得分", "Score", "缺项时按体系规定可为空 · may be empty where figures are missing", "point")),
  SCORE_LOW(quantity("得分下限", "Lowest possible score", "", "point")),
  SCORE_HIGH(quantity("得分上限", "Highest possible score", "", "point")),
  MAX_SCORE(quantity("满分", "Full score", "", "point")),
  BONUS(quantity("加分", "Bonus", "", "point")),
  GRADE_BAND(text("等第", "Grade band")),
  POINTS_TO_NEXT_BAND(quantity("距上一等第", "Distance to the next better band", "", "point")),
  PREVIOUS_SCORE(quantity("上期得分", "Previous score", "", "point")),
  CHANGE(quantity("变化量", "Change", "", "point")),
  ORIGIN(Shared.ORIGIN),
  OBS_STATUS(Shared.OBS_STATUS),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("county_score", "县级得分", "Scores of counties", values())
          .key(PERIOD, FRAMEWORK, COUNTY_CODE, NODE)
          .partitionBy(PERIOD)
          .statistics(FRAMEWORK, COUNTY_CODE, NODE)
          .build();

  private final Meaning meaning;

  CountyScore(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

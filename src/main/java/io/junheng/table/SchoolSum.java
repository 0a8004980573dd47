package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;

/**
 * ops.school_sum: what the schools of a county bring to the indicators of areas, one row for each
 * period, county, stage, indicator, grouping and group. A corrected county has its own rows worked
 * out anew; those of the others stand. Key: period, county_code, stage, indicator, grouping,
 * school_group.
 */
public enum SchoolSum implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  STAGE(Shared.STAGE),
  INDICATOR(text("指标", "Indicator", "空文本:该行只有学校数 · empty text: the row tells the schools alone")),
  GROUPING(
      text("分组方式", "Grouping", "空文本:合计;否则为差异分解所用 · empty text: sums; else for splits of spreads")),
  SCHOOL_GROUP(text("组", "Group", "分组方式中的一组 · one of the grouping")),
  SCHOOL_COUNT(integer("有学生的学校数", "Schools with pupils", "", "school")),
  ABOVE(quantity("分子合计", "Sum above the line")),
  LARGEST(quantity("分子最大值", "Largest part above the line")),
  BELOW(quantity("分母合计", "Sum below the line")),
  COVERED(quantity("有值学校的学生数", "Pupils of the schools whose sides are known")),
  CONCERNED(quantity("应计学校的学生数", "Pupils of the schools that the indicator is about")),
  WEIGHT(fraction("权重合计", "Sum of weights")),
  MEAN(fraction("加权平均", "Weighted mean")),
  LOG_DEVIATION(
      fraction("平均对数离差", "Mean log deviation", "有非正值时为空 · empty where a value is not above 0")),
  THEIL(fraction("泰尔指数乘以平均", "Theil T times the mean", "有负值时为空 · empty where a value is below 0")),
  VARIANCE(fraction("方差", "Variance"));

  /** The table of these columns. */
  public static final Table TABLE =
      Table.ops("school_sum", "各县学校合计", "What the schools of a county bring together", values())
          .key(PERIOD, COUNTY_CODE, STAGE, INDICATOR, GROUPING, SCHOOL_GROUP)
          .partitionBy(PERIOD)
          .build();

  private final Meaning meaning;

  SchoolSum(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

package io.junheng.table;

import static io.junheng.table.Meaning.fraction;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.text;

/**
 * gold.county_dispersion: one row for each period, county, stage, indicator and scope. Key: period,
 * county_code, stage, indicator, scope.
 */
public enum CountyDispersion implements OwnColumn {
  PERIOD(Shared.PERIOD),
  COUNTY_CODE(Shared.COUNTY_CODE),
  STAGE(Shared.STAGE),
  INDICATOR(Shared.INDICATOR),
  SCOPE(Shared.SCOPE),
  STATISTIC(
      text(
          "指标所取统计量",
          "Statistic that the indicator tells",
          "cv, gini, theil_t, entropy 2 … · 词与参数同指标定义 · words and parameters as in its definition")),
  VALUE(
      fraction(
          "指标值",
          "Value of the indicator",
          "所取统计量的值;不足两校或无定义时为空 · of that statistic; empty for fewer than two schools or where it is not defined")),
  CV(
      fraction(
          "差异系数(单项)",
          "Single coefficient of variation",
          "按学生数加权;平均为 0 或不足两校时为空 · pupil-weighted; empty for a mean of 0 or fewer than two schools")),
  CV_UNWEIGHTED(fraction("未加权差异系数", "Unweighted coefficient of variation")),
  WEIGHTED_MEAN(fraction("加权平均", "Weighted mean")),
  WEIGHTED_SD(fraction("加权标准差", "Weighted standard deviation")),
  GINI_WEIGHTED(fraction("加权基尼系数", "Weighted Gini coefficient")),
  THEIL_T_WEIGHTED(fraction("加权泰尔指数", "Weighted Theil T")),
  SCHOOL_COUNT(integer("参评学校数", "Schools that took part", "", "school")),
  EXCLUDED_COUNT(
      integer("未参评学校数", "Schools left out", "范围之外或无值 · out of scope or without a value", "school")),
  LARGEST_CONTRIBUTOR(text("差异贡献最大学校", "School that contributes most")),
  OBS_STATUS(Shared.OBS_STATUS),
  DATA_LABEL(Shared.DATA_LABEL);

  /** The table of these columns. */
  public static final Table TABLE =
      Table.gold("county_dispersion", "县域校际差异", "Spread between the schools of a county", values())
          .key(PERIOD, COUNTY_CODE, STAGE, INDICATOR, SCOPE)
          .partitionBy(PERIOD)
          .statistics(COUNTY_CODE, STAGE, INDICATOR)
          .build();

  private final Meaning meaning;

  CountyDispersion(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}

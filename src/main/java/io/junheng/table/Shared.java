package io.junheng.table;

import static io.junheng.table.Meaning.date;
import static io.junheng.table.Meaning.integer;
import static io.junheng.table.Meaning.quantity;
import static io.junheng.table.Meaning.text;
import static io.junheng.table.Meaning.timestamp;

/** What columns that stand in several tables mean; said once. */
final class Shared {
  static final Meaning PERIOD =
      integer(
          "周期",
          "Period",
          "YYYYTT:00 年,01–04 季,10 学年 · YYYYTT: 00 year, 01–04 quarter, 10 school year");
  static final Meaning COUNTY_CODE =
      text("县(市、区)代码", "County code", "最低一级填报地区 · lowest reporting area");
  static final Meaning AREA_CODE = text("地区代码", "Area code");
  static final Meaning SCHOOL_CODE = text("学校代码", "School code");
  static final Meaning STAGE = text("学段", "Stage", "_T 合计 · _T all stages");
  static final Meaning MEASURE = text("计量", "Measure", "conf/measures");
  static final Meaning RECORDED_VALUE =
      quantity(
          "记录值",
          "Value by records",
          "以报表为准时按记录统计的值;空:未以报表为准 · counted from records where a signed form decides; empty: no form decided");
  static final Meaning INDICATOR = text("指标", "Indicator", "conf/indicators");
  static final Meaning SCOPE = text("学校范围", "Scope of schools", "conf/indicators, scopes");
  static final Meaning FRAMEWORK = text("评价体系", "Framework", "conf/frameworks");
  static final Meaning ITEM = text("条目", "Item");
  static final Meaning AREA_SET = text("排名单位集", "Area set", "conf/areas/area_sets.csv");
  static final Meaning OBS_STATUS =
      text(
          "数据状态",
          "Observation status",
          "A 正常,Z 不适用,X 缺失,U 可靠性低,E 估计,P 暂定,B 口径中断 · A normal, Z not applicable, X not available, U low reliability, E estimated, P provisional, B break in series");
  static final Meaning CONF_STATUS =
      text("公开状态", "Confidentiality status", "F 可公开,C 不公开 · F free, C withheld");
  static final Meaning ORIGIN =
      text("依据来源", "Origin", "official 文件原文,own 本系统口径,demo 演示 · official, own reading, demo");
  static final Meaning DATA_LABEL =
      text("数据标签", "Data label", "演示数据必填;真实数据为空 · set for sample data, empty for real data");
  static final Meaning CHANGE_STATUS =
      text(
          "可比状态",
          "Comparability",
          "comparable 以外的值说明为何不比较 · any other value than comparable says why nothing is compared");
  static final Meaning RUN_ID = text("运行编号", "Run id", "ops.run");
  static final Meaning RELEASE_ID =
      text("发布编号", "Release id", "年份-r序号,如 2023-r1 · year-rN, for instance 2023-r1");
  static final Meaning SIGNED_BY = text("签署人", "Who signs");
  static final Meaning SIGNED_AT = timestamp("签署时间", "Signed", "UTC");
  static final Meaning SUBMISSION_ID = text("报送编号", "Submission id", "ops.submission");
  static final Meaning DATASET = text("数据集", "Dataset", "conf/contracts");
  static final Meaning FILE_NAME = text("文件名", "File name");
  static final Meaning SORT_ORDER = integer("排序", "Sort order");
  static final Meaning TITLE_ZH = text("中文名称", "Chinese title");
  static final Meaning TITLE_EN = text("英文名称", "English title");
  static final Meaning VALID_FROM = date("生效日期", "Valid from", "空:一直有效 · empty: always");
  static final Meaning VALID_TO = date("失效日期", "Valid to", "空:仍有效 · empty: still valid");
  static final Meaning LEGAL_DOCUMENT = text("依据文件", "Legal document");
  static final Meaning LEGAL_CLAUSE = text("依据条款", "Legal clause");

  private Shared() {}
}

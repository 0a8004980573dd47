package io.junheng.cli;

import io.junheng.definition.Text;
import java.util.Map;

/** What people call the codes that tables keep. */
final class ExplainWords {
  private static final Map<String, Text> WORDS =
      Map.ofEntries(
          Map.entry("met", new Text("达到", "met")),
          Map.entry("partly_met", new Text("部分达到", "partly met")),
          Map.entry("not_met", new Text("未达到", "not met")),
          Map.entry("unknown", new Text("未知", "unknown")),
          Map.entry("not_applicable", new Text("不适用", "not applicable")),
          Map.entry("passed", new Text("达到", "meets the framework")),
          Map.entry("not_passed", new Text("未达到", "does not meet the framework")),
          Map.entry("undetermined", new Text("待定", "open")),
          Map.entry("reached", new Text("已达到", "reached")),
          Map.entry("on_track", new Text("不低于序时进度", "on track")),
          Map.entry("behind", new Text("低于序时进度", "behind")),
          Map.entry("missed", new Text("到期未达到", "missed")),
          Map.entry("winsorised", new Text("缩尾", "drawn in")),
          Map.entry("logarithm", new Text("取对数", "logarithm")),
          Map.entry("official", new Text("文件原文", "official")),
          Map.entry("own", new Text("本系统口径", "own reading")),
          Map.entry("demo", new Text("演示", "demonstration only")),
          Map.entry("education_statistics", new Text("教育事业统计报表", "signed statistics form")),
          Map.entry("pupil_register", new Text("学籍系统", "pupil register")),
          Map.entry("teacher_system", new Text("教师管理信息系统", "teacher system")),
          Map.entry("funding_statistics", new Text("教育经费统计", "funding statistics")),
          Map.entry("other_department", new Text("其他部门", "another department")),
          Map.entry("survey", new Text("问卷", "survey")),
          Map.entry("september_first", new Text("9月1日时点", "1 September")),
          Map.entry("school_year", new Text("学年", "school year")),
          Map.entry("calendar_year", new Text("自然年", "calendar year")),
          Map.entry("A", new Text("正常", "normal")),
          Map.entry("Z", new Text("不适用", "not applicable")),
          Map.entry("X", new Text("缺失", "not available")),
          Map.entry("U", new Text("可靠性低", "low reliability")),
          Map.entry("E", new Text("估计", "estimated")),
          Map.entry("P", new Text("暂定", "provisional")),
          Map.entry("B", new Text("口径中断", "break in the series")));

  private ExplainWords() {}

  /** The words for a code; the code itself where there are none. */
  static Text of(String code) {
    return WORDS.getOrDefault(code, Text.same(code));
  }
}

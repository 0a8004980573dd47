package io.junheng.publication.workbook;

import io.junheng.definition.Text;
import java.util.Map;

/** Words that stand on sheets and in documents, in both languages. */
public final class Words {
  public static final Text ALL_STAGES = new Text("合计", "All stages");
  public static final Text WORKING_ORDER =
      new Text("工作排序,非官方名次", "working order, not an official ranking");
  public static final Text OFFICIAL_ORDER = new Text("法定名次", "official order");

  private static final Map<String, Text> VERDICTS =
      Map.of(
          "passed", new Text("达到", "Meets"),
          "not_passed", new Text("未达到", "Not met"),
          "undetermined", new Text("待定", "Open"));
  private static final Map<String, Text> GRADES =
      Map.of(
          "met", new Text("达到", "met"),
          "partly_met", new Text("部分达到", "partly met"),
          "not_met", new Text("未达到", "not met"),
          "unknown", new Text("未知", "unknown"),
          "not_applicable", new Text("不适用", "not applicable"));
  private static final Map<String, Text> WAYS =
      Map.of(
          "reached", new Text("已达到", "reached"),
          "on_track", new Text("不低于序时进度", "on track"),
          "behind", new Text("低于序时进度", "behind"),
          "missed", new Text("到期未达到", "missed"),
          "unknown", new Text("未知", "unknown"));
  private static final Map<String, Text> ORIGINS =
      Map.of(
          "official", new Text("文件原文", "official"),
          "own", new Text("本系统口径", "own reading"),
          "demo", new Text("演示", "demonstration"));
  private static final Map<String, Text> NOT_COMPARED =
      Map.of(
          "no_previous", new Text("首期", "first"),
          "value_missing", new Text("缺值", "no value"),
          "new_unit", new Text("新增", "new"),
          "other_units", new Text("单位有变", "units"),
          "other_boundary", new Text("区划有变", "borders"),
          "other_edition", new Text("版本有变", "edition"),
          "break", new Text("口径有变", "break"));
  private static final Map<String, Text> REASONS =
      Map.of(
          "no_previous", new Text("上一周期没有结果", "nothing was worked out for the period before"),
          "value_missing", new Text("本期或上期缺值", "no value in this period or the one before"),
          "new_unit", new Text("上期未参排", "was not among the units before"),
          "other_units", new Text("参排单位与上期不同", "other units were ranked before"),
          "other_boundary", new Text("区划与上期不同", "its boundary was another"),
          "other_edition", new Text("评价体系版本与上期不同", "the framework's edition was another"),
          "break", new Text("统计口径与上期不同", "it was counted in another way before"));
  private static final Map<String, Text> UNITS =
      Map.ofEntries(
          Map.entry("1", new Text("", "")),
          Map.entry("person", new Text("人", "persons")),
          Map.entry("m²", new Text("平方米", "m²")),
          Map.entry("yuan", new Text("元", "yuan")),
          Map.entry("room", new Text("间", "rooms")),
          Map.entry("school", new Text("所", "schools")),
          Map.entry("class", new Text("个", "classes")),
          Map.entry("point", new Text("分", "points")),
          Map.entry("set", new Text("台", "sets")),
          Map.entry("volume", new Text("册", "volumes")),
          Map.entry("place", new Text("个", "places")),
          Map.entry("case", new Text("件", "cases")),
          Map.entry("level", new Text("级", "level")),
          Map.entry("unit", new Text("个", "units")));

  private static final Map<String, Text> TESTS =
      Map.of("music", new Text("音乐", "music"), "art", new Text("美术", "art"));

  private Words() {}

  /** What a test of an item is about. */
  public static Text test(String code) {
    return TESTS.getOrDefault(code, Text.same(code));
  }

  public static Text verdict(String code) {
    return VERDICTS.getOrDefault(code, Text.same(code));
  }

  public static Text grade(String code) {
    return GRADES.getOrDefault(code, Text.same(code));
  }

  /** Where a county stands on its way to a target. */
  public static Text way(String code) {
    return WAYS.getOrDefault(code, Text.same(code));
  }

  public static Text origin(String code) {
    return ORIGINS.getOrDefault(code, Text.same(code));
  }

  /** Why nothing is compared, in a word; the codes are those of {@code change_status}. */
  public static Text notCompared(String code) {
    return NOT_COMPARED.getOrDefault(code, Text.same(code));
  }

  /** Why nothing is compared, by the code. */
  public static Map<String, Text> reasonsNotCompared() {
    return REASONS;
  }

  public static Text unit(String code) {
    return UNITS.getOrDefault(code, Text.same(code));
  }
}

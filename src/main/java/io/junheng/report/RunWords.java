package io.junheng.report;

import io.junheng.definition.Text;
import java.util.Locale;
import java.util.Map;

/** What the words of runs and deliveries mean, and what to do after it. */
public final class RunWords {
  private static final Map<String, Text> OUTCOMES =
      Map.of(
          "running", new Text("运行中", "running"),
          "done", new Text("完成", "done"),
          "refused", new Text("有报送被退回", "a delivery refused"),
          "configuration", new Text("配置有误", "mistakes in conf/"),
          "input", new Text("输入缺失或有误", "input missing or wrong"),
          "storage", new Text("存储或集群故障", "storage or cluster failed"),
          "busy", new Text("另一次运行占用", "another run at work"),
          "interrupted", new Text("被中断", "interrupted"),
          "bug", new Text("程序缺陷", "a bug of ours"));

  private static final Map<String, Text> STATES =
      Map.of(
          "accepted", new Text("接收", "accepted"),
          "accepted_with_warnings", new Text("接收,有提示", "accepted, with warnings"),
          "refused", new Text("退回", "refused"),
          "superseded", new Text("已被替换", "replaced"),
          "retracted", new Text("已撤回", "taken back"));

  private static final Map<String, Text> STEPS =
      Map.ofEntries(
          Map.entry("landing", new Text("清点文件", "Files")),
          Map.entry("check", new Text("检查", "Checks")),
          Map.entry("silver", new Text("入库", "Silver tables")),
          Map.entry("submission", new Text("登记", "Register of submissions")),
          Map.entry("measure", new Text("计量", "Measures")),
          Map.entry("indicator", new Text("指标与差异", "Indicators and spread")),
          Map.entry("assessment", new Text("测算与排序", "Verdicts and places")),
          Map.entry("dimension", new Text("维表", "Dimensions")),
          Map.entry("retract", new Text("撤回报送", "Deliveries taken back")),
          Map.entry("announce", new Text("登记更换", "Change of keys announced")),
          Map.entry("rejected", new Text("剔除行", "Rows set aside")),
          Map.entry("register", new Text("登记", "Register")),
          Map.entry("compact", new Text("合并小文件", "Small files brought together")),
          Map.entry("checkpoint", new Text("检查点", "Checkpoints")),
          Map.entry("vacuum", new Text("清除旧版本文件", "Files of old versions removed")),
          Map.entry("tidy", new Text("清理日志与残留", "Logs and remains removed")),
          Map.entry("integrity", new Text("完整性检查", "Check that all is whole")));

  private static final Map<String, Text> COUNTS =
      Map.ofEntries(
          Map.entry("rows", new Text("行", "rows")),
          Map.entry("files", new Text("个文件", "files")),
          Map.entry("unchanged", new Text("未变", "unchanged")),
          Map.entry("set_aside", new Text("行剔除", "rows set aside")),
          Map.entry("refused", new Text("个文件退回", "files refused")),
          Map.entry("counties", new Text("个县", "counties")),
          Map.entry("indicators", new Text("项指标", "indicators")),
          Map.entry("frameworks", new Text("个体系", "frameworks")),
          Map.entry("tables", new Text("张表", "tables")),
          Map.entry("findings", new Text("条发现", "findings")),
          Map.entry("returned", new Text("份退回单", "return sheets")));

  private static final Map<String, Text> NEXT =
      Map.of(
          "running",
              new Text(
                  "仍在运行。junheng status --wait 等它结束。",
                  "It is at work. junheng status --wait waits for its end."),
          "done", new Text("无须处理。", "Nothing."),
          "refused",
              new Text(
                  "把 archive/returns 中的退回单发给下列报送单位,更正后再次运行。",
                  "Send the return sheets in archive/returns to the senders below; run again once"
                      + " they have corrected their files."),
          "configuration",
              new Text(
                  "按提示改正 conf/,用 junheng validate 检查,再次运行。",
                  "Mend conf/ as said, check it with junheng validate, run again."),
          "input",
              new Text(
                  "补齐或更正所列文件,再次运行。", "Bring or correct the files named below, then run again."),
          "storage",
              new Text(
                  "先排除存储或集群故障,再运行 junheng retry:已完成的步骤不会重做。",
                  "Mend storage or cluster, then type junheng retry: what was done is not done"
                      + " again."),
          "busy", new Text("等另一次运行结束后再次运行。", "Run again once the other run has ended."),
          "interrupted",
              new Text("再次运行即可继续:已提交的表保持完整。", "Run again to go on: tables are as before or whole."),
          "bug",
              new Text(
                  "把日志文件(不含 archive)连同本报告交给开发者。",
                  "Send the log file and this report to the developers, without the archive."));

  private RunWords() {}

  /** How a run or a period ended; a word that nobody knows is its own. */
  public static Text outcome(String word) {
    return OUTCOMES.getOrDefault(word, Text.same(word));
  }

  /** What became of a delivered file; a word that nobody knows is its own. */
  public static Text state(String word) {
    return STATES.getOrDefault(word, Text.same(word));
  }

  /** What a step does; a word that nobody knows is its own. */
  public static Text step(String word) {
    return STEPS.getOrDefault(word, Text.same(word));
  }

  /** What a step counted, behind its number; a word that nobody knows is its own. */
  public static Text counted(String word, long number) {
    Text of = COUNTS.getOrDefault(word, Text.same(word));
    String shown = String.format(Locale.ROOT, "%,d ", number);
    return new Text(shown + of.zh(), shown + of.en());
  }

  /** What to do after a run that ended so. */
  public static Text next(String outcome) {
    return NEXT.getOrDefault(outcome, Text.same(""));
  }
}

package io.junheng.report;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.lake.RunState;
import io.junheng.report.HtmlPage.Html;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The report of a run as a page: how it ended and what to do, time and counts of each step, files
 * and what their senders have to correct, findings, the slowest stages of Spark.
 *
 * @param zone whose clock times are told by
 */
public record RunReportPage(RunReport report, Language first, ZoneId zone) {
  /** Longer lists are cut; the tables of {@code ops} have all. */
  private static final int LONGEST = 200;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** The whole page. */
  public String html() {
    RunState run = report.run();
    HtmlPage page =
        new HtmlPage(new Text("运行报告 " + run.runId(), "Report of run " + run.runId()), first);
    ending(page, run);
    steps(page, run);
    files(page);
    faults(page);
    findings(page);
    stages(page, run);
    tables(page, run);
    return page.text();
  }

  private void ending(HtmlPage page, RunState run) {
    page.note(next(run));
    run.messages().forEach(message -> page.note(Html.of(message).as("bad")));
    List<List<Html>> facts = new ArrayList<>();
    facts.add(
        fact(
            "结果",
            "Outcome",
            Html.of(withExitCode(run)).as(run.outcome().equals("done") ? "good" : "bad")));
    facts.add(fact("命令", "Command", Html.of(run.command())));
    facts.add(fact("参数", "Arguments", Html.of(String.join(" ", run.arguments()))));
    facts.add(fact("开始", "Began", Html.of(time(run.started()))));
    run.ended()
        .ifPresent(
            end -> {
              facts.add(fact("结束", "Ended", Html.of(time(end))));
              facts.add(fact("用时", "Took", Html.of(seconds(between(run.started(), end)))));
            });
    if (!run.periods().isEmpty()) {
      facts.add(fact("周期", "Periods", Html.of(periods(run))));
    }
    facts.add(fact("程序版本", "Code", Html.of(run.codeVersion())));
    facts.add(fact("口径摘要", "Definitions", Html.of(run.confDigest())));
    run.application().ifPresent(id -> facts.add(fact("Spark 应用", "Application", Html.of(id))));
    run.eventLog().ifPresent(folder -> facts.add(fact("Spark 事件日志", "Event log", Html.of(folder))));
    page.facts(facts);
  }

  private static Html next(RunState run) {
    Text what = RunWords.next(run.outcome());
    return Html.of(new Text("下一步:" + what.zh(), "What to do: " + what.en()))
        .as(run.outcome().equals("done") ? "" : "bad");
  }

  private static Text withExitCode(RunState run) {
    Text outcome = RunWords.outcome(run.outcome());
    return run.exitCode().isPresent()
        ? new Text(
            "%s · 退出码 %d".formatted(outcome.zh(), run.exitCode().getAsInt()),
            "%s · exit code %d".formatted(outcome.en(), run.exitCode().getAsInt()))
        : outcome;
  }

  private static Text periods(RunState run) {
    return joined(
        run.periods().entrySet().stream()
            .map(
                period -> {
                  Text how = RunWords.outcome(period.getValue());
                  return new Text(
                      period.getKey() + " " + how.zh(), period.getKey() + " " + how.en());
                })
            .toList());
  }

  private static Text joined(List<Text> texts) {
    return new Text(
        texts.stream().map(Text::zh).collect(Collectors.joining(" · ")),
        texts.stream().map(Text::en).collect(Collectors.joining(" · ")));
  }

  private void steps(HtmlPage page, RunState run) {
    Instant end =
        run.ended()
            .orElseGet(
                () ->
                    run.steps().stream()
                        .flatMap(step -> step.ended().stream())
                        .max(Instant::compareTo)
                        .orElse(run.started()));
    double whole = between(run.started(), end);
    page.heading(new Text("各步骤用时", "Time per step"));
    page.table(
        List.of(
            head("步骤", "Step"),
            head("用时", "Took").as("number"),
            head("占比", "Share").as("number"),
            head("进程", "When"),
            head("计数", "Counts")),
        run.steps().stream().map(step -> step(run, step, end, whole)).toList());
    double inSteps =
        run.steps().stream()
            .mapToDouble(step -> between(step.started(), step.ended().orElse(end)))
            .sum();
    if (whole > inSteps) {
      page.paragraph(
          Html.of(
                  new Text(
                      "步骤之外(启动 Spark、读取状态等):" + seconds(whole - inSteps),
                      "Beside the steps, such as starting Spark: " + seconds(whole - inSteps)))
              .as("soft"));
    }
  }

  private static List<Html> step(RunState run, RunState.Step step, Instant end, double whole) {
    double took = between(step.started(), step.ended().orElse(end));
    Html name = Html.of(stepName(step.ended().isPresent() ? "✓ " : "✗ ", step.name()));
    return List.of(
        step.ended().isPresent() ? name : name.as("bad"),
        Html.number(seconds(took)),
        Html.number(whole <= 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * took / whole)),
        Html.bar(between(run.started(), step.started()), took, whole),
        Html.of(
            joined(
                new TreeMap<>(step.counts())
                    .entrySet().stream()
                        .map(count -> RunWords.counted(count.getKey(), count.getValue()))
                        .toList())));
  }

  /** What a step does, and its word in state and log. */
  private static Text stepName(String before, String step) {
    Text title = RunWords.step(step);
    return title.equals(Text.same(step))
        ? Text.same(before + step)
        : new Text(before + title.zh() + " " + step, before + title.en() + " · " + step);
  }

  private void files(HtmlPage page) {
    if (report.files().isEmpty()) {
      return;
    }
    page.heading(new Text("报送文件", "Delivered files"));
    Map<String, Long> states =
        report.files().stream()
            .collect(
                Collectors.groupingBy(
                    RunReport.Delivered::state, TreeMap::new, Collectors.counting()));
    page.paragraph(
        Html.of(
            joined(
                states.entrySet().stream()
                    .map(
                        state -> {
                          Text word = RunWords.state(state.getKey());
                          String count = " " + whole(state.getValue());
                          return new Text(word.zh() + count, word.en() + count);
                        })
                    .toList())));
    List<RunReport.Delivered> bad =
        report.files().stream()
            .filter(RunReport.Delivered::isAtFault)
            .sorted(
                Comparator.comparing((RunReport.Delivered file) -> !file.state().equals("refused"))
                    .thenComparing(
                        Comparator.comparingLong(RunReport.Delivered::setAside).reversed()))
            .toList();
    cut(
        page,
        bad,
        List.of(
            head("周期", "Period"),
            head("报送单位", "Sender"),
            head("数据集", "Dataset"),
            head("文件", "File"),
            head("状态", "State"),
            head("读取", "Read").as("number"),
            head("接收", "Accepted").as("number"),
            head("剔除", "Set aside").as("number")),
        file ->
            List.of(
                Html.of(Integer.toString(file.period())),
                area(file.county(), file.area()),
                Html.of(file.dataset()),
                Html.of(file.file()),
                Html.of(RunWords.state(file.state()))
                    .as(file.state().equals("refused") ? "bad" : "open"),
                Html.number(whole(file.read())),
                Html.number(whole(file.accepted())),
                Html.number(whole(file.setAside()))),
        "ops.submission");
  }

  private void faults(HtmlPage page) {
    if (report.faults().isEmpty()) {
      return;
    }
    page.heading(new Text("报送单位须更正的内容", "What senders have to correct"));
    cut(
        page,
        report.faults(),
        List.of(
            head("周期", "Period"),
            head("报送单位", "Sender"),
            head("数据集", "Dataset"),
            head("文件", "File"),
            head("列", "Column"),
            head("规则", "Rule"),
            head("行数", "Rows").as("number")),
        fault ->
            List.of(
                Html.of(Integer.toString(fault.period())),
                area(fault.county(), fault.area()),
                Html.of(fault.dataset()),
                Html.of(fault.file()),
                Html.of(fault.column()),
                Html.of(fault.rule()),
                Html.number(whole(fault.rows()))),
        "ops.rejected_row");
  }

  private void findings(HtmlPage page) {
    if (report.findings().isEmpty()) {
      return;
    }
    page.heading(new Text("核查发现", "Findings"));
    cut(
        page,
        report.findings(),
        List.of(
            head("周期", "Period"),
            head("地区", "Area"),
            head("数据集", "Dataset"),
            head("规则", "Rule"),
            head("严重程度", "Severity"),
            head("状态", "Status"),
            head("不符", "Failed").as("number"),
            head("说明", "Message")),
        found ->
            List.of(
                Html.of(Integer.toString(found.period())),
                area(found.county(), found.area()),
                Html.of(found.dataset()),
                Html.of(found.rule()),
                Html.of(found.severity()).as(found.severity().equals("refused") ? "bad" : ""),
                Html.of(found.status()),
                Html.number(whole(found.failed())),
                Html.of(found.message())),
        "ops.finding");
  }

  private void stages(HtmlPage page, RunState run) {
    if (run.stages().isEmpty()) {
      return;
    }
    page.heading(new Text("最慢的 Spark 阶段", "Slowest stages of Spark"));
    page.table(
        List.of(
            head("阶段", "Stage").as("number"),
            head("步骤", "Step"),
            head("位置", "What"),
            head("开始", "Began"),
            head("用时", "Took").as("number"),
            head("任务", "Tasks").as("number"),
            head("读取行数", "Rows read").as("number"),
            head("混洗 MB", "Shuffled MB").as("number"),
            head("溢写 MB", "Spilled MB").as("number")),
        run.stages().stream()
            .map(
                stage ->
                    List.of(
                        Html.number(Integer.toString(stage.id())),
                        Html.of(stage.step()),
                        Html.of(stage.name()),
                        Html.of(time(stage.started())),
                        Html.number(seconds(stage.seconds())),
                        Html.number(whole(stage.tasks())),
                        Html.number(whole(stage.rowsRead())),
                        Html.number(megabytes(stage.bytesShuffled())),
                        Html.number(megabytes(stage.bytesSpilled()))))
            .toList());
  }

  private void tables(HtmlPage page, RunState run) {
    if (run.versionsWritten().isEmpty()) {
      return;
    }
    page.heading(new Text("写入的表及版本", "Tables written, with their versions"));
    page.paragraph(
        Html.of(
            run.versionsWritten().entrySet().stream()
                .map(table -> table.getKey() + " " + table.getValue())
                .collect(Collectors.joining(" · "))));
  }

  private <T> void cut(
      HtmlPage page, List<T> lines, List<Html> header, Function<T, List<Html>> row, String all) {
    if (lines.isEmpty()) {
      return;
    }
    page.table(header, lines.stream().limit(LONGEST).map(row).toList());
    if (lines.size() > LONGEST) {
      int more = lines.size() - LONGEST;
      page.paragraph(
          Html.of(
                  new Text(
                      "另有 %d 项,见表 %s。".formatted(more, all),
                      "%d more in table %s.".formatted(more, all)))
              .as("soft"));
    }
  }

  private static Html area(String code, Text name) {
    return Html.of(new Text(named(code, name.zh()), named(code, name.en())));
  }

  private static String named(String code, String name) {
    return name.equals(code) ? code : name + " " + code;
  }

  private static List<Html> fact(String zh, String en, Html what) {
    return List.of(head(zh, en), what);
  }

  private static Html head(String zh, String en) {
    return Html.of(new Text(zh, en));
  }

  private String time(Instant instant) {
    return TIME.withZone(zone).format(instant);
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static String seconds(double seconds) {
    return seconds < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : "%d min %02d s".formatted((long) seconds / 60, (long) seconds % 60);
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / 1e6);
  }
}

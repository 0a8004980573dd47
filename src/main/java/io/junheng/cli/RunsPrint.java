package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.PastRun;
import io.junheng.report.RunWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs as text or JSON; times are those of the machine, in JSON those of UTC. */
record RunsPrint(Language language, int width) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  /** One line for each run. */
  List<String> list(List<PastRun> runs) {
    TextTable table =
        new TextTable(
            language == Language.ZH
                ? List.of("运行编号", "命令", "开始", "用时", "退出码", "结果")
                : List.of("Run", "Command", "Began", "Took", "Exit", "Outcome"),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT));
    for (PastRun run : runs) {
      table.add(
          List.of(
              run.runId(),
              run.command(),
              TIME.format(run.started()),
              took(run),
              exitCode(run),
              outcome(run.outcome())));
    }
    return table.lines(width);
  }

  /** A run with its steps and what it said. */
  List<String> one(PastRun run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s · %s · %s"
                .formatted(word("运行", "Run"), run.runId(), run.command(), outcome(run.outcome()))
            + run.exitCode().stream()
                .mapToObj(code -> " · " + word("退出码 ", "exit code ") + code)
                .collect(Collectors.joining()));
    lines.add(
        "%s %s · %s %s"
            .formatted(
                word("开始", "Began"), TIME.format(run.started()), word("用时", "took"), took(run)));
    for (PastRun.Step step : run.steps()) {
      lines.add(
          "  %s %s  %s"
              .formatted(
                  step.took().isPresent() ? "✓" : "✗",
                  DisplayWidth.left(step.name(), 12),
                  step.took().map(RunsPrint::time).orElse("")
                      + step.counts().entrySet().stream()
                          .map(
                              count ->
                                  String.format(
                                      Locale.ROOT, " · %,d %s", count.getValue(), count.getKey()))
                          .collect(Collectors.joining())));
    }
    if (!run.periods().isEmpty()) {
      lines.add(
          word("周期 ", "Periods ")
              + run.periods().entrySet().stream()
                  .map(period -> period.getKey() + " " + outcome(period.getValue()))
                  .collect(Collectors.joining(", ")));
    }
    run.messages().forEach(message -> lines.add("! " + message.in(language)));
    return lines;
  }

  /** A run as the members of an object. */
  Map<String, Object> json(PastRun run) {
    return new Json()
        .with("run_id", run.runId())
        .with("command", run.command())
        .with("arguments", run.arguments())
        .with("code_version", run.codeVersion())
        .with("started_at", run.started().toString())
        .with("ended_at", run.ended().map(Instant::toString))
        .with("outcome", run.outcome())
        .with("exit_code", run.exitCode().isPresent() ? run.exitCode().getAsInt() : null)
        .with("steps", run.steps().stream().map(RunsPrint::json).toList())
        .with("periods", run.periods())
        .with("messages", run.messages().stream().map(text -> text.in(language)).toList())
        .with("tables_written", run.tablesWritten())
        .members();
  }

  private static Map<String, Object> json(PastRun.Step step) {
    return new Json()
        .with("step", step.name())
        .with("started_at", step.started().toString())
        .with("seconds", step.took().map(took -> took.toMillis() / 1000.0))
        .with("counts", step.counts())
        .members();
  }

  private String outcome(String word) {
    return RunWords.outcome(word).in(language);
  }

  private static String exitCode(PastRun run) {
    return run.exitCode().stream().mapToObj(Integer::toString).collect(Collectors.joining());
  }

  private static String took(PastRun run) {
    return time(Duration.between(run.started(), run.ended().orElseGet(Instant::now)));
  }

  private static String time(Duration took) {
    return took.toMinutes() == 0
        ? String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0)
        : "%d min %02d s".formatted(took.toMinutes(), took.toSecondsPart());
  }

  private String word(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}

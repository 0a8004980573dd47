package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.job.SubmissionOverview;
import io.junheng.job.SubmissionOverview.Line;
import io.junheng.job.SubmissionOverview.OfDataset;
import io.junheng.report.RunWords;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The register of deliveries as text, as wide as the terminal; times are those of the machine. */
record SubmissionsPrint(Language language, int width) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
  private static final int NAMED = 8;

  /** A line for each dataset, and below it which counties are missing. */
  List<String> datasets(SubmissionOverview overview) {
    TextTable table =
        new TextTable(
            words(
                "数据集",
                "Dataset",
                "已报",
                "Reported",
                "应报",
                "Expected",
                "退回",
                "Refused",
                "接收行数",
                "Rows",
                "剔除行数",
                "Set aside",
                "最近接收",
                "Last received"),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT));
    for (OfDataset dataset : overview.datasets()) {
      table.add(
          List.of(
              dataset.dataset(),
              number(dataset.delivered()),
              number(overview.expected().size()),
              number(dataset.refused()),
              number(dataset.rowsAccepted()),
              number(dataset.rowsSetAside()),
              dataset.lastReceived().map(SubmissionsPrint::time).orElse("—")));
    }
    List<String> lines = new ArrayList<>(title(overview));
    lines.addAll(table.lines(width));
    overview.datasets().stream()
        .filter(dataset -> !dataset.missing().isEmpty())
        .forEach(dataset -> lines.add(missing(dataset)));
    overview.datasets().stream()
        .filter(dataset -> !dataset.late().isEmpty())
        .forEach(dataset -> lines.add(late(dataset)));
    return lines;
  }

  private String late(OfDataset dataset) {
    return new Text("逾期 %s(%s 截止):%s", "Late %s (due %s): %s")
        .in(language)
        .formatted(dataset.dataset(), dataset.lastDay().orElseThrow(), named(dataset.late()));
  }

  /** A line for each file of a county. */
  List<String> files(SubmissionOverview overview, String county) {
    TextTable table =
        new TextTable(
            words(
                "数据集",
                "Dataset",
                "状态",
                "State",
                "接收行数",
                "Rows",
                "剔除行数",
                "Set aside",
                "接收时间",
                "Received",
                "文件",
                "File"),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT));
    for (Line line : overview.lines()) {
      if (line.county().code().equals(county)) {
        table.add(
            List.of(
                line.dataset(),
                RunWords.state(line.state()).in(language),
                number(line.rowsAccepted()),
                number(line.rowsSetAside()),
                time(line.receivedAt()),
                line.file()));
      }
    }
    List<String> lines = new ArrayList<>(title(overview));
    lines.addAll(table.lines(width));
    return lines;
  }

  private List<String> title(SubmissionOverview overview) {
    return List.of(
        "", new Text("周期 " + overview.period(), "Period " + overview.period()).in(language));
  }

  private String missing(OfDataset dataset) {
    return new Text("缺报 %s:%s", "Missing %s: %s")
        .in(language)
        .formatted(dataset.dataset(), named(dataset.missing()));
  }

  /** The first of some counties, and how many more. */
  private String named(List<SubmissionOverview.County> counties) {
    String names =
        counties.stream()
            .limit(NAMED)
            .map(county -> county.name().in(language) + " " + county.code())
            .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    int more = counties.size() - NAMED;
    String rest =
        more > 0 ? new Text(" 等,另有 %d 个", " and %d more").in(language).formatted(more) : "";
    return names + rest;
  }

  /** Every second word, by the language. */
  private List<String> words(String... pairs) {
    List<String> words = new ArrayList<>();
    for (int i = language == Language.ZH ? 0 : 1; i < pairs.length; i += 2) {
      words.add(pairs[i]);
    }
    return words;
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}

package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.LakePlan;
import io.junheng.job.PlanReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as text. */
record PlanPrint(Language language, int width, Detail detail) {
  private static final int SHOWN = 30;

  /** How many deliveries are listed. */
  enum Detail {
    USUAL,
    EVERYTHING
  }

  List<String> lines(LakePlan plan) {
    List<String> lines = new ArrayList<>();
    plan.findings().forEach(finding -> lines.add("! " + finding.in(language)));
    plan.older()
        .forEach(
            file -> lines.add(word("! 旧报送,不接收:", "! Stood before, would be left alone: ") + file));
    if (!plan.hasChanges()) {
      lines.add(
          number(
              "没有变化:%,d 个文件均已入库或已处理,结果与定义一致。",
              "Nothing to do: %,d files are in or dealt with, results stand.",
              plan.unchanged() + files(plan)));
      return lines;
    }
    intake(plan, lines);
    compute(plan, lines);
    return lines;
  }

  private void intake(LakePlan plan, List<String> lines) {
    if (plan.deliveries().isEmpty()) {
      return;
    }
    lines.add(
        number("入库:%,d 份报送", "Intake: %,d deliveries", plan.deliveries().size())
            + number(",%,d 个文件未变", ", %,d files unchanged", plan.unchanged()));
    TextTable table =
        new TextTable(
            language == Language.ZH
                ? List.of("周期", "县", "数据集", "字节", "原因", "文件")
                : List.of("Period", "County", "Dataset", "Bytes", "Why", "Files"),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT,
                TextTable.Side.LEFT));
    int shown = detail == Detail.EVERYTHING ? Integer.MAX_VALUE : SHOWN;
    plan.deliveries().stream().limit(shown).forEach(delivery -> table.add(cells(delivery)));
    lines.addAll(table.lines(width));
    int more = plan.deliveries().size() - shown;
    if (more > 0) {
      lines.add(number("……另有 %,d 份(-v 全部列出)", "… and %,d more (-v lists them all)", more));
    }
  }

  private List<String> cells(LakePlan.Delivery delivery) {
    String ofRows = word("见各行", "as rows say");
    return List.of(
        delivery.period().map(Period::toString).orElse(ofRows),
        delivery.county().orElse(ofRows),
        delivery.dataset(),
        String.format(Locale.ROOT, "%,d", delivery.bytes()),
        delivery.reason().text().in(language),
        String.join(", ", delivery.files()));
  }

  private void compute(LakePlan plan, List<String> lines) {
    plan.periods()
        .forEach(
            (period, reasons) ->
                lines.add(
                    word("计算:周期 %s(%s)", "Compute: period %s (%s)")
                        .formatted(
                            period,
                            reasons.stream()
                                .map(PlanReason::text)
                                .map(text -> text.in(language))
                                .collect(Collectors.joining(word("、", ", "))))));
  }

  private static int files(LakePlan plan) {
    return plan.deliveries().stream().mapToInt(delivery -> delivery.files().size()).sum();
  }

  private String number(String zh, String en, int number) {
    return String.format(Locale.ROOT, word(zh, en), number);
  }

  private String word(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}

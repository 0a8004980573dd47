package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.explain.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A target beside its figure, in two lines: where it stands, and whether the pace is enough. */
record TargetLines(Figure.Target target, Language language) {
  private static final String UNKNOWN = "–";

  List<String> lines() {
    return List.of("  " + standing(), "    " + pace());
  }

  private String standing() {
    List<String> parts = new ArrayList<>();
    parts.add(
        in("目标 %s(%s)", "Target %s (%s)")
            .formatted(ExplainPrint.shown(target.value()), target.by()));
    parts.add(ExplainWords.of(target.status()).in(language));
    target
        .gap()
        .filter(gap -> gap.signum() > 0)
        .ifPresent(gap -> parts.add(in("差 ", "to go ") + ExplainPrint.shown(gap)));
    target.owner().ifPresent(parts::add);
    target.document().ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  private String pace() {
    List<String> parts = new ArrayList<>();
    target
        .startPeriod()
        .ifPresent(
            start ->
                parts.add(
                    in("基期 %s 为 %s", "start %s at %s")
                        .formatted(start, number(target.startValue()))));
    parts.add(
        in("完成进度 %s,序时进度 %s", "%s of the way, %s of the time")
            .formatted(percent(target.doneShare()), percent(target.timeShare())));
    parts.add(in("序时应达 ", "expected by now ") + number(target.expected()));
    parts.add(in("年均进度 ", "a year so far ") + number(target.pace()));
    target
        .neededPace()
        .ifPresent(
            needed -> parts.add(in("今后年均需 ", "a year needed ") + ExplainPrint.shown(needed)));
    target
        .projected()
        .ifPresent(
            end -> parts.add(in("按此到期 ", "at this pace in the end ") + ExplainPrint.shown(end)));
    return String.join(" · ", parts);
  }

  private String in(String zh, String en) {
    return new Text(zh, en).in(language);
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(ExplainPrint::shown).orElse(UNKNOWN);
  }

  private static String percent(Optional<BigDecimal> percent) {
    return percent
        .map(share -> share.setScale(1, RoundingMode.HALF_UP).toPlainString() + " %")
        .orElse(UNKNOWN);
  }
}

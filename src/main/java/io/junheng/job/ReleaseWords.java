package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.release.Gate;
import io.junheng.release.GateItem;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of releases that cannot be made, found or moved. */
final class ReleaseWords {
  private static final int NAMED = 12;

  private ReleaseWords() {}

  static JobException exists(ReleaseId id) {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            "发布 %s 已存在。去掉 --number 即取下一个序号。".formatted(id),
            "Release %s is there already. Leave out --number for the next one.".formatted(id)));
  }

  static JobException unknown(ReleaseId id, List<Release> known) {
    return new JobException(
        Outcome.CONFIGURATION,
        JobWords.unknown(
            "发布",
            "release",
            id.toString(),
            known.stream().map(release -> release.id().toString()).toList()));
  }

  /** The answer of an open gate; a closed one, and waivers of nothing, are told. */
  static Gate.Answer requireOpen(Gate.Answer answer) {
    if (!answer.isOpen()) {
      throw new JobException(
          Outcome.REFUSED,
          new Text(
              closed(answer, Text::zh, "发布关卡未通过"), closed(answer, Text::en, "The gate is closed")));
    }
    if (!answer.idle().isEmpty()) {
      String idle = String.join(", ", answer.idle());
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text("豁免没有对象:" + idle, "Nothing stands there to be waived: " + idle));
    }
    return answer;
  }

  private static String closed(Gate.Answer answer, Function<Text, String> language, String head) {
    boolean isChinese = language.apply(new Text("zh", "en")).equals("zh");
    String lines =
        answer.open().stream()
            .limit(NAMED)
            .map(item -> "  " + item.id() + " " + language.apply(message(item)))
            .collect(Collectors.joining("\n"));
    int more = answer.open().size() - NAMED;
    String rest = more > 0 ? (isChinese ? "\n  …… 另有 %d 项" : "\n  … and %d more") : "";
    String cure =
        isChinese
            ? "junheng release gate 列出全部;书面豁免:--waive 规则=理由,例如 --waive %s=…"
            : "junheng release gate lists all. Waive in writing with --waive RULE=REASON, for instance --waive %s=…";
    return "%s (%d)\n%s%s\n%s"
        .formatted(
            head,
            answer.open().size(),
            lines,
            rest.formatted(more),
            cure.formatted(answer.open().get(0).rule().code()));
  }

  private static Text message(GateItem item) {
    return new Text(
        item.rule().title().zh() + ":" + item.message().zh(),
        item.rule().title().en() + ": " + item.message().en());
  }
}

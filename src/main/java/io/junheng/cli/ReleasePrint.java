package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.release.GateItem;
import io.junheng.release.Manifest;
import io.junheng.release.Release;
import io.junheng.release.StateChange;
import io.junheng.release.Waiver;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Releases and what stands against them, as text and as JSON; times are those of the machine. */
record ReleasePrint(Language language, int width) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
  private static final List<TextTable.Side> LEFT_OF_FIVE = left(5);

  private static List<TextTable.Side> left(int columns) {
    return java.util.Collections.nCopies(columns, TextTable.Side.LEFT);
  }

  /** One line for each release. */
  List<String> list(List<Release> releases, Instant now) {
    if (releases.isEmpty()) {
      return List.of(
          new Text("尚无发布。请先运行 release create。", "No release yet. Type release create first.")
              .in(language));
    }
    TextTable table =
        new TextTable(
            words("发布", "Release", "周期", "Periods", "状态", "State", "生成", "Made", "说明", "Why"),
            LEFT_OF_FIVE);
    for (Release release : releases) {
      table.add(
          List.of(
              release.id().toString(),
              periods(release),
              release.state(now).title().in(language),
              TIME.format(release.manifest().at()),
              release.manifest().reason()));
    }
    return table.lines(width);
  }

  /** What a release is made of, what it was waived, what happened to it. */
  List<String> show(Release release, Instant now) {
    Manifest manifest = release.manifest();
    List<String> lines = new ArrayList<>();
    release.mark(now).ifPresent(mark -> lines.add("*** " + mark.in(language) + " ***"));
    manifest.label().ifPresent(lines::add);
    lines.add(
        "%s · %s · %s"
            .formatted(release.id(), periods(release), release.state(now).title().in(language)));
    lines.add(pair("口径摘要", "Definitions", manifest.confDigest()));
    lines.add(pair("程序版本", "Code", manifest.codeVersion()));
    lines.add(
        pair(
            "表",
            "Tables",
            new Text("%d 张 · %,d 行", "%d · %,d rows")
                .in(language)
                .formatted(manifest.tables().size(), manifest.rows())));
    manifest.amends().ifPresent(id -> lines.add(pair("修订对象", "Amends", id.toString())));
    lines.add(
        pair(
            "须可重现",
            "Must be reproducible",
            (release.isReproducible() ? new Text("是", "yes") : new Text("否", "no")).in(language)));
    if (!release.roles().isEmpty()) {
      lines.add(
          pair("公布前可查阅", "Readable before publication by", String.join(", ", release.roles())));
    }
    for (Waiver waiver : release.waivers()) {
      lines.add(
          pair(
              "书面豁免",
              "Waived",
              "%s (%d) · %s · %s"
                  .formatted(waiver.rule(), waiver.covers().size(), waiver.reason(), waiver.by())));
    }
    lines.add("");
    lines.addAll(changes(release.changes()));
    return lines;
  }

  private List<String> changes(List<StateChange> changes) {
    TextTable table =
        new TextTable(
            words("时间", "When", "状态", "State", "经办", "Who", "解禁", "Until", "理由", "Why"),
            LEFT_OF_FIVE);
    for (StateChange change : changes) {
      table.add(
          List.of(
              TIME.format(change.at()),
              change.state().title().in(language)
                  + change.amendedBy().map(id -> " → " + id).orElse(""),
              change.by(),
              change.until().map(TIME::format).orElse(""),
              change.reason()));
    }
    return table.lines(width);
  }

  /** What stands against a release. */
  List<String> gate(List<GateItem> items) {
    if (items.isEmpty()) {
      return List.of(new Text("✓ 发布关卡畅通", "✓ Nothing stands against a release").in(language));
    }
    TextTable table = new TextTable(words("事项", "What", "位置", "Where", "说明", "Details"), left(3));
    items.forEach(
        item -> table.add(List.of(item.rule().code(), item.place(), item.message().in(language))));
    return table.lines(width);
  }

  private String periods(Release release) {
    return release.manifest().periods().stream()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private String pair(String zh, String en, String value) {
    return new Text(zh + ":", en + ": ").in(language) + value;
  }

  /** Every second word, by the language. */
  private List<String> words(String... pairs) {
    List<String> words = new ArrayList<>();
    for (int i = language == Language.ZH ? 0 : 1; i < pairs.length; i += 2) {
      words.add(pairs[i]);
    }
    return words;
  }

  Map<String, Object> json(GateItem item) {
    return new Json()
        .with("id", item.id())
        .with("rule", item.rule().code())
        .with("place", item.place())
        .with("message", item.message().in(language))
        .members();
  }

  /** A release; the tables and files stand in its manifest. */
  Json json(Release release, Instant now) {
    return new Json()
        .with("outcome", "done")
        .with("exit_code", 0)
        .with("release_id", release.id().toString())
        .with("periods", release.manifest().periods().stream().map(p -> p.number()).toList())
        .with("state", release.state(now).code())
        .with("mark", release.mark(now).map(mark -> mark.in(language)))
        .with("published_at", release.publishedAt(now).map(Instant::toString))
        .with("conf_digest", release.manifest().confDigest())
        .with("code_version", release.manifest().codeVersion())
        .with("amends", release.manifest().amends().map(Object::toString))
        .with("amended_by", release.amendedBy().map(Object::toString))
        .with("is_reproducible", release.isReproducible())
        .with("roles", release.roles())
        .with("waivers", release.waivers().stream().map(ReleasePrint::json).toList())
        .with("events", release.changes().stream().map(ReleasePrint::json).toList());
  }

  private static Map<String, Object> json(Waiver waiver) {
    return new Json()
        .with("rule", waiver.rule())
        .with("reason", waiver.reason())
        .with("by", waiver.by())
        .with("covers", waiver.covers())
        .members();
  }

  private static Map<String, Object> json(StateChange change) {
    return new Json()
        .with("state", change.state().code())
        .with("at", change.at().toString())
        .with("by", change.by())
        .with("reason", change.reason())
        .with("until", change.until().map(Instant::toString))
        .with("amended_by", change.amendedBy().map(Object::toString))
        .members();
  }
}

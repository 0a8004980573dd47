package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.explain.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows that a measure is counted from, in one line: {@code teacher.csv 2–15, 17}. */
record RowLine(Sources.Rows rows, Language language) {
  String text() {
    String files =
        rows.first().stream()
            .map(file -> file.file() + " " + ranges(file.rows()))
            .collect(Collectors.joining("; "));
    int shown = rows.first().stream().mapToInt(file -> file.rows().size()).sum();
    int more = rows.count() - shown;
    return in("%s %s · %d · %s · %s %,d 行%s%s%s", "%s %s · %d · %s · %s %,d rows%s%s%s")
        .formatted(
            rows.measure(),
            rows.title().in(language),
            rows.period(),
            rows.stageTitle().in(language),
            rows.counted() ? in("计入", "counted from") : in("取自该数据集全部", "among all"),
            rows.count(),
            files.isEmpty() ? "" : in(":", ": "),
            files,
            more > 0 ? in(",另有 %,d 行", ", %,d more").formatted(more) : "");
  }

  /** Numbers side by side become a range. */
  private static String ranges(List<Long> numbers) {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= numbers.size(); i++) {
      if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
        ranges.add(
            from == i - 1
                ? numbers.get(from).toString()
                : numbers.get(from) + "–" + numbers.get(i - 1));
        from = i;
      }
    }
    return String.join(", ", ranges);
  }

  private String in(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}

package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.report.RunWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a step counted, in the order in which it is told. */
final class Counted {
  private final Map<Unit, Long> counts = new LinkedHashMap<>();

  /** What can be counted. */
  enum Unit {
    ROWS,
    FILES,
    UNCHANGED,
    SET_ASIDE,
    REFUSED,
    COUNTIES,
    INDICATORS,
    FRAMEWORKS,
    TABLES,
    FINDINGS,
    RETURNED;

    /** The word in state, ledger and log. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Counted of(Unit unit, long count) {
    return new Counted().and(unit, count);
  }

  Counted and(Unit unit, long count) {
    counts.merge(unit, count, Long::sum);
    return this;
  }

  /** For the screen. */
  Text text() {
    List<Text> told = new ArrayList<>();
    counts.forEach((unit, count) -> told.add(RunWords.counted(unit.code(), count)));
    return new Text(
        told.stream().map(Text::zh).collect(Collectors.joining(" · ")),
        told.stream().map(Text::en).collect(Collectors.joining(" · ")));
  }

  /** For the ledger. */
  Map<String, Long> byName() {
    Map<String, Long> byName = new LinkedHashMap<>();
    counts.forEach((unit, count) -> byName.put(unit.code(), count));
    return byName;
  }
}

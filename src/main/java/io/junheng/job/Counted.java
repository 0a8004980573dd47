package io.junheng.job;

import io.junheng.definition.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a step counted, in the order in which it is told. */
final class Counted {
  private final Map<Unit, Long> counts = new LinkedHashMap<>();

  /** What can be counted; the words stand behind the number. */
  enum Unit {
    ROWS("行", "rows"),
    FILES("个文件", "files"),
    UNCHANGED("未变", "unchanged"),
    SET_ASIDE("行剔除", "rows set aside"),
    REFUSED("个文件退回", "files refused"),
    COUNTIES("个县", "counties"),
    INDICATORS("项指标", "indicators"),
    FRAMEWORKS("个体系", "frameworks"),
    TABLES("张表", "tables"),
    FINDINGS("条发现", "findings"),
    RETURNED("份退回单", "return sheets");

    private final String zh;
    private final String en;

    Unit(String zh, String en) {
      this.zh = zh;
      this.en = en;
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
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    counts.forEach(
        (unit, count) -> {
          String number = String.format(Locale.ROOT, "%,d", count);
          zh.append(zh.isEmpty() ? "" : " · ").append(number).append(' ').append(unit.zh);
          en.append(en.isEmpty() ? "" : " · ").append(number).append(' ').append(unit.en);
        });
    return new Text(zh.toString(), en.toString());
  }

  /** For the ledger. */
  Map<String, Long> byName() {
    Map<String, Long> byName = new LinkedHashMap<>();
    counts.forEach((unit, count) -> byName.put(unit.name().toLowerCase(Locale.ROOT), count));
    return byName;
  }
}

package io.junheng.config;

import io.junheng.definition.Framework;
import io.junheng.definition.ReferenceDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads which year's figures an edition takes for each reference date, and refuses an edition that
 * mixes reference dates without saying so.
 */
record PeriodMapping(Problems problems, IndicatorChecks indicators) {
  private static final String KEY = "periods";

  Map<ReferenceDate, Integer> read(Value framework) {
    Map<ReferenceDate, Integer> years = new EnumMap<>(ReferenceDate.class);
    for (Value key : framework.find(KEY).map(Value::keys).orElse(List.of())) {
      ReferenceDate date = key.word(ReferenceDate.class);
      Value before = framework.require(KEY).require(key.text());
      if (before.whole() < 0) {
        problems.add(
            before.place(),
            ProblemCode.BAD_VALUE,
            Cure.NONE,
            Cure.of("不能取以后年度的数据", "figures of later years cannot be taken"));
        continue;
      }
      years.put(date, before.whole());
    }
    return years;
  }

  /** Tells the reference dates that are mixed and not mapped. */
  void check(Value value, Framework framework) {
    Set<ReferenceDate> dates = EnumSet.noneOf(ReferenceDate.class);
    framework.indicators().forEach(id -> dates.addAll(indicators.referenceDates().all(id)));
    Set<ReferenceDate> unmapped = EnumSet.copyOf(Arrays.asList(ReferenceDate.values()));
    unmapped.retainAll(dates);
    unmapped.removeAll(framework.head().periods().keySet());
    if (dates.size() > 1 && !unmapped.isEmpty()) {
      problems.add(
          value.find(KEY).orElse(value).place(),
          ProblemCode.UNMAPPED_PERIODS,
          Cure.of(
              "请在 periods 中写明各自取本期(0)还是前几年的数据",
              "Say under 'periods' whether each is of the period (0) or of years before"),
          framework.id(),
          codes(dates),
          codes(unmapped));
    }
  }

  private static String codes(Set<ReferenceDate> dates) {
    return dates.stream().map(ReferenceDate::code).collect(Collectors.joining(", "));
  }
}

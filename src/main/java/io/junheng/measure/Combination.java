package io.junheng.measure;

import io.junheng.definition.Aggregate;
import java.math.BigDecimal;

/** How two figures of one measure become one. */
enum Combination {
  SUM,
  MIN,
  MAX;

  static Combination of(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Min) {
      return MIN;
    }
    if (aggregate instanceof Aggregate.Max || aggregate instanceof Aggregate.MaxOfGroups) {
      return MAX;
    }
    return SUM;
  }

  BigDecimal apply(BigDecimal one, BigDecimal other) {
    return switch (this) {
      case SUM -> one.add(other);
      case MIN -> one.min(other);
      case MAX -> one.max(other);
    };
  }
}

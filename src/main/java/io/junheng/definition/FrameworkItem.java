package io.junheng.definition;

import java.util.List;
import java.util.Objects;

/**
 * One item of a conjunctive framework. Any test not met: not met; else any partly met: partly met;
 * else any unknown: unknown; else met. An item without an applicable test is not applicable.
 *
 * @param group heading under which it stands in the regulation
 */
public record FrameworkItem(
    String id, Text title, Text group, Legal legal, Origin origin, List<ItemTest> tests) {
  public FrameworkItem {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(legal, "legal");
    tests = List.copyOf(tests);
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("item '%s' needs at least one test".formatted(id));
    }
  }
}

package io.junheng.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys in order, to count those before and level with another without looking at each. */
record SortedKeys(List<SortKey> keys) {
  static SortedKeys of(Stream<SortKey> keys) {
    return new SortedKeys(keys.sorted().toList());
  }

  /** Each key once. */
  static SortedKeys distinct(Stream<SortKey> keys) {
    return of(keys.distinct());
  }

  int before(SortKey key) {
    return partition(key, Cut.BEFORE_EQUALS);
  }

  int levelWith(SortKey key) {
    return partition(key, Cut.AFTER_EQUALS) - partition(key, Cut.BEFORE_EQUALS);
  }

  /** The last key that is before another. */
  Optional<SortKey> lastBefore(SortKey key) {
    int before = before(key);
    return before == 0 ? Optional.empty() : Optional.of(keys.get(before - 1));
  }

  private enum Cut {
    BEFORE_EQUALS,
    AFTER_EQUALS
  }

  /** How many keys come first when the keys are cut in two at another. */
  private int partition(SortKey key, Cut cut) {
    int low = 0;
    int high = keys.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = keys.get(middle).compareTo(key);
      if (order < 0 || (order == 0 && cut == Cut.AFTER_EQUALS)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

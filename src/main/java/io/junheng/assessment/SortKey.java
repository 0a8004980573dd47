package io.junheng.assessment;

import io.junheng.assessment.CountyVerdict.Veto;
import io.junheng.assessment.RankingEntry.Key;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What is compared: smaller is better. Values are rounded half-up to the rule's decimals, so that a
 * tie is a tie.
 */
record SortKey(boolean isVetoed, List<BigDecimal> values) implements Comparable<SortKey> {

  /** The keys as they stand; a possible veto counts as none. */
  static SortKey now(RankingEntry entry, RankingRule rule) {
    return of(entry, rule, entry.veto() == Veto.HIT, (key, order) -> key.value().orElseThrow());
  }

  /** With everything unknown turned out well. */
  static SortKey atBest(RankingEntry entry, RankingRule rule) {
    return of(
        entry,
        rule,
        entry.veto() == Veto.HIT,
        (key, order) -> (order == Order.DESC ? key.high() : key.low()).orElseThrow());
  }

  /** With everything unknown turned out badly. */
  static SortKey atWorst(RankingEntry entry, RankingRule rule) {
    return of(
        entry,
        rule,
        entry.veto() != Veto.NONE,
        (key, order) -> (order == Order.DESC ? key.low() : key.high()).orElseThrow());
  }

  private static SortKey of(
      RankingEntry entry,
      RankingRule rule,
      boolean isVetoed,
      BiFunction<Key, Order, BigDecimal> valueOf) {
    if (entry.keys().size() != rule.by().size()) {
      throw new IllegalArgumentException(
          "%s brings %d keys to a rule of %d"
              .formatted(entry.county(), entry.keys().size(), rule.by().size()));
    }
    return new SortKey(
        isVetoed,
        IntStream.range(0, rule.by().size())
            .mapToObj(
                i -> {
                  Order order = rule.by().get(i).order();
                  BigDecimal value = rounded(valueOf.apply(entry.keys().get(i), order), rule);
                  return order == Order.DESC ? value.negate() : value;
                })
            .toList());
  }

  static BigDecimal rounded(BigDecimal value, RankingRule rule) {
    return value.setScale(rule.decimals(), RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(SortKey other) {
    if (isVetoed != other.isVetoed) {
      return isVetoed ? 1 : -1;
    }
    for (int i = 0; i < values.size(); i++) {
      int order = values.get(i).compareTo(other.values.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}

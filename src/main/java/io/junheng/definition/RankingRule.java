package io.junheng.definition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How counties are put in order.
 *
 * @param official whether the order is the regulation's own; if not, every print says «working
 *     order»
 * @param decimals places to which keys are rounded half-up before they are compared
 */
public record RankingRule(
    RankingScope scope, List<RankingKey> by, Ties ties, boolean official, int decimals) {
  /** Nobody is ranked. */
  public static final RankingRule NONE =
      new RankingRule(RankingScope.NONE, List.of(), Ties.COMPETITION, false, 9);

  public RankingRule {
    by = List.copyOf(by);
    boolean ranks = scope == RankingScope.ALL || scope == RankingScope.PEER_GROUPS;
    if (ranks && by.isEmpty()) {
      throw new IllegalArgumentException("a ranking needs something to rank by");
    }
  }

  /** Indicators that are keys. */
  Set<String> indicators() {
    Set<String> indicators = new TreeSet<>();
    for (RankingKey key : by) {
      if (key instanceof RankingKey.ByIndicator one) {
        indicators.add(one.indicator());
      }
    }
    return indicators;
  }

  /** Who is ranked against whom. */
  public enum RankingScope {
    ALL,
    PEER_GROUPS,
    GRADE_ONLY,
    NONE,
    /** Ranking is forbidden by law; nothing of the kind may be worked out. */
    FORBIDDEN
  }

  /** What equal units get: 1,2,2,4 · 1,3,3,4 · 1,2,2,3 · 1,2.5,2.5,4. */
  public enum Ties {
    COMPETITION,
    COMPETITION_HIGH,
    DENSE,
    AVERAGE
  }

  /** What is compared, first key first. */
  public sealed interface RankingKey {
    Order order();

    /** Items met. */
    record MetCount(Order order) implements RankingKey {}

    /** The score of a weighted framework. */
    record Score(Order order) implements RankingKey {}

    /** An indicator's value: the mean over its stages that apply to the county. */
    record ByIndicator(String indicator, Order order) implements RankingKey {}
  }

  /** Which end is first. */
  public enum Order {
    ASC,
    DESC
  }
}

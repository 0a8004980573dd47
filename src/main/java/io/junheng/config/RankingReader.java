package io.junheng.config;

import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how a framework puts counties in order. */
final class RankingReader {
  private static final int DEFAULT_DECIMALS = 9;
  private static final String MET_COUNT = "met_count";
  private static final String SCORE = "score";

  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final IndicatorChecks indicators;

  RankingReader(Problems problems, Names names, IndicatorChecks indicators) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    this.indicators = indicators;
  }

  /**
   * Reads the ranking of a framework.
   *
   * @param own the key that this kind of framework brings itself: met_count or score
   * @param judged the indicators that the framework judges by
   */
  RankingRule read(Value framework, String own, Set<String> judged) {
    Value value = framework.require("ranking");
    RankingScope scope = value.require("scope").word(RankingScope.class);
    boolean ranks = scope == RankingScope.ALL || scope == RankingScope.PEER_GROUPS;
    checkForm(value, framework, scope, ranks);
    if (ranks) {
      judged.forEach(indicator -> checkForbidden(value.require("scope"), framework, indicator));
    }
    List<RankingKey> by = attempt.each(value.each("by"), key -> key(key, framework, own, ranks));
    if (ranks && by.isEmpty()) {
      throw new Value.Unreadable();
    }
    return new RankingRule(
        scope,
        by,
        value.find("ties").map(t -> t.word(Ties.class)).orElse(Ties.COMPETITION),
        value.find("official").map(Value::flag).orElse(false),
        value.find("decimals").map(Value::whole).orElse(DEFAULT_DECIMALS));
  }

  private void checkForm(Value ranking, Value framework, RankingScope scope, boolean ranks) {
    boolean hasKeys = !ranking.each("by").isEmpty();
    if (ranks && !hasKeys) {
      wrong(ranking, "排名须有排序依据 by", "a ranking needs something to rank by: give 'by'");
    } else if (!ranks && hasKeys) {
      wrong(
          ranking.require("by"),
          "scope: %s 不排名次,不应有 by".formatted(ranking.require("scope").text()),
          "scope '%s' gives no places: take 'by' out".formatted(ranking.require("scope").text()));
    }
    if (scope == RankingScope.PEER_GROUPS && framework.each("peer_groups").isEmpty()) {
      wrong(
          ranking.require("scope"),
          "按同类组排名须列出 peer_groups",
          "a ranking within peer groups needs 'peer_groups' in the framework");
    }
  }

  private RankingKey key(Value key, Value framework, String own, boolean ranks) {
    Map<String, Value> entries = key.entries();
    if (entries.size() != 1) {
      wrong(key, "每个排序依据只有一个键", "each entry of 'by' has one key: {met_count: desc}");
      throw new Value.Unreadable();
    }
    Value name = key.keys().get(0);
    Order order = entries.values().iterator().next().word(Order.class);
    if (name.text().equals(MET_COUNT) || name.text().equals(SCORE)) {
      return ownKey(name, own, order);
    }
    String indicator = indicator(name, framework);
    if (ranks) {
      checkForbidden(name, framework, indicator);
    }
    return new RankingKey.ByIndicator(indicator, order);
  }

  private RankingKey ownKey(Value name, String own, Order order) {
    if (!name.text().equals(own)) {
      wrong(
          name,
          "此类框架没有“%s”,请用“%s”".formatted(name.text(), own),
          "this kind of framework has no '%s'; it has '%s'".formatted(name.text(), own));
    }
    return own.equals(SCORE) ? new RankingKey.Score(order) : new RankingKey.MetCount(order);
  }

  /** {@code composite_cv} stands for the framework's own composite indicator. */
  private String indicator(Value name, Value framework) {
    boolean ofFramework =
        name.text().equals("composite_cv") && !names.knows(Names.Kind.INDICATOR, "composite_cv");
    Optional<Value> composite = ofFramework ? framework.find("composite_cv") : Optional.empty();
    return names.resolve(Names.Kind.INDICATOR, composite.orElse(name), "ranking");
  }

  private void checkForbidden(Value place, Value framework, String indicator) {
    if (indicators.isRankingForbidden(indicator)) {
      problems.add(
          place.place(),
          ProblemCode.RANKING_FORBIDDEN,
          Cure.NONE,
          IndicatorChecks.quoted(framework.find("framework").map(Value::text).orElse("")),
          indicator);
    }
  }

  private void wrong(Value place, String zh, String en) {
    problems.add(place.place(), ProblemCode.WRONG_RANKING, Cure.NONE, new Text(zh, en));
  }
}

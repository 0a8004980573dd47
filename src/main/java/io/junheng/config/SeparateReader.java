package io.junheng.config;

import io.junheng.definition.Direction;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Head;
import io.junheng.definition.Indicator;
import io.junheng.definition.Limit;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.SingleItem;
import io.junheng.definition.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads frameworks of separate items. */
final class SeparateReader {
  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final IndicatorChecks indicators;

  SeparateReader(Problems problems, Names names, IndicatorChecks indicators) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    this.indicators = indicators;
  }

  Framework read(Value value, Optional<Head> head) {
    String id = value.find("framework").map(Value::text).orElse("");
    Map<String, Place> seen = new HashMap<>();
    List<SingleItem> items = attempt.some(value.each("items"), item -> item(item, value, id, seen));
    return new Framework.Separate(head.orElseThrow(Value.Unreadable::new), items);
  }

  private SingleItem item(Value value, Value framework, String owner, Map<String, Place> seen) {
    Value name = value.require("item");
    unique(name, owner, seen);
    String id = names.resolve(Names.Kind.INDICATOR, value.require("indicator"), name.text());
    Indicator indicator = indicators.find(id).orElseThrow(Value.Unreadable::new);
    Value stage = value.require("stage");
    if (!indicator.stages().contains(stage.text())) {
      indicators.noValue(stage.place(), name.text(), id, stage.text());
    }
    return new SingleItem(
        name.text(),
        value.find("title").map(Value::bilingual).orElse(indicator.title()),
        value
            .find("group")
            .map(Value::bilingual)
            .orElseGet(() -> framework.require("title").bilingual()),
        id,
        stage.text(),
        value.find("target").map(target -> target(target, stage.text())),
        new ScoreNode.Source(
            value.find("legal").map(IndicatorsReader::legal).or(indicator::legal),
            value.find("origin").map(o -> o.word(Origin.class)).orElse(indicator.origin())),
        ranking(value, indicator, framework));
  }

  private void unique(Value name, String owner, Map<String, Place> seen) {
    Place first = seen.putIfAbsent(name.text(), name.place());
    if (first != null) {
      problems.add(
          name.place(),
          ProblemCode.DUPLICATE_ID,
          Cure.NONE,
          Cure.of("框架“%s”的条目".formatted(owner), "the item of '%s'".formatted(owner)),
          name.text(),
          first);
    }
  }

  private static Limit target(Value target, String stage) {
    for (Limit.Comparison comparison : Limit.Comparison.values()) {
      Optional<Value> standard = target.find(comparison.name().toLowerCase(Locale.ROOT));
      if (standard.isPresent()) {
        return new Limit(comparison, Map.of(stage, standard.get().number()), Optional.empty());
      }
    }
    throw new Value.Unreadable();
  }

  /** By the value, the better end first; a figure without a better end is not ranked. */
  private RankingRule ranking(Value item, Indicator indicator, Value framework) {
    boolean hasOrder = indicator.direction() != Direction.NONE;
    RankingScope scope =
        item.find("rank")
            .map(word -> word.word(RankingScope.class))
            .orElse(hasOrder ? RankingScope.ALL : RankingScope.NONE);
    boolean ranks = scope == RankingScope.ALL || scope == RankingScope.PEER_GROUPS;
    if (ranks && !hasOrder) {
      wrong(
          item,
          "指标“%s”无优劣方向,不能排名".formatted(indicator.id()),
          "'%s' has no better end to rank by".formatted(indicator.id()));
    }
    if (ranks && indicators.isRankingForbidden(indicator.id())) {
      problems.add(
          item.place(),
          ProblemCode.RANKING_FORBIDDEN,
          Cure.NONE,
          IndicatorChecks.quoted(item.require("item").text()),
          indicator.id());
    }
    if (scope == RankingScope.PEER_GROUPS && framework.each("peer_groups").isEmpty()) {
      wrong(
          item,
          "按同类组排名须列出 peer_groups",
          "a ranking within peer groups needs 'peer_groups' in the framework");
    }
    Order order = indicator.direction() == Direction.DOWN ? Order.ASC : Order.DESC;
    return new RankingRule(
        scope,
        ranks ? List.of(new RankingKey.ByIndicator(indicator.id(), order)) : List.of(),
        item.find("ties").map(t -> t.word(Ties.class)).orElse(Ties.COMPETITION),
        false,
        item.find("decimals").map(Value::whole).orElse(indicator.decimals()));
  }

  private void wrong(Value place, String zh, String en) {
    problems.add(place.place(), ProblemCode.WRONG_RANKING, Cure.NONE, new Text(zh, en));
  }
}

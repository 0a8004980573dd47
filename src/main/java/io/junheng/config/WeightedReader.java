package io.junheng.config;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Aggregation;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.GradeBand;
import io.junheng.definition.Framework.Head;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
import io.junheng.definition.RankingRule;
import io.junheng.definition.ScoreNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads weighted frameworks: the tree, its weights, and the bands of the score. */
final class WeightedReader {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DEFAULT_DECIMALS = 2;

  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final IndicatorChecks indicators;
  private final RankingReader rankings;

  WeightedReader(
      Problems problems, Names names, IndicatorChecks indicators, RankingReader rankings) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    this.indicators = indicators;
    this.rankings = rankings;
  }

  Framework read(Value value, Optional<Head> head) {
    String id = value.find("framework").map(Value::text).orElse("");
    uniqueIds(value.each("tree"), id, new HashMap<>());
    TreeReader trees = new TreeReader(problems, names, indicators, head);
    Optional<ScoreRule> score = attempt.at(value, () -> score(value));
    Optional<List<ScoreNode>> tree =
        score.flatMap(rule -> attempt.at(value, () -> tree(trees, value, rule, id)));
    List<Adjustment> adjustments =
        Stream.of(Adjustment.Kind.values())
            .flatMap(kind -> trees.adjustment(value, kind).stream())
            .toList();
    List<GradeBand> bands = bands(value);
    Set<String> judged = new HashSet<>();
    tree.ifPresent(nodes -> nodes.forEach(node -> collect(node, judged)));
    adjustments.forEach(a -> a.events().forEach(event -> judged.add(event.indicator())));
    Optional<RankingRule> ranking = attempt.at(value, () -> rankings.read(value, "score", judged));
    return new Framework.Weighted(
        head.orElseThrow(Value.Unreadable::new),
        score.orElseThrow(Value.Unreadable::new),
        tree.orElseThrow(Value.Unreadable::new),
        adjustments,
        bands,
        ranking.orElseThrow(Value.Unreadable::new));
  }

  private static List<ScoreNode> tree(TreeReader trees, Value value, ScoreRule rule, String id) {
    return trees.nodes(
        value.require("tree"),
        value.find("score").flatMap(score -> score.find("weights")),
        id,
        rule.aggregation(),
        WeightChecks.ofWhole(rule.aggregation(), rule.max()));
  }

  private static ScoreRule score(Value framework) {
    ScoreRule usual = ScoreRule.mean(HUNDRED, DEFAULT_DECIMALS, LookAt.UNROUNDED);
    return framework
        .find("score")
        .map(
            value -> {
              Aggregation how = TreeReader.aggregation(value);
              LookAt rankBy = lookAt(value, "rank_by").orElse(LookAt.UNROUNDED);
              return new ScoreRule(
                  value.find("max").map(Value::number).orElse(HUNDRED),
                  value.find("decimals").map(Value::whole).orElse(DEFAULT_DECIMALS),
                  rankBy,
                  lookAt(value, "grade_by").orElse(rankBy),
                  how,
                  value
                      .find("missing")
                      .map(rule -> TreeReader.missing(rule, how))
                      .orElse(usual.missing()));
            })
        .orElse(usual);
  }

  private static Optional<LookAt> lookAt(Value score, String key) {
    return score.find(key).map(word -> word.word(LookAt.class));
  }

  private void uniqueIds(List<Value> nodes, String framework, Map<String, Place> seen) {
    for (Value node : nodes) {
      if (!node.isMapping()) {
        continue;
      }
      Optional<Value> id = node.find("node").or(() -> node.find("item")).filter(Value::isScalar);
      id.ifPresent(value -> unique(value, framework, seen));
      node.find("children")
          .filter(children -> !children.isMapping() && !children.isScalar())
          .ifPresent(children -> uniqueIds(children.list(), framework, seen));
    }
  }

  private void unique(Value id, String framework, Map<String, Place> seen) {
    Place first = seen.putIfAbsent(id.text(), id.place());
    if (first != null) {
      problems.add(
          id.place(),
          ProblemCode.DUPLICATE_ID,
          Cure.NONE,
          Cure.of("框架“%s”的节点".formatted(framework), "the node of '%s'".formatted(framework)),
          id.text(),
          first);
    }
  }

  private List<GradeBand> bands(Value value) {
    List<GradeBand> bands = new ArrayList<>();
    for (Value band : value.each("bands")) {
      attempt
          .at(
              band,
              () ->
                  new GradeBand(
                      band.require("grade").text(),
                      band.require("from").number(),
                      band.find("low_from").map(Value::number)))
          .ifPresent(read -> bands.add(descending(read, bands, band)));
    }
    return bands;
  }

  private GradeBand descending(GradeBand band, List<GradeBand> above, Value place) {
    if (!above.isEmpty() && above.get(above.size() - 1).from().compareTo(band.from()) <= 0) {
      problems.add(
          place.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of("等级须由高到低排列", "grades stand in order, the best first"));
    }
    return band;
  }

  private static void collect(ScoreNode node, Set<String> indicators) {
    if (node instanceof ScoreNode.Leaf leaf) {
      indicators.add(leaf.indicator());
    } else if (node instanceof ScoreNode.Branch branch) {
      branch.children().forEach(child -> collect(child, indicators));
    }
  }
}

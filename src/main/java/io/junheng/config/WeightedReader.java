package io.junheng.config;

import io.junheng.definition.Framework;
import io.junheng.definition.Framework.GradeBand;
import io.junheng.definition.Framework.Head;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Indicator;
import io.junheng.definition.Limit;
import io.junheng.definition.RankingRule;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.ScoreNode.Normalisation;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    List<ScoreNode> tree = attempt.each(value.each("tree"), this::node);
    uniqueIds(value.each("tree"), id, new HashMap<>());
    checkWeights(value.require("tree"), value.each("tree"), id, List.of(BigDecimal.ONE, HUNDRED));
    List<GradeBand> bands = bands(value);
    Set<String> judged = new HashSet<>();
    tree.forEach(node -> collect(node, judged));
    Optional<RankingRule> ranking = attempt.at(value, () -> rankings.read(value, "score", judged));
    return new Framework.Weighted(
        head.orElseThrow(Value.Unreadable::new),
        value
            .find("score")
            .map(WeightedReader::score)
            .orElse(new ScoreRule(HUNDRED, DEFAULT_DECIMALS, ScoreRule.RankBy.UNROUNDED)),
        tree,
        bands,
        ranking.orElseThrow(Value.Unreadable::new));
  }

  private static ScoreRule score(Value value) {
    return new ScoreRule(
        value.find("max").map(Value::number).orElse(HUNDRED),
        value.find("decimals").map(Value::whole).orElse(DEFAULT_DECIMALS),
        value
            .find("rank_by")
            .map(r -> r.word(ScoreRule.RankBy.class))
            .orElse(ScoreRule.RankBy.UNROUNDED));
  }

  private ScoreNode node(Value value) {
    return value.find("node").isPresent() ? branch(value) : leaf(value);
  }

  private ScoreNode branch(Value value) {
    String id = value.require("node").text();
    List<Value> below = value.each("children");
    List<ScoreNode> children = attempt.each(below, this::node);
    BigDecimal weight = weight(value);
    checkWeights(value.require("children"), below, id, List.of(BigDecimal.ONE, HUNDRED, weight));
    if (children.size() < below.size()) {
      throw new Value.Unreadable();
    }
    return new ScoreNode.Branch(
        id,
        value.require("title").bilingual(),
        weight,
        value.require("missing").word(ScoreNode.Missing.class),
        children);
  }

  private ScoreNode leaf(Value value) {
    String id = value.require("item").text();
    String indicator = names.resolve(Names.Kind.INDICATOR, value.require("indicator"), id);
    String stage = names.resolve(Names.Kind.STAGE, value.require("stage"), id);
    Optional<Indicator> known = indicators.find(indicator);
    if (known.filter(i -> !i.stages().contains(stage)).isPresent()) {
      indicators.noValue(value.require("stage").place(), id, indicator, stage);
    }
    Text title =
        value
            .find("title")
            .map(Value::bilingual)
            .orElseGet(() -> known.map(Indicator::title).orElse(Text.same(id)));
    return new ScoreNode.Leaf(
        id, title, weight(value), indicator, stage, normalise(value.require("normalise")));
  }

  private BigDecimal weight(Value value) {
    Value weight = value.require("weight");
    if (weight.number().signum() <= 0) {
      problems.add(
          weight.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of("权重须大于 0", "a weight is above 0"));
    }
    return weight.number();
  }

  private static Normalisation normalise(Value value) {
    Optional<Value> attain = value.find("attain");
    Optional<Value> goalposts = value.find("goalposts");
    if (attain.isPresent()) {
      return new Normalisation.Attain(
          attain.get().number(), value.find("cap").map(Value::number).orElse(BigDecimal.ONE));
    } else if (goalposts.isPresent()) {
      return new Normalisation.Goalposts(
          goalposts.get().require("low").number(), goalposts.get().require("high").number());
    }
    Value limit = value.require("all_or_nothing");
    for (Limit.Comparison comparison : Limit.Comparison.values()) {
      Optional<Value> standard = limit.find(comparison.name().toLowerCase(Locale.ROOT));
      if (standard.isPresent()) {
        return new Normalisation.AllOrNothing(comparison, standard.get().number());
      }
    }
    throw new Value.Unreadable();
  }

  private void checkWeights(
      Value place, List<Value> siblings, String owner, List<BigDecimal> allowed) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Value sibling : siblings) {
      Optional<BigDecimal> weight =
          sibling.isMapping() ? sibling.find("weight").flatMap(Value::asNumber) : Optional.empty();
      if (weight.isEmpty()) {
        return;
      }
      sum = sum.add(weight.get());
    }
    BigDecimal total = sum;
    if (allowed.stream().noneMatch(a -> a.compareTo(total) == 0)) {
      List<String> sums =
          allowed.stream().map(a -> a.stripTrailingZeros().toPlainString()).distinct().toList();
      problems.add(
          place.place(),
          ProblemCode.WEIGHTS_DO_NOT_SUM,
          Cure.of(
              "应为 " + String.join(" 或 ", sums), "They must sum to " + String.join(" or ", sums)),
          IndicatorChecks.quoted(owner),
          total.toPlainString());
    }
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
              () -> new GradeBand(band.require("grade").text(), band.require("from").number()))
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

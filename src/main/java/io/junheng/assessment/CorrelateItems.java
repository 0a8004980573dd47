package io.junheng.assessment;

import io.junheng.definition.Framework;
import io.junheng.definition.ScoreNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the items of a weighted framework go together over the counties, by their shares of the full
 * score. Two that say the same weigh twice; one that runs against the whole, or a node whose
 * children have little in common, is looked at again.
 */
public record CorrelateItems(Framework.Weighted framework) {
  private static final int LEAST_UNITS = 3;

  /**
   * Each pair of items once, in the tree's order; each item with the whole score; each node, and
   * the whole, with itself.
   *
   * @param scores of all nodes and counties
   */
  public List<ItemPair> apply(List<CountyScore> scores) {
    Map<String, Map<String, Double>> shares = shares(scores);
    List<String> items = items(framework.tree());
    List<ItemPair> pairs = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      for (String other : items.subList(i + 1, items.size())) {
        pairs.add(pair(items.get(i), other, shares));
      }
      pairs.add(pair(items.get(i), CountyScore.TOTAL, shares));
    }
    addNodes(CountyScore.TOTAL, framework.tree(), shares, pairs);
    return pairs;
  }

  private static List<String> items(List<ScoreNode> nodes) {
    return nodes.stream()
        .flatMap(
            node ->
                node instanceof ScoreNode.Branch branch
                    ? items(branch.children()).stream()
                    : Stream.of(node.id()))
        .toList();
  }

  private static Map<String, Map<String, Double>> shares(List<CountyScore> scores) {
    Map<String, Map<String, Double>> shares = new HashMap<>();
    for (CountyScore score : scores) {
      score
          .normalised()
          .map(BigDecimal::doubleValue)
          .ifPresent(
              share ->
                  shares
                      .computeIfAbsent(score.node(), node -> new TreeMap<>())
                      .put(score.county(), share));
    }
    return shares;
  }

  private static ItemPair pair(String item, String other, Map<String, Map<String, Double>> shares) {
    List<double[]> both = common(List.of(item, other), shares);
    int units = both.get(0).length;
    if (units < LEAST_UNITS) {
      return none(item, other, units, ObsStatus.X);
    }
    Optional<Double> pearson = Correlation.pearson(both.get(0), both.get(1));
    return pearson.isEmpty()
        ? none(item, other, units, ObsStatus.Z)
        : new ItemPair(
            item,
            other,
            pearson,
            Correlation.spearman(both.get(0), both.get(1)),
            Optional.empty(),
            units,
            ObsStatus.A);
  }

  private static ItemPair none(String item, String other, int units, ObsStatus status) {
    return new ItemPair(
        item, other, Optional.empty(), Optional.empty(), Optional.empty(), units, status);
  }

  /** The figures of those counties that have all of them, in the order of their codes. */
  private static List<double[]> common(
      List<String> nodes, Map<String, Map<String, Double>> shares) {
    List<Map<String, Double>> figures =
        nodes.stream().map(node -> shares.getOrDefault(node, Map.of())).toList();
    TreeSet<String> counties = new TreeSet<>(figures.get(0).keySet());
    figures.forEach(figure -> counties.retainAll(figure.keySet()));
    return figures.stream()
        .map(figure -> counties.stream().mapToDouble(figure::get).toArray())
        .toList();
  }

  private static void addNodes(
      String id,
      List<ScoreNode> children,
      Map<String, Map<String, Double>> shares,
      List<ItemPair> pairs) {
    pairs.add(node(id, children.stream().map(ScoreNode::id).toList(), shares));
    for (ScoreNode child : children) {
      if (child instanceof ScoreNode.Branch branch) {
        addNodes(branch.id(), branch.children(), shares, pairs);
      }
    }
  }

  private static ItemPair node(
      String id, List<String> children, Map<String, Map<String, Double>> shares) {
    List<double[]> parts = common(children, shares);
    int units = parts.get(0).length;
    if (units < LEAST_UNITS) {
      return none(id, id, units, ObsStatus.X);
    }
    Optional<Double> alpha = Correlation.cronbachAlpha(parts);
    return new ItemPair(
        id,
        id,
        Optional.empty(),
        Optional.empty(),
        alpha,
        units,
        alpha.isPresent() ? ObsStatus.A : ObsStatus.Z);
  }
}

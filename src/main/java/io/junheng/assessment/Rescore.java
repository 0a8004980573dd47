package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.MissingRule;
import io.junheng.definition.ScoreNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Scores the same counties again and again with other weights, as simulations do: shares are
 * settled once, and what follows is arrays and doubles. With the framework's own weights it gives
 * the scores of {@link ScoreWeighted}, but for the last digits. Safe for several threads.
 */
public final class Rescore {
  /** Scores closer than this are the same: places compare nine decimals. */
  private static final double SCALE_OF_PLACES = 1e9;

  private final List<String> counties;
  private final List<ScoreNode> nodes = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();
  private final GatherFast[] gathers;
  private final double[][] shares;
  private final double[] beside;
  private final double max;

  /** A node that gathers; children stand before it. */
  private record Branch(int node, int[] children, Aggregation how, MissingRule rule) {}

  private Rescore(
      Framework.Weighted framework, List<String> counties, List<Scored> scored, double[] beside) {
    this.counties = List.copyOf(counties);
    this.beside = beside;
    this.max = framework.score().max().doubleValue();
    add(scored.get(0).node());
    this.gathers =
        branches.stream()
            .map(branch -> new GatherFast(branch.children(), branch.how(), branch.rule()))
            .toArray(GatherFast[]::new);
    this.shares = new double[nodes.size()][];
    for (int node = 0; node < shares.length; node++) {
      shares[node] = new double[counties.size()];
    }
    for (int county = 0; county < counties.size(); county++) {
      settle(scored.get(county), county);
    }
  }

  /**
   * Settles the shares.
   *
   * @param counties codes, whether or not they reported
   */
  public static Rescore of(
      Framework.Weighted framework,
      Catalogue catalogue,
      Panels panels,
      Collection<String> counties) {
    List<String> codes = counties.stream().distinct().sorted().toList();
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("no counties to score");
    }
    ScoreTree tree = new ScoreTree(framework, catalogue, panels, codes);
    Adjust adjust = new Adjust(framework.adjustments(), catalogue, panels.now());
    return new Rescore(
        framework,
        codes,
        codes.stream().map(tree::apply).toList(),
        codes.stream()
            .mapToDouble(county -> adjust.apply(county).points().doubleValue())
            .toArray());
  }

  /** Numbers the nodes from below, the whole last. */
  private int add(ScoreNode node) {
    if (node instanceof ScoreNode.Branch branch) {
      int[] children = branch.children().stream().mapToInt(this::add).toArray();
      branches.add(new Branch(nodes.size(), children, branch.aggregation(), branch.missing()));
    }
    nodes.add(node);
    return nodes.size() - 1;
  }

  private void settle(Scored scored, int county) {
    if (scored.children().isEmpty()) {
      NodeScore score = scored.score();
      shares[indexOf(scored.node())][county] =
          score.applies()
              ? score.share().map(BigDecimal::doubleValue).orElse(GatherFast.MISSING)
              : GatherFast.NOT_APPLICABLE;
    }
    scored.children().forEach(child -> settle(child, county));
  }

  private int indexOf(ScoreNode node) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).id().equals(node.id())) {
        return i;
      }
    }
    throw new IllegalStateException("no node '%s'".formatted(node.id()));
  }

  /** The codes of the counties, in the order of the scores. */
  public List<String> counties() {
    return counties;
  }

  /** The ids of all nodes, in the order of the weights: children first, the whole last. */
  public List<String> nodes() {
    return nodes.stream().map(ScoreNode::id).toList();
  }

  /** The framework's own weights. */
  public double[] weights() {
    return nodes.stream().mapToDouble(node -> node.weight().doubleValue()).toArray();
  }

  /**
   * The scores, bonus and deduction included; NaN for a county without one.
   *
   * @param weights of all nodes among their siblings, none below 0
   */
  public double[] scores(double[] weights) {
    double[][] now = shares.clone();
    for (int i = 0; i < gathers.length; i++) {
      now[branches.get(i).node()] = gathers[i].apply(now, weights);
    }
    double[] whole = now[now.length - 1];
    double[] scores = new double[whole.length];
    for (int county = 0; county < scores.length; county++) {
      scores[county] =
          GatherFast.isKnown(whole[county]) ? max * whole[county] + beside[county] : Double.NaN;
    }
    return scores;
  }

  /** Places, 1 the best, equal scores sharing one (1, 2, 2, 4); 0 for a county without a score. */
  public static int[] places(double[] scores) {
    long[] rounded = new long[scores.length];
    for (int i = 0; i < scores.length; i++) {
      rounded[i] =
          Double.isNaN(scores[i]) ? Long.MIN_VALUE : Math.round(scores[i] * SCALE_OF_PLACES);
    }
    long[] sorted = rounded.clone();
    Arrays.sort(sorted);
    int[] places = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      places[i] = rounded[i] == Long.MIN_VALUE ? 0 : 1 + sorted.length - upTo(sorted, rounded[i]);
    }
    return places;
  }

  /** How many are not above a value. */
  private static int upTo(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

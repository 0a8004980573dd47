package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.ScoreNode.Missing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Scores counties by a tree of weighted indicators: leaves are brought to 0…1, each branch is the
 * weighted arithmetic mean of its children, the top nodes together are the total. The total has no
 * missing-value rule of its own: without one of its top nodes there is no total, only its bounds.
 */
public record ScoreWeighted(Framework.Weighted framework, Catalogue catalogue) {
  private static final MathContext EXACT = MathContext.DECIMAL128;

  /**
   * Scores and items (the leaves) of all counties, in the order of their codes; nodes in the tree's
   * order.
   */
  public record Result(List<CountyScore> scores, List<ItemResult> items) {
    public Result {
      scores = List.copyOf(scores);
      items = List.copyOf(items);
    }
  }

  /**
   * Scores the named counties.
   *
   * @param counties codes, whether or not they reported
   */
  public Result apply(Panel panel, Collection<String> counties) {
    List<CountyScore> scores = new ArrayList<>();
    List<ItemResult> items = new ArrayList<>();
    for (String county : counties.stream().distinct().sorted().toList()) {
      scoreCounty(panel, county, scores, items);
    }
    return new Result(scores, items);
  }

  private void scoreCounty(
      Panel panel, String county, List<CountyScore> scores, List<ItemResult> items) {
    BigDecimal max = framework.score().max();
    List<CountyScore> rows = new ArrayList<>();
    NodeScore total =
        meanOf(framework.tree(), Missing.BOUNDS, new Spot(panel, county, max, rows, items));
    scores.add(row(county, CountyScore.TOTAL, Optional.empty(), total, BigDecimal.ONE, max));
    scores.addAll(rows);
  }

  /**
   * Where a walk through the tree stands: whose county, how many points the node may give, and the
   * rows so far.
   */
  private record Spot(
      Panel panel,
      String county,
      BigDecimal maxScore,
      List<CountyScore> scores,
      List<ItemResult> items) {
    Spot of(BigDecimal share) {
      return new Spot(panel, county, maxScore.multiply(share, EXACT), scores, items);
    }
  }

  private NodeScore meanOf(List<ScoreNode> nodes, Missing rule, Spot spot) {
    BigDecimal weights =
        nodes.stream().map(ScoreNode::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<NodeScore.Weighed> children = new ArrayList<>();
    for (ScoreNode node : nodes) {
      BigDecimal share =
          weights.signum() == 0 ? BigDecimal.ZERO : node.weight().divide(weights, EXACT);
      Spot here = spot.of(share);
      children.add(new NodeScore.Weighed(node.weight(), score(node, here)));
    }
    return NodeScore.mean(children, rule);
  }

  private NodeScore score(ScoreNode node, Spot spot) {
    if (node instanceof ScoreNode.Leaf leaf) {
      return scoreLeaf(leaf, spot);
    }
    if (node instanceof ScoreNode.Branch branch) {
      int at = spot.scores().size();
      NodeScore score = meanOf(branch.children(), branch.missing(), spot);
      spot.scores().add(at, row(branch, Optional.empty(), score, spot));
      return score;
    }
    throw new IllegalStateException("no way to score %s".formatted(node));
  }

  private NodeScore scoreLeaf(ScoreNode.Leaf leaf, Spot spot) {
    Indicator indicator = catalogue.indicator(leaf.indicator());
    Optional<IndicatorValue> figure =
        spot.panel().findValue(spot.county(), leaf.stage(), leaf.indicator());
    NormaliseLeaf normalise = new NormaliseLeaf(leaf.normalise(), indicator.direction());
    NodeScore score =
        figure
            .flatMap(f -> Quotient.of(f, indicator))
            .map(value -> NodeScore.of(normalise.apply(value), statusOf(figure.get())))
            .orElseGet(() -> gap(leaf, normalise, spot));
    Optional<BigDecimal> raw = figure.flatMap(IndicatorValue::value);
    spot.scores().add(row(leaf, raw, score, spot));
    spot.items().add(item(leaf, indicator, figure, score, spot));
    return score;
  }

  private static ObsStatus statusOf(IndicatorValue figure) {
    return figure.status() == ObsStatus.E ? ObsStatus.E : ObsStatus.A;
  }

  private NodeScore gap(ScoreNode.Leaf leaf, NormaliseLeaf normalise, Spot spot) {
    boolean applies =
        spot.panel().applies(spot.county(), leaf.stage(), leaf.indicator(), catalogue.stages());
    return applies ? NodeScore.missing(normalise.best()) : NodeScore.notApplicable();
  }

  private CountyScore row(ScoreNode node, Optional<BigDecimal> raw, NodeScore score, Spot spot) {
    return row(spot.county(), node.id(), raw, score, node.weight(), spot.maxScore());
  }

  private CountyScore row(
      String county,
      String node,
      Optional<BigDecimal> raw,
      NodeScore score,
      BigDecimal weight,
      BigDecimal maxScore) {
    BigDecimal max = framework.score().max();
    boolean applies = score.applies();
    Optional<BigDecimal> onScale = score.share().map(share -> settled(max.multiply(share)));
    boolean isTotal = node.equals(CountyScore.TOTAL);
    return new CountyScore(
        county,
        node,
        raw,
        score.share().map(ScoreWeighted::settled),
        weight,
        settled(maxScore),
        score.share().map(share -> settled(maxScore.multiply(share))),
        onScale,
        Optional.of(settled(max.multiply(score.low()))).filter(low -> applies),
        Optional.of(settled(max.multiply(score.high()))).filter(high -> applies),
        onScale.filter(s -> isTotal).flatMap(bands()::gradeOf),
        Optional.empty(),
        Optional.empty(),
        framework.head().origin(),
        score.status());
  }

  /**
   * To 20 decimals: a mean of thirds that comes to a whole number is that number, and reaches a
   * band that begins there.
   */
  private static BigDecimal settled(BigDecimal value) {
    BigDecimal stripped = value.setScale(20, RoundingMode.HALF_UP).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  GradeBands bands() {
    return new GradeBands(framework.score(), framework.bands());
  }

  /** A leaf as an item: met at the full share, partly met above nothing. */
  private ItemResult item(
      ScoreNode.Leaf leaf,
      Indicator indicator,
      Optional<IndicatorValue> figure,
      NodeScore score,
      Spot spot) {
    NormaliseLeaf normalise = new NormaliseLeaf(leaf.normalise(), indicator.direction());
    Optional<BigDecimal> lost =
        score
            .share()
            .map(share -> settled(spot.maxScore().multiply(BigDecimal.ONE.subtract(share))))
            .map(BigDecimal.ZERO::max);
    Optional<Quotient> value = figure.flatMap(f -> Quotient.of(f, indicator));
    return new ItemResult(
        spot.county(),
        leaf.id(),
        ItemResult.WHOLE,
        Optional.of(leaf.stage()),
        Optional.of(leaf.indicator()),
        gradeOf(score),
        figure.flatMap(IndicatorValue::value),
        value.map(v -> v.rounded(indicator.decimals())),
        Optional.of(normalise.standard()),
        value.map(normalise::gap),
        Optional.empty(),
        lost.map(l -> settled(spot.maxScore().subtract(l))),
        lost,
        List.of(),
        value.filter(v -> normalise.isDecidedByRounding(v, indicator.decimals())).isPresent(),
        framework.head().origin(),
        figure.flatMap(IndicatorValue::note));
  }

  private static Grade gradeOf(NodeScore score) {
    if (score.share().isEmpty()) {
      return score.applies() ? Grade.UNKNOWN : Grade.NOT_APPLICABLE;
    }
    if (score.share().get().compareTo(BigDecimal.ONE) >= 0) {
      return Grade.MET;
    }
    return score.share().get().signum() > 0 ? Grade.PARTLY_MET : Grade.NOT_MET;
  }
}

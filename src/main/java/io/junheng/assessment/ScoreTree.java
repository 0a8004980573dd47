package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.MissingRule;
import io.junheng.definition.ScoreNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out the shares of a county at all nodes, from the leaves up. */
final class ScoreTree {
  private final Framework.Weighted framework;
  private final Catalogue catalogue;
  private final Panel panel;
  private final Map<String, LeafScale> scales = new HashMap<>();
  private final List<Refusal> refusals = new ArrayList<>();

  ScoreTree(
      Framework.Weighted framework,
      Catalogue catalogue,
      Panels panels,
      Collection<String> counties) {
    this.framework = framework;
    this.catalogue = catalogue;
    this.panel = panels.now();
    SettleLeaf settle = new SettleLeaf(framework, catalogue, panels, counties);
    Framework.Weighted.leaves(framework.tree())
        .forEach(leaf -> scales.put(leaf.id(), settle.apply(leaf)));
  }

  /** The whole tree under a node of its own. */
  Scored apply(String county) {
    return scoreBranch(whole(), county);
  }

  private ScoreNode.Branch whole() {
    Framework.ScoreRule rule = framework.score();
    return new ScoreNode.Branch(
        CountyScore.TOTAL,
        framework.head().title(),
        BigDecimal.ONE,
        new ScoreNode.Source(framework.head().legal(), framework.head().origin()),
        rule.aggregation(),
        rule.missing(),
        framework.tree());
  }

  /** Means that were not defined, so far. */
  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  LeafScale scaleOf(ScoreNode.Leaf leaf) {
    return scales.get(leaf.id());
  }

  private Scored scoreBranch(ScoreNode.Branch branch, String county) {
    List<Scored> children =
        branch.children().stream().map(node -> score(node, county, branch.missing())).toList();
    List<Gather.Child> shares = children.stream().map(Scored::asChild).toList();
    NodeScore score = new Gather(branch.aggregation(), branch.missing()).apply(shares);
    boolean isNew = children.stream().noneMatch(child -> child.score().isRefused());
    if (score.isRefused() && isNew) {
      refusals.add(refusal(branch, county, shares));
    }
    return new Scored(branch, score, LeafFigure.NONE, children);
  }

  private static Refusal refusal(
      ScoreNode.Branch branch, String county, List<Gather.Child> children) {
    Gather.Child smallest =
        children.stream()
            .filter(child -> child.counts() && child.score().share().isPresent())
            .min(Comparator.comparing(child -> child.score().share().get()))
            .orElseThrow();
    return new Refusal(
        county,
        branch.id(),
        branch.aggregation(),
        smallest.id(),
        smallest.score().share().orElseThrow());
  }

  private Scored score(ScoreNode node, String county, MissingRule rule) {
    if (node instanceof ScoreNode.Branch branch) {
      return scoreBranch(branch, county);
    } else if (node instanceof ScoreNode.Leaf leaf) {
      return scoreLeaf(leaf, county, rule);
    } else if (node instanceof ScoreNode.Attested attested) {
      return scoreAttested(attested, county);
    }
    throw new IllegalStateException("no way to score %s".formatted(node));
  }

  /** What does not apply to a county is not filled in either. */
  private Scored scoreLeaf(ScoreNode.Leaf leaf, String county, MissingRule rule) {
    LeafScale scale = scaleOf(leaf);
    Optional<IndicatorValue> told = panel.findValue(county, leaf.stage(), leaf.indicator());
    boolean applies = panel.applies(county, leaf.stage(), leaf.indicator(), catalogue.stages());
    Optional<LeafScale.Scaled> scaled = applies ? scale.find(county, rule) : Optional.empty();
    NodeScore score =
        scaled
            .map(figure -> known(figure, told, scale))
            .orElseGet(() -> applies ? gap(scale) : NodeScore.notApplicable());
    return new Scored(
        leaf,
        score,
        new LeafFigure(told, scaled, Optional.of(scale.normalise()), List.of()),
        List.of());
  }

  /** What stands in for a gap leaves it open how the gap would be filled. */
  private static NodeScore known(
      LeafScale.Scaled figure, Optional<IndicatorValue> told, LeafScale scale) {
    if (figure.isFilledIn()) {
      NormaliseLeaf rule = scale.normalise();
      return NodeScore.within(Optional.of(figure.share()), rule.worst(), rule.best(), ObsStatus.E);
    }
    boolean isEstimated = told.filter(t -> t.status() == ObsStatus.E).isPresent();
    return NodeScore.of(figure.share(), isEstimated ? ObsStatus.E : ObsStatus.A);
  }

  private static NodeScore gap(LeafScale scale) {
    return NodeScore.missing(scale.normalise().worst(), scale.normalise().best());
  }

  private Scored scoreAttested(ScoreNode.Attested leaf, String county) {
    List<Evidence> rows = panel.evidence(framework.id(), county, leaf.statement());
    Grade grade = Grade.ofAll(rows.stream().map(Evidence::grade).toList());
    NodeScore score =
        switch (grade) {
          case MET -> NodeScore.of(BigDecimal.ONE, ObsStatus.A);
          case PARTLY_MET -> NodeScore.of(leaf.partly(), ObsStatus.A);
          case NOT_MET -> NodeScore.of(BigDecimal.ZERO, ObsStatus.A);
          case UNKNOWN, NOT_APPLICABLE ->
              NodeScore.missing(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ONE));
        };
    return new Scored(leaf, score, LeafFigure.attested(rows), List.of());
  }
}

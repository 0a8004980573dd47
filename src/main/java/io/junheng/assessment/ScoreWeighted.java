package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Scores counties by a tree of weighted items: leaves are brought to shares, each branch gathers
 * its children as it says, the top nodes together are the total, and bonus and deduction come on
 * top.
 */
public record ScoreWeighted(Framework.Weighted framework, Catalogue catalogue) {

  /**
   * Scores and items (the leaves) of all counties, in the order of their codes; nodes in the tree's
   * order, then the events of bonus and deduction.
   *
   * @param refusals means that were not defined
   * @param touched figures that were treated as outliers
   */
  public record Result(
      List<CountyScore> scores,
      List<ItemResult> items,
      List<Refusal> refusals,
      List<TouchedFigure> touched) {
    public Result {
      scores = List.copyOf(scores);
      items = List.copyOf(items);
      refusals = List.copyOf(refusals);
      touched = List.copyOf(touched);
    }
  }

  /** Scores the named counties by one period alone. */
  public Result apply(Panel panel, Collection<String> counties) {
    return apply(Panels.only(panel), counties);
  }

  /**
   * Scores the named counties.
   *
   * @param counties codes, whether or not they reported
   */
  public Result apply(Panels panels, Collection<String> counties) {
    List<String> codes = counties.stream().distinct().sorted().toList();
    ScoreTree tree = new ScoreTree(framework, catalogue, panels, codes);
    Adjust adjust = new Adjust(framework.adjustments(), catalogue, panels.now());
    TellScores tell = new TellScores(framework, catalogue);
    List<CountyScore> scores = new ArrayList<>();
    List<ItemResult> items = new ArrayList<>();
    for (String county : codes) {
      Scored whole = tree.apply(county);
      scores.addAll(tell.scores(county, whole, adjust.apply(county)));
      items.addAll(tell.items(county, whole));
    }
    return new Result(scores, items, tree.refusals(), touched(tree));
  }

  private List<TouchedFigure> touched(ScoreTree tree) {
    return Framework.Weighted.leaves(framework.tree()).stream()
        .flatMap(leaf -> tree.scaleOf(leaf).touched(leaf.id()).stream())
        .sorted(Comparator.comparing(TouchedFigure::county))
        .toList();
  }

  GradeBands bands() {
    return new GradeBands(framework.score(), framework.bands());
  }
}

package io.junheng.assessment;

import io.junheng.assessment.LeafScale.Scaled;
import io.junheng.assessment.ShareOut.Part;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Legal;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a county's shares as scores and items, from the total down. */
record TellScores(Framework.Weighted framework, Catalogue catalogue) {
  private static final int SETTLED_DECIMALS = 20;

  /** The total, the nodes in the tree's order, and the events of bonus and deduction. */
  List<CountyScore> scores(String county, Scored whole, Adjust.Points beside) {
    List<CountyScore> rows = new ArrayList<>();
    rows.add(total(county, whole, beside));
    parts(top(whole)).forEach(part -> rows.add(row(county, part)));
    beside.events().forEach(event -> rows.add(row(county, event)));
    return rows;
  }

  private Part top(Scored whole) {
    return new Part(whole, max(), max());
  }

  private BigDecimal max() {
    return framework.score().max();
  }

  /** All parts beneath one, in the tree's order. */
  private static List<Part> parts(Part above) {
    List<Part> parts = new ArrayList<>();
    if (above.child().node() instanceof ScoreNode.Branch branch) {
      Gather gather = new Gather(branch.aggregation(), branch.missing());
      for (Part part : new ShareOut(gather, above.child()).apply(above.maxScore(), above.worth())) {
        parts.add(part);
        parts.addAll(parts(part));
      }
    }
    return parts;
  }

  private CountyScore total(String county, Scored whole, Adjust.Points beside) {
    NodeScore score = whole.score();
    boolean isAdjusted = !framework.adjustments().isEmpty();
    Optional<BigDecimal> total = onScale(score.share(), Optional.of(beside.points()));
    Optional<BigDecimal> low = onScale(score.low(), beside.low()).filter(l -> score.applies());
    Optional<BigDecimal> high = onScale(score.high(), beside.high()).filter(h -> score.applies());
    GradeBands bands = new GradeBands(framework.score(), framework.bands());
    return new CountyScore(
        county,
        CountyScore.TOTAL,
        Optional.empty(),
        score.share().map(TellScores::settled),
        BigDecimal.ONE,
        settled(max()),
        total,
        total,
        low,
        high,
        Optional.of(settled(beside.points())).filter(b -> isAdjusted),
        total.flatMap(s -> bands.gradeOf(s, low)),
        total.flatMap(s -> bands.toNextBand(s, low)),
        Optional.empty(),
        Optional.empty(),
        framework.head().origin(),
        score.status() == ObsStatus.A && !beside.isComplete() ? ObsStatus.E : score.status());
  }

  private Optional<BigDecimal> onScale(Optional<BigDecimal> share, Optional<BigDecimal> beside) {
    return share.flatMap(s -> beside.map(points -> settled(max().multiply(s).add(points))));
  }

  private CountyScore row(String county, Part part) {
    NodeScore score = part.child().score();
    ScoreNode node = part.child().node();
    Optional<BigDecimal> none = Optional.of(BigDecimal.ZERO);
    return new CountyScore(
        county,
        node.id(),
        part.child().leaf().told().flatMap(IndicatorValue::value),
        score.share().map(TellScores::settled),
        node.weight(),
        settled(part.maxScore()),
        score.share().map(share -> settled(part.points(share))),
        onScale(score.share(), none),
        onScale(score.low(), none).filter(low -> score.applies()),
        onScale(score.high(), none).filter(high -> score.applies()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        node.source().origin(),
        score.status());
  }

  private static CountyScore row(String county, Adjust.OfEvent event) {
    return new CountyScore(
        county,
        event.event().id(),
        event.raw(),
        Optional.empty(),
        event.event().points(),
        event.event().cap().orElse(BigDecimal.ZERO),
        event.points().map(TellScores::settled),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        event.event().source().origin(),
        event.points().isPresent() ? ObsStatus.A : ObsStatus.X);
  }

  /** The leaves as items: met at the full share, partly met above nothing. */
  List<ItemResult> items(String county, Scored whole) {
    return parts(top(whole)).stream()
        .filter(part -> !(part.child().node() instanceof ScoreNode.Branch))
        .map(part -> item(county, part))
        .toList();
  }

  private ItemResult item(String county, Part part) {
    ScoreNode node = part.child().node();
    NodeScore score = part.child().score();
    LeafFigure figure = part.child().leaf();
    Optional<ScoreNode.Leaf> leaf =
        node instanceof ScoreNode.Leaf known ? Optional.of(known) : Optional.empty();
    Optional<Quotient> value = figure.scaled().map(Scaled::value);
    int decimals = leaf.map(l -> catalogue.indicator(l.indicator()).decimals()).orElse(0);
    return new ItemResult(
        county,
        node.id(),
        ItemResult.WHOLE,
        leaf.map(ScoreNode.Leaf::stage),
        leaf.map(ScoreNode.Leaf::indicator),
        gradeOf(score),
        figure.told().flatMap(IndicatorValue::value),
        value.map(v -> v.rounded(decimals)),
        figure.scale().flatMap(NormaliseLeaf::standard),
        value.flatMap(v -> figure.scale().flatMap(scale -> scale.gap(v))),
        node.source().legal().flatMap(Legal::clause),
        score.share().map(share -> settled(part.points(share))),
        score.share().map(share -> settled(part.lost(share).max(BigDecimal.ZERO))),
        figure.evidence().stream().flatMap(e -> e.document().stream()).distinct().toList(),
        value.isPresent() && figure.scale().get().isDecidedByRounding(value.get(), decimals),
        node.source().origin(),
        note(figure));
  }

  private static Optional<Text> note(LeafFigure figure) {
    return figure
        .scaled()
        .flatMap(Scaled::note)
        .or(() -> figure.told().flatMap(IndicatorValue::note));
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

  /**
   * To 20 decimals: a mean of thirds that comes to a whole number is that number, and reaches a
   * band that begins there.
   */
  private static BigDecimal settled(BigDecimal value) {
    BigDecimal stripped =
        value.setScale(SETTLED_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

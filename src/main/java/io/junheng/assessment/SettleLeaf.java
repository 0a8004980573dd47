package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.MissingRule.Source;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Normalisation.Basis;
import io.junheng.definition.Normalisation.OfPeriod;
import io.junheng.definition.Normalisation.OfYear;
import io.junheng.definition.Period;
import io.junheng.definition.ScoreNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settles a leaf's scale from the figures of all units.
 *
 * <p>Parameters that come from units come from those that have a figure, and stand: bounds do not
 * move them.
 */
record SettleLeaf(
    Framework.Weighted framework, Catalogue catalogue, Panels panels, Collection<String> units) {
  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  LeafScale apply(ScoreNode.Leaf leaf) {
    Map<String, Quotient> figures = figures(leaf, panels.now(), units);
    Optional<Basis> basis = leaf.normalise().basis();
    Treatment treatment =
        basis
            .filter(OfYear.class::isInstance)
            .flatMap(year -> ((OfYear) year).outliers())
            .map(rule -> Treatment.of(decimals(figures), rule))
            .orElseGet(Treatment::none);
    Reference reference =
        new Reference(
            decimals(basis.map(by -> figures(leaf, by, figures)).orElse(Map.of())).stream()
                .map(treatment::apply)
                .toList());
    return new LeafScale(
        new NormaliseLeaf(leaf.normalise(), indicator(leaf).direction(), reference),
        treatment,
        figures,
        Map.of(
            Source.GROUP_MEAN, groupMeans(figures),
            Source.LAST_PERIOD, ofLastPeriod(leaf)));
  }

  private Indicator indicator(ScoreNode.Leaf leaf) {
    return catalogue.indicator(leaf.indicator());
  }

  private Map<String, Quotient> figures(
      ScoreNode.Leaf leaf, Basis basis, Map<String, Quotient> ofYear) {
    if (basis instanceof OfYear) {
      return ofYear;
    } else if (basis instanceof OfPeriod of) {
      return panels
          .find(of.period())
          .map(panel -> figures(leaf, panel, unitsOf(panel)))
          .orElse(Map.of());
    }
    throw new IllegalStateException("no figures by %s".formatted(basis));
  }

  private List<String> unitsOf(Panel panel) {
    return new UnitsOf(catalogue.areaSet(framework.head().areaSet()))
        .on(panel.day(), panel.counties());
  }

  private Map<String, Quotient> figures(
      ScoreNode.Leaf leaf, Panel panel, Collection<String> counties) {
    Map<String, Quotient> figures = new TreeMap<>();
    for (String county : counties) {
      value(leaf, panel, county)
          .flatMap(
              value -> isGrowth(leaf) ? growth(leaf, panel, county, value) : Optional.of(value))
          .ifPresent(figure -> figures.put(county, figure));
    }
    return figures;
  }

  private Optional<Quotient> value(ScoreNode.Leaf leaf, Panel panel, String county) {
    return panel
        .findValue(county, leaf.stage(), leaf.indicator())
        .flatMap(figure -> Quotient.of(figure, indicator(leaf)));
  }

  private static boolean isGrowth(ScoreNode.Leaf leaf) {
    return leaf.normalise() instanceof Normalisation.Growth;
  }

  /** In percent of the period before, whose figure may not be 0. */
  private Optional<Quotient> growth(
      ScoreNode.Leaf leaf, Panel panel, String county, Quotient value) {
    return before(panel.period())
        .flatMap(earlier -> value(leaf, earlier, county))
        .map(Quotient::decimal)
        .filter(before -> before.signum() != 0)
        .map(
            before ->
                new Quotient(
                    value.decimal().subtract(before).multiply(HUNDRED, EXACT), before.abs()));
  }

  private Optional<Panel> before(Period period) {
    return panels.find(period.previous());
  }

  /** Last period's growth would be another year's: only figures themselves stand in. */
  private Map<String, Quotient> ofLastPeriod(ScoreNode.Leaf leaf) {
    return isGrowth(leaf)
        ? Map.of()
        : before(panels.now().period())
            .map(earlier -> figures(leaf, earlier, units))
            .orElse(Map.of());
  }

  /** By county, the mean of its peer group; counties outside all groups are one group. */
  private Map<String, Quotient> groupMeans(Map<String, Quotient> figures) {
    Map<String, String> groups = new PeerGroups(framework, catalogue).on(panels.now());
    Map<String, List<BigDecimal>> byGroup = new HashMap<>();
    figures.forEach(
        (county, figure) ->
            byGroup
                .computeIfAbsent(groups.getOrDefault(county, ""), group -> new ArrayList<>())
                .add(figure.decimal()));
    Map<String, Quotient> means = new HashMap<>();
    for (String county : units) {
      Optional.ofNullable(byGroup.get(groups.getOrDefault(county, "")))
          .ifPresent(values -> means.put(county, mean(values)));
    }
    return means;
  }

  private static Quotient mean(List<BigDecimal> values) {
    return new Quotient(
        values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        BigDecimal.valueOf(values.size()));
  }

  private static List<BigDecimal> decimals(Map<String, Quotient> figures) {
    return figures.values().stream().map(Quotient::decimal).toList();
  }
}

package io.junheng.dispersion;

import io.junheng.definition.Formula;
import io.junheng.definition.Statistic;
import io.junheng.definition.Statistic.Counting;
import io.junheng.dispersion.Dispersion.School;
import io.junheng.dispersion.Entropy.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a formula tells of the spread between schools. */
public record EvaluateStatistic(Formula.Dispersion formula) {
  private static final double PERCENT = 100;

  /**
   * The value; empty with fewer than two schools that have pupils, and where the statistic is not
   * defined, such as a Theil L with a value of 0.
   */
  public Optional<Double> apply(List<School> all) {
    // Sums in one order give the same digits however Spark brought the schools here.
    List<School> schools =
        all.stream()
            .filter(school -> school.pupils() > 0)
            .sorted(Comparator.comparing(School::code))
            .toList();
    if (schools.size() < 2) {
      return Optional.empty();
    }
    return formula
        .part()
        .map(part -> part(part.which(), groups(schools)))
        .orElseGet(() -> whole(schools));
  }

  private Optional<Double> whole(List<School> schools) {
    Statistic statistic = formula.statistic();
    if (statistic instanceof Statistic.CoefficientOfVariation) {
      return Dispersion.between(schools)
          .flatMap(spread -> formula.isWeightedCv() ? spread.cv() : spread.cvUnweighted());
    }
    Inequality units = new Inequality(schools.stream().map(this::unit).toList());
    if (statistic instanceof Statistic.Gini) {
      return units.gini();
    } else if (statistic instanceof Statistic.Entropy entropy) {
      return units.generalisedEntropy(entropy.alpha().doubleValue());
    } else if (statistic instanceof Statistic.Atkinson atkinson) {
      return units.atkinson(atkinson.aversion().doubleValue());
    } else if (statistic instanceof Statistic.McLoone) {
      return units.mcLoone();
    } else if (statistic instanceof Statistic.Verstegen) {
      return units.verstegen();
    } else if (statistic instanceof Statistic.QuantileRatio ratio) {
      Statistic.Quantiles of = ratio.quantiles();
      return units.quantileRatio(share(of.high()), share(of.low()), of.rule());
    } else if (statistic instanceof Statistic.RangeRatio ratio) {
      Statistic.Quantiles of = ratio.quantiles();
      return units.rangeRatio(share(of.high()), share(of.low()), of.rule());
    }
    throw new IllegalStateException("no way to work out %s".formatted(statistic));
  }

  private static double share(BigDecimal percent) {
    return percent.doubleValue() / PERCENT;
  }

  private Unit unit(School school) {
    return new Unit(school.value(), formula.counting() == Counting.EQUAL ? 1 : school.pupils());
  }

  /** Groups in the order of their names; schools whose group is unknown make one of their own. */
  private List<List<Unit>> groups(List<School> schools) {
    Map<String, List<Unit>> groups = new TreeMap<>();
    schools.forEach(
        school ->
            groups.computeIfAbsent(school.group(), group -> new ArrayList<>()).add(unit(school)));
    return List.copyOf(groups.values());
  }

  private Optional<Double> part(Statistic.Which which, List<List<Unit>> groups) {
    if (formula.statistic() instanceof Statistic.Entropy entropy) {
      return Entropy.split(entropy.alpha().doubleValue(), groups)
          .map(parts -> which == Statistic.Which.WITHIN ? parts.within() : parts.between());
    }
    return Inequality.splitGini(groups)
        .map(
            parts ->
                switch (which) {
                  case WITHIN -> parts.within();
                  case BETWEEN -> parts.between();
                  case OVERLAP -> parts.overlap();
                });
  }
}

package io.junheng.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Statistic.QuantileRule;
import io.junheng.dispersion.Entropy.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InequalityTest {
  private static List<Unit> units(double... values) {
    return Arrays.stream(values).mapToObj(value -> new Unit(value, 1)).toList();
  }

  private static Inequality of(double... values) {
    return new Inequality(units(values));
  }

  private static void is(Optional<Double> measure, double value) {
    assertThat(measure.orElseThrow()).isCloseTo(value, within(1e-12));
  }

  /**
   * 1, 2, 3, 4 worked by hand: mean 2.5; the sixteen pairs differ by 20 together, so the Gini is 20
   * ÷ (2·16·2.5); the equally distributed equivalent for ε 2 is the harmonic mean 1.92; the median
   * (the lowest value that half reach) is 2: the lower half has 3 of 4, the upper 9 of 6.
   */
  @Test
  void fourUnitsComeOutAsWorkedByHand() {
    Inequality four = of(4, 1, 3, 2);
    is(four.gini(), 0.25);
    is(four.atkinson(2), 1 - 1.92 / 2.5);
    is(four.atkinson(1), 1 - Math.pow(24, 0.25) / 2.5);
    is(four.generalisedEntropy(0), -Math.log(24 / Math.pow(2.5, 4)) / 4);
    is(
        four.theilT(),
        (0.4 * Math.log(0.4) + 0.8 * Math.log(0.8) + 1.2 * Math.log(1.2) + 1.6 * Math.log(1.6))
            / 4);
    is(four.generalisedEntropy(2), 1.25 / (2 * 6.25));
    is(four.mcLoone(), 0.75);
    is(four.verstegen(), 1.5);
    is(four.quantileRatio(0.9, 0.1, QuantileRule.LOWEST_REACHING), 4);
    is(four.quantileRatio(0.9, 0.1, QuantileRule.INTERPOLATED), 3.7 / 1.3);
    is(four.rangeRatio(1, 0, QuantileRule.LOWEST_REACHING), 3);
  }

  @Test
  void equalUnitsKnowNoInequality() {
    Inequality equal = new Inequality(List.of(new Unit(7, 3), new Unit(7, 0.5), new Unit(7, 9)));
    is(equal.gini(), 0);
    is(equal.theilT(), 0);
    is(equal.atkinson(0.5), 0);
    is(equal.mcLoone(), 1);
    is(equal.verstegen(), 1);
    is(equal.rangeRatio(0.95, 0.05, QuantileRule.LOWEST_REACHING), 0);
  }

  @Test
  void whatIsNotDefinedIsEmpty() {
    assertThat(of(0, 0).gini()).isEmpty();
    assertThat(of(0, 1).generalisedEntropy(0)).isEmpty();
    assertThat(of(-1, 5).theilT()).isEmpty();
    assertThat(of(-1, 5).atkinson(0.5)).isEmpty();
    assertThat(of(0, 0, 1).quantileRatio(0.9, 0.1, QuantileRule.LOWEST_REACHING)).isEmpty();
    assertThat(of(0, 1).atkinson(1)).contains(1.0);
    assertThat(new Inequality(List.of()).mcLoone()).isEmpty();
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 25);
  }

  private static List<Unit> random(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Unit(1 + random.nextInt(50), 1 + random.nextInt(9)))
        .toList();
  }

  /** A weight of 3 is three units: every measure must agree with the plain sum over pairs. */
  @ParameterizedTest
  @MethodSource("seeds")
  void weightsAreUnitsCountedSoOften(int seed) {
    List<Unit> weighted = random(new Random(seed), 8);
    List<Unit> counted =
        weighted.stream()
            .flatMap(u -> Collections.nCopies((int) u.weight(), new Unit(u.value(), 1)).stream())
            .toList();
    Inequality one = new Inequality(weighted);
    Inequality other = new Inequality(counted);
    is(one.gini(), pairwiseGini(counted));
    is(one.theilT(), other.theilT().orElseThrow());
    is(one.generalisedEntropy(-1), other.generalisedEntropy(-1).orElseThrow());
    is(one.atkinson(0.5), other.atkinson(0.5).orElseThrow());
    is(one.mcLoone(), other.mcLoone().orElseThrow());
    assertThat(one.quantile(0.9, QuantileRule.LOWEST_REACHING))
        .isEqualTo(other.quantile(0.9, QuantileRule.LOWEST_REACHING));
    is(
        one.unweighted().gini(),
        pairwiseGini(weighted.stream().map(u -> new Unit(u.value(), 1)).toList()));
  }

  private static double pairwiseGini(List<Unit> units) {
    double differences = 0;
    double sum = 0;
    for (Unit one : units) {
      sum += one.value();
      for (Unit other : units) {
        differences += Math.abs(one.value() - other.value());
      }
    }
    return differences / (2 * units.size() * sum);
  }

  /** Atkinson's index is 1 − (1 + α(α − 1)·GE(α))^(1 ÷ α) with α = 1 − ε. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75, 1.5, 2, 3})
  void atkinsonsIndexAgreesWithGeneralisedEntropy(double aversion) {
    Inequality units = new Inequality(random(new Random(4), 12));
    double alpha = 1 - aversion;
    double entropy = units.generalisedEntropy(alpha).orElseThrow();
    is(units.atkinson(aversion), 1 - Math.pow(1 + alpha * (alpha - 1) * entropy, 1 / alpha));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void splitsByGroupAddUpAndWithinIsWhatTheGroupsHave(int seed) {
    Random random = new Random(seed);
    List<List<Unit>> groups = List.of(random(random, 5), random(random, 4), random(random, 6));
    List<Unit> all = groups.stream().flatMap(List::stream).toList();
    Inequality.GiniParts gini = Inequality.splitGini(groups).orElseThrow();
    is(new Inequality(all).gini(), gini.within() + gini.between() + gini.overlap());
    assertThat(gini.overlap()).isGreaterThan(-1e-12);
    for (double alpha : new double[] {-1, 0, 0.5, 1, 2, 3}) {
      Entropy.Parts parts = Entropy.split(alpha, groups).orElseThrow();
      is(Optional.of(parts.within() + parts.between()), parts.total());
      is(Optional.of(parts.within()), withinOf(alpha, groups));
    }
  }

  /** Shorrocks' formula: Σ (weight share)^(1 − α) · (share of the whole)^α · GE of the group. */
  private static double withinOf(double alpha, List<List<Unit>> groups) {
    double weight = groups.stream().flatMap(List::stream).mapToDouble(Unit::weight).sum();
    double whole =
        groups.stream().flatMap(List::stream).mapToDouble(u -> u.weight() * u.value()).sum();
    double within = 0;
    for (List<Unit> group : groups) {
      double share = group.stream().mapToDouble(Unit::weight).sum() / weight;
      double part = group.stream().mapToDouble(u -> u.weight() * u.value()).sum() / whole;
      within +=
          Math.pow(share, 1 - alpha)
              * Math.pow(part, alpha)
              * new Inequality(group).generalisedEntropy(alpha).orElseThrow();
    }
    return within;
  }

  @Test
  void groupsThatDoNotOverlapLeaveNoOverlap() {
    Inequality.GiniParts parts =
        Inequality.splitGini(List.of(units(1, 2, 3), units(5, 6), units(8, 9))).orElseThrow();
    assertThat(parts.overlap()).isCloseTo(0, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neitherTheUnitOfMeasurementNorTheOrderOfUnitsMatters(int seed) {
    Random random = new Random(seed);
    List<Unit> units = new ArrayList<>(random(random, 9));
    Inequality before = new Inequality(units);
    Collections.shuffle(units, random);
    Inequality after =
        new Inequality(
            units.stream().map(u -> new Unit(u.value() * 1000, u.weight() / 7)).toList());
    is(after.gini(), before.gini().orElseThrow());
    is(after.theilT(), before.theilT().orElseThrow());
    is(after.atkinson(2), before.atkinson(2).orElseThrow());
    is(after.verstegen(), before.verstegen().orElseThrow());
  }
}

package io.junheng.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Formula;
import io.junheng.definition.Statistic;
import io.junheng.definition.Statistic.Counting;
import io.junheng.definition.Statistic.QuantileRule;
import io.junheng.definition.Statistic.Quantiles;
import io.junheng.definition.Statistic.Which;
import io.junheng.dispersion.Dispersion.School;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statistics as definitions ask for them. Schools are written out as their pupils, one by one, and
 * the plain definition is worked out over the pupils.
 */
class EvaluateStatisticTest {
  private static final List<Statistic> ALL =
      List.of(
          new Statistic.CoefficientOfVariation(),
          new Statistic.Gini(),
          Statistic.Entropy.THEIL_T,
          Statistic.Entropy.THEIL_L,
          new Statistic.Entropy(new BigDecimal("2")),
          new Statistic.Atkinson(new BigDecimal("0.5")),
          new Statistic.McLoone(),
          new Statistic.Verstegen(),
          new Statistic.QuantileRatio(quantiles(QuantileRule.LOWEST_REACHING)),
          new Statistic.RangeRatio(quantiles(QuantileRule.LOWEST_REACHING)));

  private static Quantiles quantiles(QuantileRule rule) {
    return new Quantiles(BigDecimal.valueOf(90), BigDecimal.valueOf(10), rule);
  }

  private static Formula.Dispersion formula(Statistic statistic, Counting counting) {
    return new Formula.Dispersion("x", "p", "all", statistic, counting, Optional.empty());
  }

  private static Optional<Double> part(Statistic statistic, Which which, List<School> schools) {
    return new EvaluateStatistic(
            new Formula.Dispersion(
                "x",
                "p",
                "all",
                statistic,
                Counting.WEIGHTED,
                Optional.of(new Statistic.Part(which, "urban_rural"))))
        .apply(schools);
  }

  private static List<School> schools(int seed) {
    Random random = new Random(seed);
    List<School> schools = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      schools.add(
          new School(
              "S" + i,
              1 + random.nextInt(900) / 100.0,
              1 + random.nextInt(6),
              List.of("", "rural", "urban").get(random.nextInt(3))));
    }
    return schools;
  }

  /** Every pupil of every school, sorted by what the school has. */
  private static double[] pupils(List<School> schools) {
    return schools.stream()
        .flatMap(s -> Stream.generate(s::value).limit((long) s.pupils()))
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  private static double plain(Statistic statistic, double[] x) {
    double mean = mean(x);
    double n = x.length;
    return switch (statistic.word().split(" ", -1)[0]) {
      case "cv" -> Math.sqrt(sum(x, v -> (v - mean) * (v - mean)) / n) / mean;
      case "gini" -> sum(x, v -> sum(x, w -> Math.abs(v - w))) / (2 * n * n * mean);
      case "theil_t" -> sum(x, v -> v / mean * Math.log(v / mean)) / n;
      case "theil_l" -> sum(x, v -> Math.log(mean / v)) / n;
      case "entropy" -> sum(x, v -> v * v / (mean * mean) - 1) / (2 * n);
      case "atkinson" -> 1 - Math.pow(sum(x, Math::sqrt) / n, 2) / mean;
      case "mcloone" -> half(x, median(x), -1);
      case "verstegen" -> half(x, median(x), 1);
      case "quantile_ratio" -> reached(x, 0.9) / reached(x, 0.1);
      case "range_ratio" -> (reached(x, 0.9) - reached(x, 0.1)) / reached(x, 0.1);
      default -> throw new AssertionError(statistic);
    };
  }

  private static double mean(double[] x) {
    return sum(x, v -> v) / x.length;
  }

  private static double sum(double[] x, java.util.function.DoubleUnaryOperator of) {
    double sum = 0;
    for (double v : x) {
      sum += of.applyAsDouble(v);
    }
    return sum;
  }

  private static double median(double[] x) {
    return reached(x, 0.5);
  }

  /** The pupil at the place that at least the share of all pupils reaches. */
  private static double reached(double[] x, double share) {
    return x[(int) Math.ceil(share * x.length - 1e-9) - 1];
  }

  private static double half(double[] x, double median, int side) {
    double has = 0;
    int count = 0;
    for (double v : x) {
      if (side < 0 ? v <= median : v >= median) {
        has += v;
        count++;
      }
    }
    return has / (median * count);
  }

  static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void weightedIsThePlainDefinitionOverPupils(int seed) {
    List<School> schools = schools(seed);
    for (Statistic statistic : ALL) {
      assertThat(new EvaluateStatistic(formula(statistic, Counting.WEIGHTED)).apply(schools))
          .as(statistic.word())
          .hasValueSatisfying(
              v -> assertThat(v).isCloseTo(plain(statistic, pupils(schools)), within(1e-9)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void unweightedIsThePlainDefinitionOverSchools(int seed) {
    List<School> schools = schools(seed);
    double[] x = schools.stream().mapToDouble(School::value).sorted().toArray();
    for (Statistic statistic : ALL) {
      assertThat(new EvaluateStatistic(formula(statistic, Counting.EQUAL)).apply(schools))
          .as(statistic.word())
          .hasValueSatisfying(v -> assertThat(v).isCloseTo(plain(statistic, x), within(1e-9)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void partsAddUpToTheWhole(int seed) {
    List<School> schools = schools(seed);
    for (Statistic.Entropy entropy :
        List.of(Statistic.Entropy.THEIL_T, Statistic.Entropy.THEIL_L)) {
      assertThat(
              part(entropy, Which.WITHIN, schools).orElseThrow()
                  + part(entropy, Which.BETWEEN, schools).orElseThrow())
          .isCloseTo(plain(entropy, pupils(schools)), within(1e-9));
    }
    assertThat(
            Stream.of(Which.values())
                .mapToDouble(w -> part(new Statistic.Gini(), w, schools).orElseThrow())
                .sum())
        .isCloseTo(plain(new Statistic.Gini(), pupils(schools)), within(1e-9));
  }

  /** Between the groups is what would be left if every pupil had the mean of his group. */
  @ParameterizedTest
  @MethodSource("seeds")
  void betweenIsTheSpreadOfTheGroupsMeans(int seed) {
    List<School> schools = schools(seed);
    List<School> levelled =
        schools.stream()
            .map(
                s ->
                    new School(
                        s.code(),
                        mean(
                            pupils(
                                schools.stream()
                                    .filter(o -> o.group().equals(s.group()))
                                    .toList())),
                        s.pupils(),
                        s.group()))
            .toList();
    assertThat(part(Statistic.Entropy.THEIL_T, Which.BETWEEN, schools).orElseThrow())
        .isCloseTo(plain(Statistic.Entropy.THEIL_T, pupils(levelled)), within(1e-9));
  }

  @Test
  void aSingleSchoolHasNoSpread() {
    assertThat(
            new EvaluateStatistic(formula(new Statistic.Gini(), Counting.WEIGHTED))
                .apply(List.of(new School("A", 1, 10), new School("B", 2, 0))))
        .isEmpty();
  }

  @Test
  void everyStatisticIsTried() {
    assertThat(Statistic.class.getPermittedSubclasses())
        .hasSize((int) ALL.stream().map(Object::getClass).distinct().count());
  }

  @Test
  void whatDoesNotAddUpOrIsNotDefinedIsNoFormula() {
    assertThatThrownBy(() -> part(new Statistic.McLoone(), Which.WITHIN, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> part(Statistic.Entropy.THEIL_T, Which.OVERLAP, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                formula(
                    new Statistic.QuantileRatio(quantiles(QuantileRule.INTERPOLATED)),
                    Counting.WEIGHTED))
        .hasMessageContaining("schools: equal");
    assertThatThrownBy(() -> new Statistic.Atkinson(BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

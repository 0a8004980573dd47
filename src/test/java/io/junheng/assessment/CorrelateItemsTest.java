package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Framework;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How items go together: by hand, and against the plain definitions. */
class CorrelateItemsTest {
  private static final double EXACT = 1e-12;

  /** Spearman's example without ties: 1 − 6 Σd² ÷ n(n² − 1) = 1 − 6·194 ÷ 990. */
  @Test
  void ranksOfTenPeople() {
    double[] x = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
    double[] y = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};
    assertThat(Correlation.spearman(x, y).orElseThrow())
        .isCloseTo(1 - 6 * 194 / 990.0, within(EXACT));
  }

  @Test
  void tiesShareTheMeanPlace() {
    double[] x = {1, 2, 2, 3};
    double[] places = {1, 2.5, 2.5, 4};
    double[] y = {4, 1, 3, 9};
    double[] ofY = {3, 1, 2, 4};
    assertThat(Correlation.spearman(x, y)).isEqualTo(Correlation.pearson(places, ofY));
  }

  @Test
  void aStraightLineIsOneAndAConstantIsNone() {
    assertThat(Correlation.pearson(new double[] {1, 2, 4}, new double[] {3, 5, 9})).contains(1.0);
    assertThat(Correlation.pearson(new double[] {1, 2, 4}, new double[] {-3, -5, -9}))
        .contains(-1.0);
    assertThat(Correlation.pearson(new double[] {1, 2, 4}, new double[] {0.1, 0.1, 0.1})).isEmpty();
  }

  /** Two equal parts measure the same: α is 1. Two that run apart make it fall below 0. */
  @Test
  void alphaTellsWhetherPartsGoTogether() {
    double[] x = {1, 2, 3, 5};
    assertThat(Correlation.cronbachAlpha(List.of(x, x)).orElseThrow()).isCloseTo(1, within(EXACT));
    assertThat(Correlation.cronbachAlpha(List.of(x, new double[] {5, 4, 3, 2})).orElseThrow())
        .isNegative();
    assertThat(Correlation.cronbachAlpha(List.of(x))).isEmpty();
  }

  /** α is also k·c̄ ÷ (v̄ + (k − 1)·c̄) with the mean variance v̄ and the mean covariance c̄. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void alphaIsMeanCovarianceOverMeanVariance(int seed) {
    Random random = new Random(seed);
    List<double[]> parts = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      parts.add(random.doubles(12).toArray());
    }
    double variance = 0;
    double covariance = 0;
    for (double[] x : parts) {
      for (double[] y : parts) {
        if (x == y) {
          variance += covariance(x, x) / 4;
        } else {
          covariance += covariance(x, y) / 12;
        }
      }
    }
    assertThat(Correlation.cronbachAlpha(parts).orElseThrow())
        .isCloseTo(4 * covariance / (variance + 3 * covariance), within(1e-9));
  }

  private static double covariance(double[] x, double[] y) {
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
    double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
    return IntStream.range(0, x.length).mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY)).sum()
        / (x.length - 1);
  }

  @Test
  void eachPairHasARowAndEachItemOneWithTheWhole() {
    List<ItemPair> pairs = pairs("C1 | 10 | 90\nC2 | 20 | 60\nC3 | 40 | 30\nC4 | - | 10");
    assertThat(pairs)
        .extracting(ItemPair::item, ItemPair::other, ItemPair::units)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A1", "A2", 3),
            org.assertj.core.groups.Tuple.tuple("A1", "_T", 3),
            org.assertj.core.groups.Tuple.tuple("A2", "_T", 3),
            org.assertj.core.groups.Tuple.tuple("_T", "_T", 3));
    ItemPair pair = pairs.get(0);
    assertThat(pair.spearman()).contains(-1.0);
    assertThat(pair.pearson().orElseThrow()).isCloseTo(-0.98198, within(1e-5));
    assertThat(pairs.get(3).cronbachAlpha()).isPresent();
  }

  @Test
  void twoCountiesAndEqualFiguresTellNothing() {
    assertThat(pairs("C1 | 10 | 90\nC2 | 20 | 60").get(0))
        .isEqualTo(
            new ItemPair(
                "A1", "A2", Optional.empty(), Optional.empty(), Optional.empty(), 2, ObsStatus.X));
    assertThat(pairs("C1 | 10 | 90\nC2 | 20 | 90\nC3 | 30 | 90").get(0).status())
        .isEqualTo(ObsStatus.Z);
  }

  /** Two items, approval and trained teachers, each as a share of 100. */
  private static List<ItemPair> pairs(String rows) {
    Framework.Weighted framework =
        new Framework.Weighted(
            Kit.head("2023", Origin.DEMO),
            ScoreRule.mean(BigDecimal.valueOf(100), 2, LookAt.UNROUNDED),
            List.of(leaf("A1", "approval"), leaf("A2", "trained_share")),
            List.of(),
            List.of(),
            new RankingRule(
                RankingScope.ALL,
                List.of(new RankingKey.Score(Order.DESC)),
                Ties.COMPETITION,
                false,
                9));
    List<IndicatorValue> values = new ArrayList<>();
    List<String> counties = new ArrayList<>();
    for (String row : rows.split("\n", -1)) {
      String[] cells = row.split(" \\| ", -1);
      counties.add(cells[0]);
      add(values, cells[0], "approval", cells[1]);
      add(values, cells[0], "trained_share", cells[2]);
    }
    Panel panel = new Panel(Kit.PERIOD, Kit.DAY, counties, values, List.of(), List.of(), List.of());
    return new CorrelateItems(framework)
        .apply(
            new ScoreWeighted(framework, Kit.catalogue(framework)).apply(panel, counties).scores());
  }

  private static void add(
      List<IndicatorValue> values, String county, String indicator, String value) {
    if (!value.equals("-")) {
      values.add(
          new IndicatorValue(
              county,
              "_T",
              indicator,
              Optional.of(new BigDecimal(value)),
              Optional.empty(),
              Optional.empty(),
              ObsStatus.A,
              Optional.empty()));
    }
  }

  private static ScoreNode leaf(String id, String indicator) {
    return new ScoreNode.Leaf(
        id,
        Text.same(id),
        BigDecimal.ONE,
        Kit.SOURCE,
        indicator,
        "_T",
        new Normalisation.Goalposts(
            BigDecimal.ZERO, BigDecimal.valueOf(100), Normalisation.Clip.CLIPPED));
  }
}

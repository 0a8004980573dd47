package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Normalisation.Outliers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreatmentTest {
  /** The example of a spreadsheet's help page for SKEW and KURT: 0.359543 and −0.151799637. */
  @Test
  void skewnessAndKurtosisAreThoseOfSpreadsheets() {
    double[] x = {3, 4, 5, 2, 3, 4, 5, 6, 4, 7};
    assertThat(Treatment.skewness(x)).isCloseTo(0.359543071, within(1e-9));
    assertThat(Treatment.kurtosis(x)).isCloseTo(-0.151799637, within(1e-9));
  }

  private static List<BigDecimal> oneToTwentyAnd(int... more) {
    return IntStream.concat(IntStream.rangeClosed(1, 20), IntStream.of(more))
        .mapToObj(BigDecimal::valueOf)
        .toList();
  }

  @Test
  void figuresThatAreNotFarOffAreLeftAsTheyAre() {
    Treatment treatment = Treatment.of(oneToTwentyAnd(25), new Outliers(5, true));
    assertThat(treatment).isEqualTo(Treatment.none());
    assertThat(treatment.touches(new BigDecimal("25"))).isFalse();
  }

  @Test
  void theFarthestPointIsDrawnInToTheNextThatIsLeft() {
    Treatment treatment = Treatment.of(oneToTwentyAnd(500), new Outliers(5, false));
    assertThat(treatment.apply(new BigDecimal("500"))).isEqualByComparingTo("20");
    assertThat(treatment.touches(new BigDecimal("20"))).isFalse();
  }

  @Test
  void theLowEndIsDrawnInUpwards() {
    Treatment treatment = Treatment.of(oneToTwentyAnd(-500), new Outliers(5, false));
    assertThat(treatment.apply(new BigDecimal("-500"))).isEqualByComparingTo("1");
  }

  @Test
  void onlyAsManyPointsAsAreAllowedAreDrawnInElseTheLogarithmIsTaken() {
    List<BigDecimal> figures = oneToTwentyAnd(500, 600);
    assertThat(Treatment.of(figures, new Outliers(2, true)).high()).contains(new BigDecimal("20"));
    assertThat(Treatment.of(figures, new Outliers(0, true)).logFrom()).isPresent();
    List<BigDecimal> one = oneToTwentyAnd(900);
    Treatment logarithm = Treatment.of(one, new Outliers(0, true));
    assertThat(logarithm.apply(BigDecimal.ONE).doubleValue())
        .isCloseTo(Math.log(8.99), within(1e-12));
    assertThat(logarithm.touches(BigDecimal.TEN)).isTrue();
  }

  @Test
  void treatmentNeverTurnsTheOrderOfTwoFigures() {
    List<BigDecimal> figures = new ArrayList<>(oneToTwentyAnd(300, 900));
    for (Outliers rule : List.of(new Outliers(3, false), new Outliers(0, true))) {
      Treatment treatment = Treatment.of(figures, rule);
      List<BigDecimal> treated = figures.stream().sorted().map(treatment::apply).toList();
      assertThat(treated).isSorted();
    }
  }
}

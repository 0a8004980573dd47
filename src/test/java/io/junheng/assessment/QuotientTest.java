package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Direction;
import io.junheng.definition.Expression;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.MissingRule;
import io.junheng.definition.Normalisation;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.ScoreNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotientTest {
  private static final Expression ANY = new Expression("a", Set.of("a"));

  static List<Formula> formulas() {
    return List.of(
        new Formula.Ratio("a", "b", new BigDecimal("100"), Optional.empty()),
        new Formula.ShareOfSchools(ANY, Optional.empty()),
        new Formula.Survey("a", "b"),
        new Formula.Dispersion("a", "b", "all"),
        new Formula.Growth("a"),
        new Formula.Derived(ANY),
        new Formula.MeasureValue("a"));
  }

  private static Quotient seventy(Formula formula) {
    IndicatorValue figure =
        new IndicatorValue(
            "C1",
            "_T",
            "x",
            Optional.of(new BigDecimal("70.00000000000001")),
            Optional.of(new BigDecimal("7")),
            Optional.of(BigDecimal.TEN),
            ObsStatus.A,
            Optional.empty());
    return Quotient.of(figure, Kit.indicator("x", 1, Direction.UP, formula, "_T")).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void everyKindOfFormulaHasAValueThatCanBeCompared(Formula formula) {
    assertThat(seventy(formula).rounded(1)).isEqualByComparingTo("70.0");
  }

  @Test
  void theKindsAboveAreAllThereAre() {
    assertThat(formulas().stream().<Class<?>>map(Formula::getClass))
        .containsExactlyInAnyOrder(Formula.class.getPermittedSubclasses());
  }

  @Test
  void oneDivisionDecidesByItsPartsAndAnythingElseByItsValue() {
    BigDecimal limit = new BigDecimal("70");
    List<Class<?>> byParts =
        formulas().stream()
            .filter(formula -> seventy(formula).meets(Comparison.AT_MOST, limit))
            .<Class<?>>map(Formula::getClass)
            .toList();
    assertThat(byParts)
        .containsExactly(Formula.Ratio.class, Formula.ShareOfSchools.class, Formula.Survey.class);
  }

  @ParameterizedTest(name = "{0} ÷ {1} prints as {2}")
  @CsvSource({"1, 3, 0.33", "2, 3, 0.67", "1, 200, 0.01", "199, 40000, 0.00", "-1, 200, -0.01"})
  void printingRoundsTheExactQuotientHalfUp(
      BigDecimal numerator, BigDecimal denominator, String printed) {
    assertThat(new Quotient(numerator, denominator).rounded(2)).hasToString(printed);
  }

  /**
   * The chains of {@code instanceof} in this package name these kinds; a new one must be added
   * there and here.
   */
  @Test
  void theKindsThatThisPackageKnowsAreAllThereAre() {
    assertKinds(
        Framework.class,
        Framework.Conjunctive.class,
        Framework.Weighted.class,
        Framework.Separate.class,
        Framework.Single.class);
    assertKinds(
        ItemTest.class,
        ItemTest.OfSchools.class,
        ItemTest.OfCounty.class,
        ItemTest.OfEvidence.class);
    assertKinds(
        ScoreNode.class, ScoreNode.Branch.class, ScoreNode.Leaf.class, ScoreNode.Attested.class);
    assertKinds(
        Normalisation.class,
        Normalisation.Attain.class,
        Normalisation.AllOrNothing.class,
        Normalisation.Goalposts.class,
        Normalisation.MinMax.class,
        Normalisation.ZScore.class,
        Normalisation.Distance.class,
        Normalisation.Ranked.class,
        Normalisation.Bands.class,
        Normalisation.Growth.class);
    assertKinds(
        Normalisation.Basis.class, Normalisation.OfYear.class, Normalisation.OfPeriod.class);
    assertKinds(
        MissingRule.class,
        MissingRule.NoScore.class,
        MissingRule.Bounds.class,
        MissingRule.Reweight.class,
        MissingRule.Impute.class);
    assertKinds(
        RankingKey.class,
        RankingKey.MetCount.class,
        RankingKey.Score.class,
        RankingKey.ByIndicator.class);
  }

  private static void assertKinds(Class<?> sealed, Class<?>... known) {
    Stream<Class<?>> permitted = Arrays.stream(sealed.getPermittedSubclasses());
    assertThat(permitted).containsExactlyInAnyOrder(known);
  }
}

package io.junheng.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Spreads of groups against the split that looks at every unit. */
class SpreadTest {
  private static List<List<Entropy.Unit>> groups(Random random, double least) {
    List<List<Entropy.Unit>> groups = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(6); i++) {
      List<Entropy.Unit> group = new ArrayList<>();
      for (int j = 0; j < 1 + random.nextInt(40); j++) {
        double value = random.nextInt(10) == 0 ? least : least + 30 * random.nextDouble();
        group.add(new Entropy.Unit(value, 1 + random.nextInt(2000)));
      }
      groups.add(group);
    }
    return groups;
  }

  private static void requireSame(List<List<Entropy.Unit>> groups) {
    List<Spread> spreads = groups.stream().map(Spread::of).toList();
    for (int alpha = 0; alpha <= 2; alpha++) {
      Entropy.Parts expected = Entropy.split(alpha, groups).orElse(null);
      Entropy.Parts actual = Spread.split(alpha, spreads).orElse(null);
      assertThat(actual == null).as("GE(%d) is not defined", alpha).isEqualTo(expected == null);
      if (expected != null) {
        assertThat(actual.total()).isCloseTo(expected.total(), within(1e-12));
        assertThat(actual.within()).isCloseTo(expected.within(), within(1e-12));
        assertThat(actual.between()).isCloseTo(expected.between(), within(1e-12));
        assertThat(actual.total()).isEqualTo(actual.within() + actual.between());
      }
    }
  }

  @RepeatedTest(50)
  void splitsAsTheUnitsDo(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    requireSame(groups(random, 0.5));
    // With values of 0, of which GE(0) is not defined.
    requireSame(groups(random, 0));
  }

  @RepeatedTest(20)
  void groupsOfGroupsAreThatOfTheirUnits(RepetitionInfo round) {
    List<List<Entropy.Unit>> groups = groups(new Random(round.getCurrentRepetition()), 0);
    Spread whole = Spread.of(groups.stream().flatMap(List::stream).toList());
    Spread built = Spread.ofAll(groups.stream().map(Spread::of).toList());
    assertThat(built.weight()).isEqualTo(whole.weight());
    assertThat(built.mean()).isCloseTo(whole.mean(), within(1e-12));
    assertThat(built.theil()).isCloseTo(whole.theil(), within(1e-11));
    assertThat(built.variance()).isCloseTo(whole.variance(), within(1e-10));
    assertThat(Double.isNaN(built.logDeviation())).isEqualTo(Double.isNaN(whole.logDeviation()));
  }

  @Test
  void equalValuesHaveNoSpread() {
    List<Entropy.Unit> units =
        List.of(new Entropy.Unit(4, 3), new Entropy.Unit(4, 5), new Entropy.Unit(4, 8));
    assertThat(Spread.of(units)).isEqualTo(new Spread(16, 4, 0, 0, 0));
  }

  @Test
  void aGroupWithoutAnythingTakesPart() {
    requireSame(
        List.of(
            List.of(new Entropy.Unit(0, 3), new Entropy.Unit(0, 5)),
            List.of(new Entropy.Unit(2, 8), new Entropy.Unit(3, 1))));
  }

  @Test
  void nothingIsSplitWhereAllAreZeroOrBelow() {
    requireSame(List.of(List.of(new Entropy.Unit(0, 3)), List.of(new Entropy.Unit(0, 1))));
    requireSame(List.of(List.of(new Entropy.Unit(-2, 3)), List.of(new Entropy.Unit(9, 3))));
  }
}

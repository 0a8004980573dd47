package io.junheng.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispersionTest {
  private static final double[] PUPILS = {45, 37, 89, 76, 55};
  private static final double[] BOOKS = {279, 137, 935, 160, 402};

  private static List<Dispersion.School> fiveSchools() {
    List<Dispersion.School> schools = new ArrayList<>();
    for (int i = 0; i < PUPILS.length; i++) {
      schools.add(new Dispersion.School("S" + i, BOOKS[i] / PUPILS[i], PUPILS[i]));
    }
    return schools;
  }

  @Test
  void theWorkedExampleOfFiveSchoolsGivesItsPublishedSpread() {
    Dispersion spread = Dispersion.between(fiveSchools()).orElseThrow();
    assertThat(spread.weightedMean()).isCloseTo(6.334, within(0.0005));
    assertThat(spread.weightedSd()).isCloseTo(3.264, within(0.0005));
    assertThat(spread.cv().orElseThrow()).isCloseTo(0.515257, within(5e-7));
    assertThat(spread.cvUnweighted().orElseThrow()).isCloseTo(0.489, within(5e-4));
  }

  @Test
  void theSharesOfTheSchoolsAddUpToTheWholeVariance() {
    double sum =
        Dispersion.between(fiveSchools()).orElseThrow().shares().stream()
            .mapToDouble(Dispersion.Share::share)
            .sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void aSingleSchoolHasNoSpread() {
    assertThat(Dispersion.between(fiveSchools().subList(0, 1))).isEmpty();
  }

  @Test
  void aSchoolWithoutPupilsTakesNoPart() {
    List<Dispersion.School> schools = fiveSchools();
    schools.add(new Dispersion.School("empty", 1000, 0));
    assertThat(Dispersion.between(schools)).isEqualTo(Dispersion.between(fiveSchools()));
  }

  @Test
  void aMeanOfZeroGivesNoCoefficient() {
    Dispersion spread =
        Dispersion.between(
                List.of(new Dispersion.School("a", 0, 10), new Dispersion.School("b", 0, 20)))
            .orElseThrow();
    assertThat(spread.cv()).isEmpty();
    assertThat(spread.cvUnweighted()).isEmpty();
    assertThat(spread.gini()).isEmpty();
  }

  @Test
  void theGiniCoefficientOfEqualSchoolsIsNeverBelowZero() {
    List<Dispersion.School> schools = new ArrayList<>();
    for (String code : List.of("a", "b", "c")) {
      schools.add(new Dispersion.School(code, 20, 100));
    }
    assertThat(Dispersion.between(schools).orElseThrow().gini().orElseThrow()).isBetween(0d, 1e-15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOrderOfTheSchoolsChangesNoBit(long seed) {
    Random random = new Random(seed);
    List<Dispersion.School> schools = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      schools.add(new Dispersion.School("S" + i, random.nextDouble() * 9, 1 + random.nextInt(900)));
    }
    Dispersion before = Dispersion.between(schools).orElseThrow();
    Collections.shuffle(schools, random);
    assertThat(Dispersion.between(schools).orElseThrow()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void giniAndTheilAgreeWithTheirDefinitionsOverAllPairsOfPupils(long seed) {
    Random random = new Random(seed);
    List<Dispersion.School> schools = new ArrayList<>();
    List<Double> pupils = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double value = random.nextDouble() * 5;
      int count = 1 + random.nextInt(6);
      schools.add(new Dispersion.School("S" + i, value, count));
      pupils.addAll(Collections.nCopies(count, value));
    }
    double mean = pupils.stream().mapToDouble(x -> x).average().orElseThrow();
    double differences = 0;
    double theil = 0;
    for (double one : pupils) {
      for (double other : pupils) {
        differences += Math.abs(one - other);
      }
      theil += one / mean * Math.log(one / mean) / pupils.size();
    }
    Dispersion spread = Dispersion.between(schools).orElseThrow();
    double gini = differences / (2.0 * pupils.size() * pupils.size() * mean);
    assertThat(spread.gini().orElseThrow()).isCloseTo(gini, within(1e-12));
    assertThat(spread.theilT().orElseThrow()).isCloseTo(theil, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void withinAndBetweenGroupsAddUpToTheirOwnDefinitions(int alpha) {
    Random random = new Random(alpha);
    List<List<Entropy.Unit>> groups = new ArrayList<>();
    for (int g = 0; g < 5; g++) {
      List<Entropy.Unit> group = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        group.add(new Entropy.Unit(0.5 + random.nextDouble(), 1 + random.nextInt(50)));
      }
      groups.add(group);
    }
    Entropy.Parts parts = Entropy.split(alpha, groups).orElseThrow();
    assertThat(parts.within()).isCloseTo(withinByDefinition(alpha, groups), within(1e-12));
    assertThat(parts.within() + parts.between()).isCloseTo(parts.total(), within(1e-15));
  }

  private static double withinByDefinition(int alpha, List<List<Entropy.Unit>> groups) {
    double weight = groups.stream().flatMap(List::stream).mapToDouble(Entropy.Unit::weight).sum();
    double total =
        groups.stream().flatMap(List::stream).mapToDouble(u -> u.weight() * u.value()).sum();
    double sum = 0;
    for (List<Entropy.Unit> group : groups) {
      double groupWeight = group.stream().mapToDouble(Entropy.Unit::weight).sum();
      double groupTotal = group.stream().mapToDouble(u -> u.weight() * u.value()).sum();
      double share = groupWeight / weight;
      double relative = (groupTotal / groupWeight) / (total / weight);
      double own = Entropy.of(alpha, group, groupTotal / groupWeight).orElseThrow();
      sum += share * Math.pow(relative, alpha) * own;
    }
    return sum;
  }
}

package io.junheng.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws the schools of a county that are to be looked at on the spot: without replacement, each
 * with a chance that follows its leverage, its share in the variance of the county. The same seed
 * draws the same schools, in whatever order they are given.
 *
 * <p>Each school gets the key {@code ln(u) / share} with u from the seed; the largest keys are
 * drawn (Efraimidis and Spirakis 2006). Schools without leverage come after all others.
 */
public record DrawSchools(long seed, int count) {
  public DrawSchools {
    if (count < 1) {
      throw new IllegalArgumentException("at least one school is drawn");
    }
  }

  /**
   * A school that may be drawn.
   *
   * @param share of the county's variance, 0 to 1
   */
  public record School(String county, String code, double share) {}

  private record Drawn(School school, double key) {}

  /** The schools drawn from each county, in the order of county and draw. */
  public List<School> apply(Collection<School> schools) {
    return schools.stream()
        .map(School::county)
        .distinct()
        .sorted()
        .flatMap(county -> ofCounty(schools, county).stream())
        .toList();
  }

  private List<School> ofCounty(Collection<School> schools, String county) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x9E3779B97F4A7C15L * county.hashCode());
    return schools.stream()
        .filter(school -> school.county().equals(county))
        .sorted(Comparator.comparing(School::code))
        .map(school -> new Drawn(school, key(school, random.nextDouble())))
        .sorted(
            Comparator.comparingDouble(Drawn::key)
                .reversed()
                .thenComparing(drawn -> drawn.school().code()))
        .limit(count)
        .map(Drawn::school)
        .toList();
  }

  private static double key(School school, double random) {
    double log = Math.log(1 - random);
    return school.share() > 0 ? log / school.share() : Double.NEGATIVE_INFINITY;
  }
}

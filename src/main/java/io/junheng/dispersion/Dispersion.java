package io.junheng.dispersion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The spread of a resource between the schools of a county; worked out over schools in the order of
 * their codes, so that the order and partitioning of rows does not matter.
 *
 * @param schools how many take part: those with a value and pupils
 * @param weightedMean Σ p·x ÷ P
 * @param weightedSd square root of Σ (p ÷ P)(x − mean)², population form
 * @param cv pupil-weighted coefficient of variation, weightedSd ÷ weightedMean (义务教育均衡发展差异系数计算方法);
 *     empty where the mean is 0
 * @param cvUnweighted standard deviation over mean of the schools as equals, population form; empty
 *     where that mean is 0
 * @param gini pupil-weighted Gini coefficient; empty where the mean is not above 0
 * @param theilT pupil-weighted Theil T (GE 1), 0·ln 0 = 0; empty where the mean is not above 0 or a
 *     value is negative
 * @param shares each school's share of the weighted variance, in the order of the codes; empty list
 *     where there is none
 */
public record Dispersion(
    int schools,
    double weightedMean,
    double weightedSd,
    Optional<Double> cv,
    Optional<Double> cvUnweighted,
    Optional<Double> gini,
    Optional<Double> theilT,
    List<Share> shares) {

  /**
   * A school that takes part.
   *
   * @param group by which a spread is divided; empty text: in none, or unknown
   */
  public record School(String code, double value, double pupils, String group) {
    /** A school of no group. */
    public School(String code, double value, double pupils) {
      this(code, value, pupils, "");
    }
  }

  /** What a school contributes to the weighted variance, 0 to 1. */
  public record Share(String school, double share) {}

  /**
   * The spread between at least two schools.
   *
   * @return empty with fewer than two schools that have pupils
   */
  public static Optional<Dispersion> between(List<School> all) {
    List<School> schools =
        all.stream()
            .filter(school -> school.pupils() > 0)
            .sorted(Comparator.comparing(School::code))
            .toList();
    return schools.size() < 2 ? Optional.empty() : Optional.of(of(schools));
  }

  private static Dispersion of(List<School> schools) {
    double pupils = 0;
    double resources = 0;
    for (School school : schools) {
      pupils += school.pupils();
      resources += school.pupils() * school.value();
    }
    double mean = resources / pupils;
    double variance = 0;
    for (School school : schools) {
      variance += school.pupils() / pupils * square(school.value() - mean);
    }
    double sd = Math.sqrt(variance);
    Inequality units = new Inequality(weights(schools));
    return new Dispersion(
        schools.size(),
        mean,
        sd,
        quotient(sd, mean),
        unweighted(schools),
        units.gini(),
        units.theilT(),
        shares(schools, pupils, mean, variance));
  }

  private static Optional<Double> unweighted(List<School> schools) {
    double mean = 0;
    for (School school : schools) {
      mean += school.value() / schools.size();
    }
    double variance = 0;
    for (School school : schools) {
      variance += square(school.value() - mean) / schools.size();
    }
    return quotient(Math.sqrt(variance), mean);
  }

  private static List<Share> shares(
      List<School> schools, double pupils, double mean, double variance) {
    List<Share> shares = new ArrayList<>();
    if (variance > 0) {
      for (School school : schools) {
        double part = school.pupils() / pupils * square(school.value() - mean);
        shares.add(new Share(school.code(), part / variance));
      }
    }
    return List.copyOf(shares);
  }

  private static List<Entropy.Unit> weights(List<School> schools) {
    return schools.stream().map(s -> new Entropy.Unit(s.value(), s.pupils())).toList();
  }

  private static Optional<Double> quotient(double above, double below) {
    return below == 0 ? Optional.empty() : Optional.of(above / below);
  }

  private static double square(double x) {
    return x * x;
  }
}

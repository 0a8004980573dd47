package io.junheng.assessment;

import io.junheng.definition.Framework.GradeBand;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.LookAt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Grades from scores: the best band that a score reaches. */
public record GradeBands(ScoreRule rule, List<GradeBand> bands) {
  public GradeBands {
    bands = bands.stream().sorted(Comparator.comparing(GradeBand::from).reversed()).toList();
  }

  /** The score that places look at: as it is, or as printed (half-up). */
  public BigDecimal asLookedAt(BigDecimal score) {
    return lookedAt(score, rule.rankBy());
  }

  /** The grade of a score that nothing is missing from. */
  public Optional<String> gradeOf(BigDecimal score) {
    return gradeOf(score, Optional.of(score));
  }

  /**
   * The grade of a score; empty below the lowest band and where the framework has no bands.
   *
   * @param low the lowest that the score may be; empty where nothing bounds it
   */
  public Optional<String> gradeOf(BigDecimal score, Optional<BigDecimal> low) {
    return bands.stream()
        .filter(band -> reaches(score, low, band))
        .map(GradeBand::grade)
        .findFirst();
  }

  /**
   * What a score lacks to the next better band; empty in the best one and without bands.
   *
   * @param low as for the grade; what it lacks counts as well
   */
  public Optional<BigDecimal> toNextBand(BigDecimal score, Optional<BigDecimal> low) {
    Optional<GradeBand> next =
        bands.stream()
            .takeWhile(band -> !reaches(score, low, band))
            .reduce((better, worse) -> worse);
    return next.map(
        band -> {
          BigDecimal lacks = band.from().subtract(score).max(BigDecimal.ZERO);
          return band.lowFrom()
              .flatMap(from -> low.map(from::subtract))
              .map(lacks::max)
              .orElse(lacks);
        });
  }

  private boolean reaches(BigDecimal score, Optional<BigDecimal> low, GradeBand band) {
    boolean isAbove = lookedAt(score, rule.gradeBy()).compareTo(band.from()) >= 0;
    return isAbove
        && (band.lowFrom().isEmpty()
            || low.filter(l -> lookedAt(l, rule.gradeBy()).compareTo(band.lowFrom().get()) >= 0)
                .isPresent());
  }

  private BigDecimal lookedAt(BigDecimal score, LookAt lookAt) {
    return lookAt == LookAt.PRINTED ? score.setScale(rule.decimals(), RoundingMode.HALF_UP) : score;
  }
}

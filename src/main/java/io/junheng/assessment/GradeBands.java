package io.junheng.assessment;

import io.junheng.definition.Framework.GradeBand;
import io.junheng.definition.Framework.ScoreRule;
import io.junheng.definition.Framework.ScoreRule.RankBy;
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

  /** The score that places and bands look at: as it is, or as printed (half-up). */
  public BigDecimal asLookedAt(BigDecimal score) {
    return rule.rankBy() == RankBy.PRINTED
        ? score.setScale(rule.decimals(), RoundingMode.HALF_UP)
        : score;
  }

  /** The grade of a score; empty below the lowest band and where the framework has no bands. */
  public Optional<String> gradeOf(BigDecimal score) {
    BigDecimal lookedAt = asLookedAt(score);
    return bands.stream()
        .filter(band -> lookedAt.compareTo(band.from()) >= 0)
        .map(GradeBand::grade)
        .findFirst();
  }
}

package io.junheng.explain;

import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A framework as a county meets it.
 *
 * @param isOfficialOrder false: places are a working order
 * @param lines its items and nodes, those that cost most first; empty where one item is asked for
 */
public record FrameworkTold(
    String id,
    Text title,
    String kind,
    Explanation.Rule rule,
    boolean isOfficialOrder,
    Optional<Verdict> verdict,
    Optional<Score> score,
    Optional<Standing> standing,
    List<Line> lines) {
  public FrameworkTold {
    lines = List.copyOf(lines);
  }

  /**
   * Pass or fail.
   *
   * @param verdict {@code passed}, {@code not_passed}, {@code undetermined}
   * @param blocking items that stand in the way
   */
  public record Verdict(
      String verdict,
      Optional<String> passClass,
      int met,
      int partlyMet,
      int notMet,
      int unknown,
      int of,
      Optional<Boolean> vetoHit,
      Optional<Boolean> preconditionFailed,
      List<String> blocking) {
    public Verdict {
      blocking = List.copyOf(blocking);
    }
  }

  /** A score with its bounds; {@code status} is that of gold.county_score. */
  public record Score(
      Optional<BigDecimal> score,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      Optional<BigDecimal> max,
      Optional<BigDecimal> bonus,
      Optional<String> gradeBand,
      Optional<BigDecimal> toNextBand,
      Optional<Explanation.Before> before,
      String status) {}

  /** An item in one line. */
  public record Line(
      String item,
      Text title,
      Optional<String> grade,
      Optional<BigDecimal> points,
      Optional<BigDecimal> pointsLost,
      Explanation.Rule rule) {}
}

package io.junheng.assessment;

import io.junheng.definition.Origin;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a county scores at a node of a weighted framework's tree. A row of gold.county_score. Key:
 * county, node; {@link #TOTAL} is the whole.
 *
 * @param rawValue the indicator's value; empty above the leaves
 * @param normalised 0…1 (a leaf's cap may allow more)
 * @param weight among its siblings, as {@code conf/} gives it
 * @param maxScore points that the node can bring to the total, its share of the framework's maximum
 *     after what is missing or does not apply was left out: this shows re-weighting. Of an event of
 *     bonus or deduction its cap, 0 without one
 * @param points that it does bring: the points of all items, bonus and deduction add up to the
 *     score. Under a mean that does not simply add up, a weak item may bring less than nothing
 * @param score on the framework's own scale: normalised × maximum; for the total the same as
 *     points, bonus and deduction included
 * @param scoreLow what the score is at worst once the missing arrives; the score itself where
 *     nothing is missing; empty where nothing bounds it
 * @param scoreHigh what it is at best
 * @param bonus of the total: points of bonus less points of deduction; empty for a framework
 *     without either
 * @param gradeBand of the total only
 * @param pointsToNextBand of the total: what it lacks to the next better band
 * @param previousScore one period earlier, for the same edition and boundaries
 * @param status {@code X} no score because something is missing, {@code Z} nothing of it applies,
 *     {@code E} estimated from the parts that are known or apply, else {@code A}
 */
public record CountyScore(
    String county,
    String node,
    Optional<BigDecimal> rawValue,
    Optional<BigDecimal> normalised,
    BigDecimal weight,
    BigDecimal maxScore,
    Optional<BigDecimal> points,
    Optional<BigDecimal> score,
    Optional<BigDecimal> scoreLow,
    Optional<BigDecimal> scoreHigh,
    Optional<BigDecimal> bonus,
    Optional<String> gradeBand,
    Optional<BigDecimal> pointsToNextBand,
    Optional<BigDecimal> previousScore,
    Optional<BigDecimal> change,
    Origin origin,
    ObsStatus status) {
  /** The node that stands for the whole tree. */
  public static final String TOTAL = "_T";

  public CountyScore {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(status, "status");
  }

  public boolean isTotal() {
    return node.equals(TOTAL);
  }

  CountyScore beside(BigDecimal previous) {
    return new CountyScore(
        county,
        node,
        rawValue,
        normalised,
        weight,
        maxScore,
        points,
        score,
        scoreLow,
        scoreHigh,
        bonus,
        gradeBand,
        pointsToNextBand,
        Optional.of(previous),
        score.map(now -> now.subtract(previous)),
        origin,
        status);
  }
}

package io.junheng.assessment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a county is on its way to a target. A row of gold.target_progress. What leans on a figure
 * or a start that nobody knows is empty.
 *
 * @param start where the way began
 * @param status of the value: {@code X} where there is none
 * @param gap distance that is left in the indicator's better direction; 0 once it is reached
 * @param doneShare way made ÷ whole way; may pass 1 or be below 0; empty where the start was
 *     already as good as the target
 * @param timeShare time gone ÷ whole time, by reference dates, 0 to 1
 * @param expected the figure on the straight line from start to target
 * @param pace way made in a year so far
 * @param neededPace way to make in a year from now on; empty once it is reached or time is over
 * @param projected the figure at the end if the pace stays
 */
public record FollowedTarget(
    Target target,
    Optional<BigDecimal> value,
    ObsStatus status,
    Optional<Target.Start> start,
    Optional<BigDecimal> gap,
    Optional<BigDecimal> doneShare,
    Optional<BigDecimal> timeShare,
    Optional<BigDecimal> expected,
    Optional<BigDecimal> pace,
    Optional<BigDecimal> neededPace,
    Optional<BigDecimal> projected,
    Standing standing) {
  public FollowedTarget {
    Objects.requireNonNull(standing, "standing");
  }

  /** Where the county stands on its way. */
  public enum Standing {
    /** The figure is as good as the target or better. */
    REACHED,
    /** At least as far as the straight line asks for by now. */
    ON_TRACK,
    /** Less far than that. */
    BEHIND,
    /** The time is over and it was not reached. */
    MISSED,
    /** There is no figure, no start, or no better direction. */
    UNKNOWN
  }
}

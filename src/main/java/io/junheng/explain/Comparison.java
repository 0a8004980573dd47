package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two periods.
 *
 * @param label tells sample data from real data
 */
public record Comparison(
    Period before, Period after, Optional<String> label, List<OfFramework> frameworks) {
  public Comparison {
    frameworks = List.copyOf(frameworks);
  }

  /**
   * One framework.
   *
   * @param definitionChanged whether edition or standards differ: then moves are not split, and
   *     changes may come from the rule
   * @param joined counties ranked now and not before
   * @param left counties ranked before and not now
   * @param counties by how far they moved
   */
  public record OfFramework(
      String id,
      Text title,
      boolean definitionChanged,
      List<String> joined,
      List<String> left,
      List<OfCounty> counties) {
    public OfFramework {
      joined = List.copyOf(joined);
      left = List.copyOf(left);
      counties = List.copyOf(counties);
    }
  }

  /**
   * One county.
   *
   * @param move what became of its place; empty where it has none in one of the periods
   * @param cause the main reason for what changed
   * @param gained items met now and not before
   * @param lost items met before and not now
   * @param items whose grade, value or standard differs
   */
  public record OfCounty(
      String code,
      Text name,
      Optional<String> verdictBefore,
      Optional<String> verdictAfter,
      Optional<BigDecimal> scoreBefore,
      Optional<BigDecimal> scoreAfter,
      Optional<Integer> rankBefore,
      Optional<Integer> rankAfter,
      Optional<Move> move,
      Cause cause,
      List<String> gained,
      List<String> lost,
      List<ItemChange> items) {
    public OfCounty {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
      items = List.copyOf(items);
    }
  }

  /**
   * A move from place to place; positive is up.
   *
   * @param own places that the county's own figures moved it: where it would stand with its new
   *     figures among the others' old ones. Empty where units or definitions differ, or where the
   *     places that stand do not follow from the figures that stand beside them
   * @param others the rest: what the others' figures did
   */
  public record Move(int places, Optional<Integer> own, Optional<Integer> others) {}

  /** An item, or a test of one. */
  public record ItemChange(
      String item,
      String test,
      Optional<String> gradeBefore,
      Optional<String> gradeAfter,
      Optional<BigDecimal> valueBefore,
      Optional<BigDecimal> valueAfter,
      Optional<BigDecimal> standardBefore,
      Optional<BigDecimal> standardAfter) {}

  /** Why a county stands where it stands now. */
  public enum Cause {
    UNCHANGED,
    /** Its own figures or documents changed. */
    OWN,
    /** Its own did not; the others' did. */
    OTHERS,
    /** Other units are ranked. */
    UNITS,
    /** Edition or standards are others. */
    DEFINITION,
    /** It has results in one of the periods only. */
    NOT_COMPARABLE
  }
}

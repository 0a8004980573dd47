package io.junheng.assessment;

import io.junheng.definition.Origin;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a county does on an item of a framework, or on one of its tests. A row of
 * gold.framework_item.
 *
 * <p>Key: county, item, test. The test {@link #WHOLE} is the item itself; {@code county.primary} is
 * the test {@code county} at the stage {@code primary}. Vetoes and preconditions stand under the
 * items {@link #VETO} and {@link #PRECONDITION}, one test a statement, without a row for the whole:
 * they are not counted among the items.
 *
 * @param stage empty for evidence, and for an item with several tests
 * @param indicator likewise
 * @param grade of a veto: not met where the forbidden thing was found, met where it was attested
 *     that it was not
 * @param value the county's figure; for a test of schools the percentage of schools that are known
 *     to be in order
 * @param displayedValue the value as printed: half-up to the indicator's decimals
 * @param standard what it is held against; 100 for a test of schools
 * @param gap what is missing to the standard, in the unit of the value; 0 where it is reached
 * @param points gained; empty while unknown, and in a framework without points
 * @param pointsLost points not gained
 * @param evidence documents that attest it
 * @param decidedByRounding true if the displayed value would decide otherwise than the unrounded
 *     one, which counts
 * @param note such as why something is not applicable
 */
public record ItemResult(
    String county,
    String item,
    String test,
    Optional<String> stage,
    Optional<String> indicator,
    Grade grade,
    Optional<BigDecimal> value,
    Optional<BigDecimal> displayedValue,
    Optional<BigDecimal> standard,
    Optional<BigDecimal> gap,
    Optional<String> clause,
    Optional<BigDecimal> points,
    Optional<BigDecimal> pointsLost,
    List<String> evidence,
    boolean decidedByRounding,
    Origin origin,
    Optional<Text> note) {
  /** The test that stands for the whole item. */
  public static final String WHOLE = "_T";

  /** The item under which vetoes stand. */
  public static final String VETO = "_veto";

  /** The item under which preconditions stand. */
  public static final String PRECONDITION = "_precondition";

  public ItemResult {
    Objects.requireNonNull(grade, "grade");
    evidence = List.copyOf(evidence);
  }

  /** True for the row that stands for an item as a whole. */
  public boolean isWhole() {
    return test.equals(WHOLE);
  }
}

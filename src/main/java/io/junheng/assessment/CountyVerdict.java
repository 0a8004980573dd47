package io.junheng.assessment;

import io.junheng.definition.Framework.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a county comes out of a conjunctive framework (测算结果). A row of gold.county_verdict. Key:
 * county.
 *
 * @param met items met, and so on for the other counts of items
 * @param of items that apply; items that do not are left out, so that it is visibly below the
 *     framework's number of items
 * @param testMet tests met, over all items
 * @param testOf tests that apply, over all items
 * @param veto whether a forbidden thing was found
 * @param preconditions of all of them together; not applicable where the framework has none
 * @param passClass id of the class among those that pass; empty for others and where the framework
 *     has no classes
 * @param blockingItems what keeps the county from passing, in the framework's order: for «not
 *     passed» all that is not or partly met, for «undetermined» all that is unknown; vetoes and
 *     preconditions by their statement
 */
public record CountyVerdict(
    String county,
    int met,
    int partlyMet,
    int notMet,
    int unknown,
    int of,
    int testMet,
    int testOf,
    Veto veto,
    Grade preconditions,
    Verdict verdict,
    Optional<String> passClass,
    List<String> blockingItems) {
  public CountyVerdict {
    Objects.requireNonNull(veto, "veto");
    Objects.requireNonNull(verdict, "verdict");
    blockingItems = List.copyOf(blockingItems);
    if (met + partlyMet + notMet + unknown != of) {
      throw new IllegalArgumentException(
          "%s: %d + %d + %d + %d items are not %d"
              .formatted(county, met, partlyMet, notMet, unknown, of));
    }
  }

  /** Whether a veto was hit; empty while it may still turn up. */
  public Optional<Boolean> vetoHit() {
    return veto == Veto.POSSIBLE ? Optional.empty() : Optional.of(veto == Veto.HIT);
  }

  /** Whether a precondition is not met; empty while unknown. */
  public Optional<Boolean> preconditionFailed() {
    return preconditions == Grade.UNKNOWN ? Optional.empty() : Optional.of(preconditions.blocks());
  }

  /** Whether something was found that rules a county out whatever else it reaches. */
  public enum Veto {
    /** Attested that nothing was found. */
    NONE,
    /** Nobody delivered the attestation: it may still turn up. */
    POSSIBLE,
    /** Found. */
    HIT
  }
}

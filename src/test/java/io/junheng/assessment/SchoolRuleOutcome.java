package io.junheng.assessment;

import io.junheng.definition.SchoolRule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * How one school and stage fares under the school rule («six of seven met, the other at 85 %»),
 * while some of its values may be unknown. It says plainly what the aggregation in Spark must come
 * to.
 *
 * @param met items whose standard is reached
 * @param unknown items without a value
 * @param belowFloor items whose value is below the floor
 * @param of items that apply to the school
 */
public record SchoolRuleOutcome(int met, int unknown, int belowFloor, int of) {
  public SchoolRuleOutcome {
    if (met < 0 || unknown < 0 || belowFloor < 0 || met + unknown + belowFloor > of) {
      throw new IllegalArgumentException(
          "%d met, %d unknown, %d below the floor of %d".formatted(met, unknown, belowFloor, of));
    }
  }

  /**
   * A school's value on an item, held against its standard from below (the school rule is about «at
   * least»).
   *
   * @param value empty: unknown
   * @param floorShare 0.85 for 85 %; empty: the standard has no floor beneath it
   */
  public record Held(
      Optional<BigDecimal> value, BigDecimal standard, Optional<BigDecimal> floorShare) {
    /** The standard times the share, exactly: 85 % of 2.3 is 1.955. */
    public Optional<BigDecimal> floor() {
      return floorShare.map(standard::multiply);
    }

    boolean isMet() {
      return value.filter(v -> v.compareTo(standard) >= 0).isPresent();
    }

    boolean isBelowFloor() {
      return value.isPresent()
          && !isMet()
          && floor().filter(f -> value.get().compareTo(f) < 0).isPresent();
    }
  }

  /** Counts the values of one school. */
  public static SchoolRuleOutcome of(Collection<Held> values) {
    return new SchoolRuleOutcome(
        (int) values.stream().filter(Held::isMet).count(),
        (int) values.stream().filter(held -> held.value().isEmpty()).count(),
        (int) values.stream().filter(Held::isBelowFloor).count(),
        values.size());
  }

  /**
   * Whether the school passes: for certain, certainly not, or unknown. It fails for certain if it
   * fails even where every unknown value is met, and passes for certain if it passes even where
   * every unknown value is below its floor.
   */
  public Grade under(SchoolRule rule) {
    boolean passesAtBest = passes(rule, met + unknown, belowFloor);
    boolean passesAtWorst = passes(rule, met, belowFloor + unknown);
    if (passesAtWorst) {
      return Grade.MET;
    }
    return passesAtBest ? Grade.UNKNOWN : Grade.NOT_MET;
  }

  private static boolean passes(SchoolRule rule, int met, int belowFloor) {
    return met >= rule.metAtLeast() && (!rule.othersReachFloor() || belowFloor == 0);
  }

  /**
   * Whether the school stands against its county on an item: it is below the standard and fails the
   * rule. Met: it does not; not met: it does; unknown: it may.
   *
   * @param item the school's grade on the item
   * @param rule its grade under the rule
   */
  public static Grade countsAgainst(Grade item, Grade rule) {
    if (item == Grade.MET || rule == Grade.MET) {
      return Grade.MET;
    }
    return item == Grade.NOT_MET && rule == Grade.NOT_MET ? Grade.NOT_MET : Grade.UNKNOWN;
  }
}

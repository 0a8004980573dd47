package io.junheng.definition;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** A test of a framework item. A test with a limit for several stages is one test per stage. */
public sealed interface ItemTest {
  /** Short name within the item, such as {@code schools}, {@code county}, {@code a}. */
  String id();

  /**
   * Every school that takes part is held against the limit. A school without a value is unknown if
   * it has pupils in the stage.
   *
   * @param among id of the scope of schools that the rule speaks of, in place of the framework's;
   *     empty: the framework's scope. A school outside is not tested, so a rule for small schools
   *     says «small» here and not by a missing value
   * @param floorShare share of the standard that a school must at least reach where the school rule
   *     lets one item pass (0.85)
   */
  record OfSchools(
      String id,
      String indicator,
      Limit limit,
      Optional<String> among,
      Optional<BigDecimal> floorShare)
      implements ItemTest {
    public OfSchools {
      Objects.requireNonNull(limit, "limit");
    }
  }

  /**
   * The county's own value is held against the limit.
   *
   * @param partly what a value that misses the limit must hold to be met in part; empty: it is not
   *     met
   * @param yearsBefore whose value is held: 0 that of the period, 1 that of the year before
   */
  record OfCounty(String id, String indicator, Limit limit, Optional<Limit> partly, int yearsBefore)
      implements ItemTest {
    /** Met or not met, nothing between. */
    public OfCounty(String id, String indicator, Limit limit) {
      this(id, indicator, limit, Optional.empty());
    }

    /** The period's own value. */
    public OfCounty(String id, String indicator, Limit limit, Optional<Limit> partly) {
      this(id, indicator, limit, partly, 0);
    }

    public OfCounty {
      Objects.requireNonNull(limit, "limit");
      if (yearsBefore < 0) {
        throw new IllegalArgumentException("years before are not below 0");
      }
      if (limit.expression().isPresent() || partly.flatMap(Limit::expression).isPresent()) {
        throw new IllegalArgumentException("a county test has its limit by stage");
      }
    }
  }

  /** What a document attests; unknown where nobody delivered it. */
  record OfEvidence(String id, String statement, Text title) implements ItemTest {
    public OfEvidence {
      Objects.requireNonNull(title, "title");
    }
  }
}

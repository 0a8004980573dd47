package io.junheng.definition;

import java.util.List;
import java.util.Optional;

/**
 * How a measure adds up. All but {@link CountDistinct} can be added from school to county to
 * province.
 */
public sealed interface Aggregate {
  /** Whether the figure of a whole is the sum of those of its parts. */
  default boolean addsUp() {
    return this instanceof Count || this instanceof Sum || this instanceof CountGroups;
  }

  /** Rows for which the condition is true; 0 where there are none. */
  record Count(Expression condition) implements Aggregate {}

  /** Sum of the value; null where no row has one. */
  record Sum(Expression value) implements Aggregate {}

  record Min(Expression value) implements Aggregate {}

  record Max(Expression value) implements Aggregate {}

  /** Different values; cannot be added. */
  record CountDistinct(Expression value) implements Aggregate {}

  /**
   * Groups of rows (a class is the rows with one grade and class number).
   *
   * @param having condition over measures of the same source worked out for the group; empty: all
   *     groups with a counted row
   */
  record CountGroups(List<String> by, Optional<Expression> having) implements Aggregate {
    public CountGroups {
      by = List.copyOf(by);
    }
  }

  /** The largest group by another measure of the same source. */
  record MaxOfGroups(List<String> by, String of) implements Aggregate {
    public MaxOfGroups {
      by = List.copyOf(by);
    }
  }
}

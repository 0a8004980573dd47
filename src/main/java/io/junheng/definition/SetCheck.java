package io.junheng.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition that groups of rows must meet, once they are in the lake: the pupils of a school
 * against the number that it declares, this year's entrants against last year's graduates. A group
 * that does not is a finding and nothing is refused for it; what must hold a file back is a {@link
 * Check} of the file.
 *
 * @param contract the dataset whose finding it is
 * @param by stored columns whose equal values make a group; none: the county is one group
 * @param require over the figures; null passes
 */
public record SetCheck(
    String id,
    String contract,
    Span span,
    List<String> by,
    List<Figure> figures,
    Expression require,
    Text message) {
  public SetCheck {
    by = List.copyOf(by);
    figures = List.copyOf(figures);
    Objects.requireNonNull(require, "require");
    Objects.requireNonNull(message, "message");
    boolean isWithinRows =
        figures.stream().allMatch(f -> f.contract().equals(contract) && f.year() == Year.THIS);
    if (span == Span.PERIOD && (by.isEmpty() || !isWithinRows)) {
      throw new IllegalArgumentException(
          "set check '%s' spans counties: it groups rows of its own dataset and period"
              .formatted(id));
    }
  }

  /** How far a group reaches. */
  public enum Span {
    /** Rows of one period and county. */
    COUNTY,
    /** Rows of one period, whatever their county: one person must not stand in two. */
    PERIOD
  }

  /** Which rows a figure is of. */
  public enum Year {
    /** Those of the group's period. */
    THIS,
    /** Those of the same kind of period one year earlier. */
    PREVIOUS
  }

  /**
   * A figure of a group.
   *
   * @param name how the condition calls it
   * @param contract the dataset that is counted or summed
   * @param aggregate a count, sum, minimum or maximum. A count of no rows is 0 where the county
   *     delivered the dataset; any other figure of no rows is null
   * @param where rows that take part; empty: all
   */
  public record Figure(
      String name, String contract, Year year, Aggregate aggregate, Optional<Expression> where) {
    public Figure {
      Objects.requireNonNull(aggregate, "aggregate");
      Objects.requireNonNull(year, "year");
    }
  }
}

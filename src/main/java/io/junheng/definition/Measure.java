package io.junheng.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * A figure that adds up.
 *
 * @param title names what is counted, and whom
 * @param where rows that take part; empty: all
 * @param unitBasis by what schools a reported figure goes; empty for figures counted from records,
 *     which can go by either
 * @param sourceOfRecord whose record decides the figure; empty: not said
 * @param referenceDate what day or span it is about; empty: the period's
 * @param decidedBy the measure of a signed form that decides where the form states it; empty: the
 *     records decide
 */
public record Measure(
    String id,
    Text title,
    String unit,
    Aggregate aggregate,
    Optional<Expression> where,
    Split split,
    Optional<UnitBasis> unitBasis,
    Optional<SourceOfRecord> sourceOfRecord,
    Optional<ReferenceDate> referenceDate,
    Optional<String> decidedBy) {
  /** The measure that says how many pupils a school has; it weighs the split and the spread. */
  public static final String PUPILS = "pupils";

  public Measure {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(aggregate, "aggregate");
  }

  /** The same, decided by its records. */
  Measure byRecords() {
    return new Measure(
        id,
        title,
        unit,
        aggregate,
        where,
        split,
        unitBasis,
        sourceOfRecord,
        referenceDate,
        Optional.empty());
  }

  /** What happens to a figure of a school with several stages. */
  public enum Split {
    /** It stays whole, under the total; a school with one stage has it there too. */
    NONE,
    /** It is shared over the stages by pupils × the stage's weight (国教督办函〔2019〕30号). */
    BY_WEIGHTED_PUPILS
  }
}

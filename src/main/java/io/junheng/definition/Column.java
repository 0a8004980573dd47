package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a contract.
 *
 * @param name ASCII snake_case; the name in silver unless {@code becomes} says otherwise
 * @param unit unit of a number, as written in titles (m², h, yuan, person); empty for a number
 *     without one
 * @param decimals digits after the point that a DECIMAL column keeps; more in a delivery is a
 *     finding
 * @param codes id of a code list, or {@code areas} or {@code stages}
 * @param check a check digit rule
 * @param absence which cells stand for «no value»
 * @param units factors of the units that a number may be followed by; a number in any other unit is
 *     no number
 * @param becomes what a personal column is replaced by: one keyed hash for a direct identifier,
 *     coarser values for a quasi-identifier; empty for an open column and for a personal column
 *     that is dropped
 * @param references where the value must stand
 * @param headers header names that are accepted besides the name and the two titles
 */
public record Column(
    String name,
    Text title,
    ColumnType type,
    Optional<String> unit,
    int decimals,
    boolean required,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    Optional<String> pattern,
    Optional<String> codes,
    Optional<CheckDigit> check,
    Absence absence,
    Map<String, BigDecimal> units,
    Personal personal,
    List<Replacement> becomes,
    Optional<Reference> references,
    List<String> headers) {
  public Column {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(absence, "absence");
    units = Map.copyOf(units);
    becomes = List.copyOf(becomes);
    headers = List.copyOf(headers);
    if (personal == Personal.OPEN && !becomes.isEmpty()) {
      throw new IllegalArgumentException(
          "column '%s' is replaced but not personal".formatted(name));
    }
    if (personal == Personal.DIRECT && becomes.stream().anyMatch(r -> r.by().isPresent())) {
      throw new IllegalArgumentException(
          "column '%s' is a direct identifier: it becomes a keyed hash, not an expression"
              .formatted(name));
    }
  }

  /** Whether the column itself stands in silver. */
  public boolean isKept() {
    return personal == Personal.OPEN;
  }

  /** Whether a keyed hash stands in its place. */
  public boolean isHashed() {
    return personal == Personal.DIRECT && !becomes.isEmpty();
  }

  /** Types of delivered columns. */
  public enum ColumnType {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    BOOLEAN
  }

  /** How much a column tells about a person. */
  public enum Personal {
    OPEN,
    /** Coarsened before it is stored. */
    QUASI,
    /** Replaced by a keyed hash or dropped before it is stored. */
    DIRECT
  }

  /** Known check digit rules. */
  public enum CheckDigit {
    /** GB 11643: 18 characters, the last by ISO 7064 MOD 11-2. */
    CN_RESIDENT_ID,
    /** GB 32100: 18 characters, the last by ISO 7064 MOD 31-3 (统一社会信用代码). */
    CN_CREDIT_CODE
  }

  /**
   * Words in cells that hide that there is no value.
   *
   * @param blank read as an empty cell
   * @param refused a finding
   */
  public record Absence(List<String> blank, List<String> refused) {
    /** Every cell means what it says. */
    public static final Absence NONE = new Absence(List.of(), List.of());

    public Absence {
      blank = List.copyOf(blank);
      refused = List.copyOf(refused);
    }
  }

  /**
   * A reference to the rows of another dataset of the same period and county.
   *
   * @param contract the dataset in whose key the value must stand
   * @param level what happens to a value that does not: the row is set aside, the file refused, or
   *     it is only noted
   */
  public record Reference(String contract, Check.Level level) {
    public Reference {
      Objects.requireNonNull(contract, "contract");
      Objects.requireNonNull(level, "level");
    }
  }

  /**
   * A stored column in place of a personal one.
   *
   * @param by expression over the delivered columns; empty: the keyed hash of the value
   */
  public record Replacement(String name, Text title, ColumnType type, Optional<Expression> by) {}
}

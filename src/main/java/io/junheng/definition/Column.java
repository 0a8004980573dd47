package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
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
 * @param becomes what a personal column is replaced by: one keyed hash for a direct identifier,
 *     coarser values for a quasi-identifier; empty for an open column and for a personal column
 *     that is dropped
 * @param references the contract in whose key the value must stand
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
    Personal personal,
    List<Replacement> becomes,
    Optional<String> references,
    List<String> headers) {
  public Column {
    Objects.requireNonNull(title, "title");
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
    CN_RESIDENT_ID
  }

  /**
   * A stored column in place of a personal one.
   *
   * @param by expression over the delivered columns; empty: the keyed hash of the value
   */
  public record Replacement(String name, Text title, ColumnType type, Optional<Expression> by) {}
}

package io.junheng.table;

import java.util.Locale;

/**
 * Whether a figure or place may be compared with the one before; if not, the comparison is null and
 * this is the reason.
 */
public enum ChangeStatus {
  COMPARABLE,
  /** Nothing was worked out for the period before. */
  NO_PREVIOUS,
  /** This value or the one before is missing. */
  VALUE_MISSING,
  /** The area was not among the ranked units before. */
  NEW_UNIT,
  /** The set of ranked units differs. */
  OTHER_UNITS,
  /** The area's boundary or code changed. */
  OTHER_BOUNDARY,
  /** The framework's edition differs. */
  OTHER_EDITION,
  /** The series is broken: the way of counting changed. */
  BREAK;

  /** The value as the tables keep it, in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

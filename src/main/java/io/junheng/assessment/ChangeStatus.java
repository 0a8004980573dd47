package io.junheng.assessment;

import java.util.Locale;

/**
 * Whether a place may be held against the one before; if not, the comparison is empty and this is
 * why.
 */
public enum ChangeStatus {
  /** Same units, same boundaries, same edition. */
  COMPARABLE,
  /** Nothing was worked out for the period before. */
  NO_PREVIOUS,
  /** The county has no place now or had none before. */
  VALUE_MISSING,
  /** The county was not among the units before. */
  NEW_UNIT,
  /** Other units were ranked, or some of them had other boundaries. */
  OTHER_UNITS,
  /** The county's own boundary was another. */
  OTHER_BOUNDARY,
  /** The framework's edition was another: other items or limits. */
  OTHER_EDITION;

  /** The word in the tables: column {@code change_status}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

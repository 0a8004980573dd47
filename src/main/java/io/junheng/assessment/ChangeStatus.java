package io.junheng.assessment;

import java.util.Locale;

/**
 * Whether a place or score can be held against the period before, and if not, why: column {@code
 * change_status}.
 */
public enum ChangeStatus {
  /** Same units, same boundaries, same edition. */
  COMPARED,
  /** There is no earlier result. */
  NO_PREVIOUS,
  /** Items or limits were others. */
  OTHER_EDITION,
  /** The county was not among the units. */
  NEW_UNIT,
  /** The county's boundary was another. */
  OTHER_BOUNDARIES,
  /** Other units were ranked, or some had other boundaries. */
  OTHER_SET,
  /** The county had no place. */
  UNRANKED_BEFORE,
  /** The county has no place. */
  UNRANKED_NOW;

  /** The word in the tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.junheng.definition;

/** The day or the span that a figure is about. */
public enum ReferenceDate {
  /** A stock on the first of September. */
  SEPTEMBER_FIRST,
  /** A flow from September to August. */
  SCHOOL_YEAR,
  /** A flow from January to December. */
  CALENDAR_YEAR
}

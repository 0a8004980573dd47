package io.junheng.definition;

import java.util.Locale;

/** The kinds of period; the last two digits of a period's number tell which. */
public enum PeriodType {
  CALENDAR_YEAR,
  QUARTER,
  HALF_YEAR,
  SCHOOL_YEAR;

  /** The word used in {@code conf/}: {@code school_year} and so on. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

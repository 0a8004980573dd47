package io.junheng.definition;

import java.util.Locale;

/** The day or the span that a figure is about. */
public enum ReferenceDate {
  /** A stock on the first of September. */
  SEPTEMBER_FIRST,
  /** A flow from September to August. */
  SCHOOL_YEAR,
  /** A flow from January to December. */
  CALENDAR_YEAR,
  /** The days on which people were asked. */
  SURVEY;

  /** The word used in {@code conf/}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The day or span of a period, as people write it: 2023-09-01, 2023/24, 2023. */
  public String of(Period period) {
    return switch (this) {
      case SEPTEMBER_FIRST -> period.year() + "-09-01";
      case SCHOOL_YEAR -> "%d/%02d".formatted(period.year(), (period.year() + 1) % 100);
      case CALENDAR_YEAR, SURVEY -> Integer.toString(period.year());
    };
  }
}

package io.junheng.definition;

import java.time.LocalDate;

/**
 * A period as {@code YYYYTT}: TT 00 calendar year, 01–04 quarter, 05–06 half-year, 10 school year
 * that begins in YYYY.
 *
 * @param number for instance 202310, the school year 2023/24
 */
public record Period(int number) implements Comparable<Period> {
  public Period {
    int kind = number % 100;
    if (number < 190000 || number > 299999 || (kind > 6 && kind != 10)) {
      throw new IllegalArgumentException(
          "'%d' is not a period; a period is YYYYTT, for instance 202310 for the school year 2023/24"
              .formatted(number));
    }
  }

  /** Reads {@code YYYYTT}. */
  public static Period parse(String text) {
    if (!text.matches("\\d{6}")) {
      throw new IllegalArgumentException(
          "'%s' is not a period; a period is YYYYTT, for instance 202310 for the school year 2023/24"
              .formatted(text));
    }
    return new Period(Integer.parseInt(text));
  }

  public int year() {
    return number / 100;
  }

  public PeriodType type() {
    int kind = number % 100;
    if (kind == 0) {
      return PeriodType.CALENDAR_YEAR;
    }
    if (kind == 10) {
      return PeriodType.SCHOOL_YEAR;
    }
    return kind <= 4 ? PeriodType.QUARTER : PeriodType.HALF_YEAR;
  }

  /** First day. */
  public LocalDate startsOn() {
    int kind = number % 100;
    return switch (type()) {
      case CALENDAR_YEAR -> LocalDate.of(year(), 1, 1);
      case QUARTER -> LocalDate.of(year(), 3 * kind - 2, 1);
      case HALF_YEAR -> LocalDate.of(year(), 6 * kind - 29, 1);
      case SCHOOL_YEAR -> LocalDate.of(year(), 9, 1);
    };
  }

  /** Last day. */
  public LocalDate endsOn() {
    int months =
        switch (type()) {
          case CALENDAR_YEAR, SCHOOL_YEAR -> 12;
          case QUARTER -> 3;
          case HALF_YEAR -> 6;
        };
    return startsOn().plusMonths(months).minusDays(1);
  }

  /**
   * The day for which a period's figures stand and on which its areas and codes must hold: 1
   * September for a school year (the reporting day of China's education statistics), the last day
   * for all others.
   */
  public LocalDate referenceDate() {
    return type() == PeriodType.SCHOOL_YEAR ? startsOn() : endsOn();
  }

  /** The same type, one year earlier. */
  public Period previous() {
    return new Period(number - 100);
  }

  /** The same type, some years earlier. */
  public Period earlier(int years) {
    return new Period(number - 100 * years);
  }

  /** The same type, one year later. */
  public Period next() {
    return new Period(number + 100);
  }

  /** What it is called. */
  public Text title() {
    int part = number % 100;
    return switch (type()) {
      case CALENDAR_YEAR -> new Text(year() + "年", Integer.toString(year()));
      case QUARTER ->
          new Text("%d年第%d季度".formatted(year(), part), "%d Q%d".formatted(year(), part));
      case HALF_YEAR ->
          new Text(year() + (part == 5 ? "年上半年" : "年下半年"), "%d H%d".formatted(year(), part - 4));
      case SCHOOL_YEAR ->
          new Text(
              "%d—%d学年".formatted(year(), year() + 1),
              "school year %d/%02d".formatted(year(), (year() + 1) % 100));
    };
  }

  @Override
  public int compareTo(Period other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}

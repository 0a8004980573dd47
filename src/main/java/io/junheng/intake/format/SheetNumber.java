package io.junheng.intake.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Numbers of a workbook as text: what the sender sees, not what binary fractions make of it. */
final class SheetNumber {
  /** A spreadsheet keeps so many digits; an identity number typed as a number loses its end. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final double LARGEST = 1e30;

  /** The day from which days are counted. */
  static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final int FIRST_SURE_DAY = 61;
  private static final int LAST_DAY = 2_958_465;
  private static final int SECONDS_OF_DAY = 86_400;

  private SheetNumber() {}

  /** A number in plain digits; {@link CellText#LOST_DIGITS} where it has lost some. */
  static String text(double value) {
    if (Double.isNaN(value) || Math.abs(value) > LARGEST) {
      return CellText.LOST_DIGITS;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    boolean lost = rounded.precision() - rounded.scale() > DIGITS.getPrecision();
    return lost ? CellText.LOST_DIGITS : rounded.toPlainString();
  }

  /**
   * A day that is kept as a number, counted as Excel counts from 1900; with the time of day if
   * there is one. Before March 1900 programs disagree, and the number is left as it is.
   */
  static String day(double serial) {
    if (!(serial >= FIRST_SURE_DAY && serial <= LAST_DAY)) {
      return text(serial);
    }
    LocalDate day = DAY_ZERO.plusDays((long) serial);
    long second = Math.round((serial - Math.floor(serial)) * SECONDS_OF_DAY);
    return second == 0 ? day.toString() : time(day, second).toString();
  }

  private static LocalDateTime time(LocalDate day, long second) {
    return day.atStartOfDay().plusSeconds(second);
  }
}

package io.junheng.intake.format;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/**
 * A day of the years 1000 to 9999: {@code 2012-09-01}, {@code 20120901}, {@code 2012/9/1}, or the
 * five digits of a spreadsheet's count of days (41153).
 */
final class DateCell extends Cell {
  // Five digits without a zero in front: 1927 and later.
  private static final int LEAST_SERIAL = 10_000;

  private int days;

  DateCell(ColumnPlan plan, Masking masking) {
    super(plan, masking);
  }

  @Override
  void parse(char[] chars, int start, int end, Consumer<Problem> problems) {
    if (!take(chars, start, end)) {
      reject(Rule.NOT_DATE, Rule.NOT_DATE.message(), chars, start, end, problems);
    }
  }

  private boolean take(char[] c, int start, int end) {
    int length = end - start;
    if (length == 8 && isDigit(c[start + 4])) {
      return take(
          number(c, start, start + 4), number(c, start + 4, start + 6), number(c, start + 6, end));
    }
    if (length == 5) {
      return takeSerial(number(c, start, end));
    }
    if (length < 8) {
      return false;
    }
    char separator = c[start + 4];
    if (separator == '-' && length == 10 && c[start + 7] == '-') {
      return take(
          number(c, start, start + 4), number(c, start + 5, start + 7), number(c, start + 8, end));
    }
    if (separator != '/') {
      return false;
    }
    int second = c[start + 6] == '/' ? start + 6 : start + 7;
    boolean fits = second < end && c[second] == '/' && end - second <= 3 && end - second > 1;
    return fits
        && take(
            number(c, start, start + 4), number(c, start + 5, second), number(c, second + 1, end));
  }

  private boolean takeSerial(int serial) {
    days = Math.toIntExact(SheetNumber.DAY_ZERO.toEpochDay() + serial);
    return serial >= LEAST_SERIAL;
  }

  private boolean take(int year, int month, int day) {
    boolean exists =
        year >= 1000
            && month >= 1
            && month <= 12
            && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    if (exists) {
      days = Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    }
    return exists;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number that the digits say; negative where one is no digit. */
  private static int number(char[] chars, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      if (!isDigit(chars[i])) {
        return -1;
      }
      number = number * 10 + (chars[i] - '0');
    }
    return number;
  }

  @Override
  void write(UnsafeRowWriter row, int ordinal) {
    row.write(ordinal, days);
  }

  @Override
  long hash(long seed) {
    return XXH64.hashInt(days, seed);
  }
}

package io.junheng.intake.format;

import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.types.Decimal;

/**
 * A whole number or a decimal of fixed places: sign, digits, point. Nothing is rounded: more places
 * than declared are a problem unless they are zeros (spreadsheets write 12.0 for 12). No thousands
 * separators, no powers of ten.
 */
final class NumberCell extends Cell {
  /** Precision of a stored decimal. */
  static final int PRECISION = 20;

  private static final int DIGITS_OF_LONG = 18;
  private static final String PLAIN_NUMBER = "-?\\d{1,15}(\\.\\d{1,10})?";

  /** 亿 and 万 each stand for a power of ten by themselves; 百万, 千万 and 万亿 are numerals. */
  private static final Pattern TWO_MAGNITUDES = Pattern.compile("[\\d.]+\\s*(亿万|亿亿|万万).*");

  private final int scale;
  private final long minimum;
  private final long maximum;
  private long unscaled;

  // Only for the rare decimal of 19 or 20 digits.
  private BigInteger large = BigInteger.ZERO;
  private boolean isLarge;

  NumberCell(ColumnPlan plan, Masking masking) {
    super(plan, masking);
    scale = plan.decimals();
    minimum = limit(plan.minimum(), RoundingMode.CEILING, Long.MIN_VALUE);
    maximum = limit(plan.maximum(), RoundingMode.FLOOR, Long.MAX_VALUE);
  }

  private long limit(BigDecimal limit, RoundingMode rounding, long none) {
    if (limit == null) {
      return none;
    }
    BigInteger units = limit.setScale(scale, rounding).unscaledValue();
    return units
        .max(BigInteger.valueOf(Long.MIN_VALUE))
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValue();
  }

  @Override
  void parse(char[] chars, int start, int end, Consumer<Problem> problems) {
    Optional<String> plain =
        plan.units().isEmpty()
            ? Optional.empty()
            : withoutUnit(new String(chars, start, end - start));
    if (plain.isPresent()) {
      parseNumber(plain.get().toCharArray(), 0, plain.get().length(), problems);
    } else {
      parseNumber(chars, start, end, problems);
    }
  }

  /** The number that a cell with a declared unit stands for: 12.5万元 is 125000. */
  private Optional<String> withoutUnit(String cell) {
    return plan.units().entrySet().stream()
        .filter(unit -> cell.endsWith(unit.getKey()))
        .max(Comparator.comparingInt(unit -> unit.getKey().length()))
        .map(
            unit ->
                Map.entry(
                    cell.substring(0, cell.length() - unit.getKey().length()).strip(),
                    unit.getValue()))
        .filter(number -> number.getKey().matches(PLAIN_NUMBER))
        .map(number -> new BigDecimal(number.getKey()).multiply(number.getValue()).toPlainString());
  }

  private void parseNumber(char[] chars, int start, int end, Consumer<Problem> problems) {
    boolean negative = chars[start] == '-';
    int from = negative ? start + 1 : start;
    int point = pointIn(chars, from, end);
    if (!isNumber(chars, from, point, end)) {
      boolean separated = isNumberWithSeparators(chars, from, end);
      Rule rule = separated ? Rule.THOUSANDS_SEPARATOR : notANumber(chars, start, end);
      reject(rule, rule.message(), chars, start, end, problems);
      return;
    }
    int lastPlace = end;
    while (lastPlace > point && chars[lastPlace - 1] == '0') {
      lastPlace--;
    }
    int places = Math.max(0, lastPlace - point - 1);
    if (places > scale) {
      boolean isInteger = plan.type() == ColumnType.INTEGER;
      Rule rule = isInteger ? Rule.NOT_INTEGER : Rule.TOO_MANY_DECIMALS;
      reject(rule, rule.message(scale), chars, start, end, problems);
      return;
    }
    if (!take(chars, from, point, places, negative)) {
      Rule rule = Rule.TOO_MANY_DIGITS;
      reject(rule, rule.message(), chars, start, end, problems);
    } else if (!isInRange()) {
      reject(Rule.OUT_OF_RANGE, range(), chars, start, end, problems);
    }
  }

  private static int pointIn(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] == '.') {
        return i;
      }
    }
    return end;
  }

  private static boolean isNumber(char[] chars, int from, int point, int end) {
    boolean hasDigit = point > from || end > point + 1;
    return hasDigit && areDigits(chars, from, point) && areDigits(chars, point + 1, end);
  }

  private static boolean areDigits(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] < '0' || chars[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumberWithSeparators(char[] chars, int start, int end) {
    boolean separated = false;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      boolean separator = c == ',' || c == '\uff0c' || c == ' ' || c == '\'';
      separated |= separator;
      if (!separator && c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return separated;
  }

  private Rule notANumber(char[] chars, int start, int end) {
    if (TWO_MAGNITUDES.matcher(new String(chars, start, end - start)).matches()) {
      return Rule.TWO_MAGNITUDES;
    }
    return plan.type() == ColumnType.INTEGER ? Rule.NOT_INTEGER : Rule.NOT_DECIMAL;
  }

  /** Takes over the digits, brought to the column's scale; false where they are too many. */
  private boolean take(char[] chars, int from, int point, int places, boolean negative) {
    int first = from;
    while (first < point && chars[first] == '0') {
      first++;
    }
    int digits = point - first + scale;
    if (digits > DIGITS_OF_LONG) {
      return takeLarge(chars, first, point, places, negative);
    }
    long value = 0;
    for (int i = first; i < point; i++) {
      value = value * 10 + (chars[i] - '0');
    }
    for (int i = 1; i <= scale; i++) {
      value = value * 10 + (i <= places ? chars[point + i] - '0' : 0);
    }
    unscaled = negative ? -value : value;
    isLarge = false;
    return true;
  }

  private boolean takeLarge(char[] chars, int first, int point, int places, boolean negative) {
    if (point - first + scale > PRECISION || plan.type() == ColumnType.INTEGER) {
      return false;
    }
    String digits =
        new String(chars, first, point - first)
            + (places == 0 ? "" : new String(chars, point + 1, places))
            + "0".repeat(scale - places);
    large = negative ? new BigInteger(digits).negate() : new BigInteger(digits);
    isLarge = true;
    return true;
  }

  private boolean isInRange() {
    if (!isLarge) {
      return minimum <= unscaled && unscaled <= maximum;
    }
    BigDecimal value = new BigDecimal(large, scale);
    return (plan.minimum() == null || value.compareTo(plan.minimum()) >= 0)
        && (plan.maximum() == null || value.compareTo(plan.maximum()) <= 0);
  }

  private Text range() {
    return Rule.OUT_OF_RANGE.message(
        plan.minimum() == null ? "-∞" : plan.minimum().toPlainString(),
        plan.maximum() == null ? "∞" : plan.maximum().toPlainString());
  }

  @Override
  void write(UnsafeRowWriter row, int ordinal) {
    if (plan.type() == ColumnType.INTEGER) {
      row.write(ordinal, unscaled);
    } else {
      BigDecimal value =
          isLarge ? new BigDecimal(large, scale) : BigDecimal.valueOf(unscaled, scale);
      row.write(ordinal, Decimal.apply(value, PRECISION, scale), PRECISION, scale);
    }
  }

  @Override
  long hash(long seed) {
    return XXH64.hashLong(isLarge ? large.longValue() : unscaled, seed);
  }
}

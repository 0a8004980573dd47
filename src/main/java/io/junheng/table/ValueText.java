package io.junheng.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Timestamp;

/** Values of tables as text: no exponent, no zeros without need, times in UTC. */
public final class ValueText {
  private ValueText() {}

  /** A value as plain text. */
  public static String of(Object value) {
    if (value instanceof Double number) {
      return of(number.doubleValue());
    }
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    return value.toString();
  }

  private static String of(double number) {
    return Double.isFinite(number) ? plain(shortest(number)) : Double.toString(number);
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  /**
   * The fewest digits that mean this double and no other; {@link Double#toString} gives others on
   * JDK 17 than on later ones.
   */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 15; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17));
  }
}

package io.junheng.intake.check;

import io.junheng.definition.Aggregate;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A figure that a set check asks of groups of rows.
 *
 * @param check that asks for it; others may have a figure of the same name
 */
record SetFigure(SetCheck check, Figure figure) {
  /** What becomes of the values of rows, and of parts of a group. */
  enum Way {
    COUNT,
    SUM,
    LEAST,
    MOST;

    static Way of(Aggregate aggregate) {
      if (aggregate instanceof Aggregate.Count) {
        return COUNT;
      } else if (aggregate instanceof Aggregate.Sum) {
        return SUM;
      } else if (aggregate instanceof Aggregate.Min) {
        return LEAST;
      } else if (aggregate instanceof Aggregate.Max) {
        return MOST;
      }
      throw new IllegalStateException("no figure of a set check: " + aggregate);
    }

    /**
     * Two parts in one. Parts are whole numbers, exact decimals or texts; none: null.
     *
     * <p>Sums are exact, so that their order does not matter.
     */
    Object with(Object one, Object other) {
      if (one == null || other == null) {
        return one == null ? other : one;
      }
      return switch (this) {
        case COUNT -> (Long) one + (Long) other;
        case SUM -> ((BigDecimal) one).add((BigDecimal) other);
        case LEAST -> ((UTF8String) one).compareTo((UTF8String) other) <= 0 ? one : other;
        case MOST -> ((UTF8String) one).compareTo((UTF8String) other) >= 0 ? one : other;
      };
    }
  }

  /** The figures of some checks. */
  static List<SetFigure> of(List<SetCheck> checks) {
    return checks.stream()
        .flatMap(check -> check.figures().stream().map(figure -> new SetFigure(check, figure)))
        .toList();
  }

  /** The name of its column. */
  String column() {
    return column(check, figure.name());
  }

  static String column(SetCheck check, String figure) {
    return check.id().replaceAll("[^A-Za-z0-9]", "_") + "__" + figure.toLowerCase(Locale.ROOT);
  }

  Way way() {
    return Way.of(figure.aggregate());
  }

  /** Whether it tells of many rows; a smallest or largest value is one row's own. */
  boolean isOfMany() {
    return way() == Way.COUNT || way() == Way.SUM;
  }

  /**
   * Its type as Spark's aggregation has it.
   *
   * @param value the type of what is summed
   */
  DataType type(DataType value) {
    return switch (way()) {
      case COUNT -> DataTypes.LongType;
      case SUM -> sum(value);
      case LEAST, MOST -> DataTypes.StringType;
    };
  }

  private static DataType sum(DataType value) {
    if (value instanceof IntegralType) {
      return DataTypes.LongType;
    } else if (value instanceof DecimalType decimal) {
      int digits = Math.min(DecimalType.MAX_PRECISION(), decimal.precision() + 10);
      return DataTypes.createDecimalType(digits, decimal.scale());
    }
    return DataTypes.DoubleType;
  }

  /** A value of a row as a part of a sum; empty where it is no finite number. */
  static BigDecimal exact(Object value) {
    if (value instanceof Decimal decimal) {
      return decimal.toJavaBigDecimal();
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? new BigDecimal(number) : null;
    }
    return BigDecimal.valueOf(((Number) value).longValue());
  }

  /** A part as Spark's expressions read it. */
  static Object told(Object part, DataType type) {
    if (!(part instanceof BigDecimal sum)) {
      return part;
    } else if (type instanceof DecimalType decimal) {
      return Decimal.apply(sum, decimal.precision(), decimal.scale());
    }
    return type == DataTypes.LongType ? (Object) sum.longValue() : (Object) sum.doubleValue();
  }

  /** The text of a value as expressions read it. */
  static String text(Object value) {
    return value instanceof Decimal decimal
        ? decimal.toJavaBigDecimal().toPlainString()
        : value.toString();
  }
}

package io.junheng.intake.check;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Expression;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
  private static final List<String> PLACE = List.of("county_code", "period");

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

  /**
   * The columns that figures are worked out of: the county's code and the period come last.
   *
   * @param by columns that make groups
   * @param rows any with the columns of the source
   */
  static List<String> columns(List<SetFigure> figures, List<String> by, Dataset<Row> rows) {
    Set<String> names =
        Stream.concat(
                by.stream(),
                figures.stream()
                    .flatMap(one -> expressions(one.figure()))
                    .flatMap(expression -> expression.names().stream()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return Stream.concat(
            Stream.of(rows.columns())
                .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !PLACE.contains(name)),
            PLACE.stream())
        .toList();
  }

  private static Stream<Expression> expressions(Figure figure) {
    return Stream.of(condition(figure.aggregate()), value(figure.aggregate()), figure.where())
        .flatMap(Optional::stream);
  }

  static Optional<Expression> condition(Aggregate aggregate) {
    return aggregate instanceof Aggregate.Count count
        ? Optional.of(count.condition())
        : Optional.empty();
  }

  static Optional<Expression> value(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Sum total) {
      return Optional.of(total.value());
    } else if (aggregate instanceof Aggregate.Min least) {
      return Optional.of(least.value());
    } else if (aggregate instanceof Aggregate.Max most) {
      return Optional.of(most.value());
    }
    return Optional.empty();
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

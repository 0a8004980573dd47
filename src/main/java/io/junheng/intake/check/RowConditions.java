package io.junheng.intake.check;

import io.junheng.intake.format.RawColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection$;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What {@link CheckDelivery} says of a row, and the row as silver keeps it, without a copy: only
 * what was not delivered as such is worked out, and problems only where a condition may be broken.
 */
final class RowConditions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAY_BREAK = 0;
  private static final int PERIOD = 1;
  private static final int AREA = 2;

  private final List<Attribute> input;
  private final List<Expression> worked;
  private final List<Expression> problems;
  private final StructType stored;
  private final List<Integer> storedFrom = new ArrayList<>();

  /**
   * @param rows raw rows
   * @param columns of the rows as they will be handed to {@link Evaluation#read}
   * @param silver how columns of silver come from raw ones; asked under lenient rules
   * @param stored names and types of those that are to be stored
   */
  RowConditions(
      Dataset<Row> rows,
      List<Attribute> columns,
      CheckDelivery check,
      Supplier<Map<String, Column>> silver,
      StructType stored) {
    this.stored = stored;
    input = columns;
    problems = Resolved.of(rows, () -> rows.select(check.problems()));
    worked = Resolved.of(rows, () -> rows.select(check.mayBreak(), check.period(), check.area()));
    List<Expression> values =
        Resolved.of(
            rows,
            () ->
                rows.select(
                    Stream.of(stored.fieldNames()).map(silver.get()::get).toArray(Column[]::new)));
    for (int i = 0; i < values.size(); i++) {
      StructField field = stored.fields()[i];
      if (!values.get(i).dataType().sameType(field.dataType())) {
        throw new IllegalArgumentException(
            "'%s' is %s, not %s"
                .formatted(
                    field.name(),
                    values.get(i).dataType().simpleString(),
                    field.dataType().simpleString()));
      }
      storedFrom.add(place(plain(values.get(i))));
    }
  }

  /** Without a cast that changes nothing. */
  private static Expression plain(Expression value) {
    return value instanceof Cast cast && cast.child().dataType().equals(cast.dataType())
        ? cast.child()
        : value;
  }

  /** Where a value stands behind one another in a raw row and what is worked out. */
  private int place(Expression value) {
    for (int i = 0; i < input.size(); i++) {
      if (value instanceof Attribute column && input.get(i).exprId().equals(column.exprId())) {
        return i;
      }
    }
    worked.add(value);
    return input.size() + worked.size() - 1;
  }

  /** Begins to look at rows. */
  Evaluation evaluation() {
    return new Evaluation();
  }

  /** Looks at one row after the other. */
  final class Evaluation {
    private final UnsafeProjection working =
        UnsafeProjection$.MODULE$.create(Resolved.seq(worked), Resolved.seq(input));
    private final JoinedRow both = new JoinedRow();
    private final ProjectingInternalRow kept =
        ProjectingInternalRow.apply(stored, Resolved.<Object>seq(storedFrom));
    private final int problemsRead =
        Stream.iterate(0, i -> i + 1)
            .filter(i -> input.get(i).name().equals(RawColumns.PROBLEMS))
            .findFirst()
            .orElseThrow();
    private Optional<UnsafeProjection> looking = Optional.empty();
    private InternalRow raw = InternalRow.empty();
    private InternalRow result = InternalRow.empty();

    private Evaluation() {}

    /** Takes a row. */
    void read(InternalRow row) {
      raw = row;
      result = working.apply(row);
      kept.project(both.apply(row, result));
    }

    /** What is wrong with the row; null where nothing is. */
    ArrayData problems() {
      if (raw.isNullAt(problemsRead) && !result.getBoolean(MAY_BREAK)) {
        return null;
      }
      if (looking.isEmpty()) {
        looking =
            Optional.of(
                UnsafeProjection$.MODULE$.create(Resolved.seq(problems), Resolved.seq(input)));
      }
      InternalRow found = looking.get().apply(raw);
      return found.isNullAt(0) ? null : found.getArray(0);
    }

    /** Whether the row names both a period and an area. */
    boolean isSomewhere() {
      return !result.isNullAt(PERIOD) && !result.isNullAt(AREA);
    }

    int period() {
      return result.getInt(PERIOD);
    }

    UTF8String area() {
      return result.getUTF8String(AREA);
    }

    /** The row as it is to be stored; overwritten by the next. */
    InternalRow stored() {
      return kept;
    }
  }
}

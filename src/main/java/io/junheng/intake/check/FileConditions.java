package io.junheng.intake.check;

import io.junheng.definition.Check;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.MutableProjection;
import org.apache.spark.sql.catalyst.expressions.MutableProjection$;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Conditions over all rows of a file, worked out row by row as the file passes, by Spark's own
 * aggregate functions. Values that were wrong are null; rows set aside count like the others.
 */
final class FileConditions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> ids;
  private final List<Expression> initial = new ArrayList<>();
  private final List<Expression> update = new ArrayList<>();
  private final List<Attribute> state = new ArrayList<>();
  private final List<Expression> results = new ArrayList<>();
  private final List<Attribute> input;

  /**
   * @param columns of the rows as they will be handed to {@link Tally#add}
   * @param checks of whole files
   */
  FileConditions(Dataset<Row> rows, List<Attribute> columns, List<Check> checks) {
    ids = checks.stream().map(Check::id).toList();
    input = columns;
    if (!checks.isEmpty()) {
      Resolved.of(rows, () -> judged(rows, checks))
          .forEach(condition -> results.add(condition.transformUp(new TakingApart())));
    }
  }

  private static Dataset<Row> judged(Dataset<Row> rows, List<Check> checks) {
    Column[] conditions =
        checks.stream()
            .map(check -> LenientSql.expression(check.require()).as(check.id()))
            .toArray(Column[]::new);
    return rows.groupBy().agg(conditions[0], Arrays.copyOfRange(conditions, 1, conditions.length));
  }

  /** Takes an aggregate function apart and puts its result in its place. */
  private final class TakingApart extends AbstractPartialFunction<Expression, Expression> {
    @Override
    public boolean isDefinedAt(Expression part) {
      return part instanceof AggregateExpression;
    }

    @Override
    public Expression apply(Expression part) {
      AggregateExpression aggregate = (AggregateExpression) part;
      DeclarativeAggregate function = (DeclarativeAggregate) aggregate.aggregateFunction();
      List<? extends Attribute> own = CollectionConverters.asJava(function.aggBufferAttributes());
      List<Expression> updates = CollectionConverters.asJava(function.updateExpressions());
      initial.addAll(CollectionConverters.asJava(function.initialValues()));
      for (int i = 0; i < own.size(); i++) {
        update.add(
            aggregate.filter().isDefined()
                ? new If(aggregate.filter().get(), updates.get(i), own.get(i))
                : updates.get(i));
      }
      state.addAll(own);
      return function.evaluateExpression();
    }
  }

  /** Begins to look at files. */
  Tally tally() {
    return new Tally();
  }

  /** Sees the rows of one file after the other. */
  final class Tally {
    private final GenericInternalRow figures = new GenericInternalRow(state.size());
    private final JoinedRow both = new JoinedRow();
    private final MutableProjection beginning =
        MutableProjection$.MODULE$.create(Resolved.seq(initial)).target(figures);
    private final MutableProjection adding =
        MutableProjection$.MODULE$
            .create(
                Resolved.seq(update),
                Resolved.seq(Stream.concat(state.stream(), input.stream()).toList()))
            .target(figures);
    private final MutableProjection judging =
        MutableProjection$.MODULE$.create(Resolved.seq(results), Resolved.seq(state));

    private Tally() {
      begin();
    }

    /** Begins with a file. */
    void begin() {
      beginning.apply(InternalRow.empty());
    }

    /** Looks at a row. */
    void add(InternalRow row) {
      if (!ids.isEmpty()) {
        adding.apply(both.apply(figures, row));
      }
    }

    /** Ids of the conditions that do not hold; one that cannot be told holds. */
    List<String> unmet() {
      InternalRow met = (InternalRow) judging.apply(figures);
      return IntStream.range(0, ids.size())
          .filter(i -> !met.isNullAt(i) && !met.getBoolean(i))
          .mapToObj(ids::get)
          .toList();
    }
  }
}

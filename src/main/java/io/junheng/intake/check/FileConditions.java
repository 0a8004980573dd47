package io.junheng.intake.check;

import io.junheng.definition.Check;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.catalyst.expressions.MutableProjection;
import org.apache.spark.sql.catalyst.expressions.MutableProjection$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection$;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;
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

  // What stands within each DISTINCT, and the column that says that it was not there before.
  private final List<List<Expression>> distinct = new ArrayList<>();
  private final List<Attribute> isNew = new ArrayList<>();

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
      List<Expression> conditions = counting(aggregate);
      for (int i = 0; i < own.size(); i++) {
        Expression after = updates.get(i);
        for (Expression condition : conditions) {
          after = new If(condition, after, own.get(i));
        }
        update.add(after);
      }
      state.addAll(own);
      return function.evaluateExpression();
    }

    /** Which rows count: all, those of a filter, those that bring a new value. */
    private List<Expression> counting(AggregateExpression aggregate) {
      List<Expression> counting = new ArrayList<>();
      OptionConverters.toJava(aggregate.filter()).ifPresent(counting::add);
      if (aggregate.isDistinct()) {
        List<Expression> values = new ArrayList<>(counting);
        values.addAll(CollectionConverters.asJava(aggregate.aggregateFunction().children()));
        distinct.add(values);
        isNew.add(
            new AttributeReference(
                "_new_" + isNew.size(),
                DataTypes.BooleanType,
                false,
                Metadata.empty(),
                NamedExpression.newExprId(),
                Resolved.<String>seq(List.of())));
        counting.add(isNew.get(isNew.size() - 1));
      }
      return counting;
    }
  }

  /** Begins to look at files. */
  Tally tally() {
    return new Tally();
  }

  /** Sees the rows of one file after the other. */
  final class Tally {
    private final GenericInternalRow figures = new GenericInternalRow(state.size());
    private final GenericInternalRow news = new GenericInternalRow(isNew.size());
    private final JoinedRow withNews = new JoinedRow();
    private final JoinedRow all = new JoinedRow();
    private final List<UnsafeProjection> values =
        distinct.stream()
            .map(of -> UnsafeProjection$.MODULE$.create(Resolved.seq(of), Resolved.seq(input)))
            .toList();
    private final List<Set<UnsafeRow>> seen =
        distinct.stream().<Set<UnsafeRow>>map(of -> new HashSet<>()).toList();
    private final MutableProjection beginning =
        MutableProjection$.MODULE$.create(Resolved.seq(initial)).target(figures);
    private final MutableProjection adding =
        MutableProjection$.MODULE$
            .create(
                Resolved.seq(update),
                Resolved.seq(
                    Stream.<List<Attribute>>of(state, input, isNew).flatMap(List::stream).toList()))
            .target(figures);
    private final MutableProjection judging =
        MutableProjection$.MODULE$.create(Resolved.seq(results), Resolved.seq(state));

    private Tally() {
      begin();
    }

    /** Begins with a file. */
    void begin() {
      beginning.apply(InternalRow.empty());
      seen.forEach(Set::clear);
    }

    /** Looks at a row. */
    void add(InternalRow row) {
      if (ids.isEmpty()) {
        return;
      }
      for (int i = 0; i < values.size(); i++) {
        news.setBoolean(i, seen.get(i).add(((UnsafeRow) values.get(i).apply(row)).copy()));
      }
      adding.apply(all.apply(figures, withNews.apply(row, news)));
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

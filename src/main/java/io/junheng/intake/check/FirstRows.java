package io.junheng.intake.check;

import static scala.jdk.javaapi.CollectionConverters.asScala;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.CreateArray;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Greatest;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.Least;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.DeclarativeAggregate;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * An aggregate: the three smallest of whole numbers, in order, as an array that ends in {@link
 * #NONE} where there are fewer; nulls do not count. Its state are three numbers: with Spark's own
 * {@code min_by} of several, as with all aggregates that keep lists, every row of the files would
 * leave the generated code, and be sorted where a task reads many files.
 */
final class FirstRows extends DeclarativeAggregate {
  private static final long serialVersionUID = 1L;

  /** Stands in the array where there is no further number. */
  static final long NONE = Long.MAX_VALUE;

  private final Expression number;
  private final List<AttributeReference> kept =
      List.of(state("first"), state("second"), state("third"));

  private FirstRows(Expression number) {
    this.number = number;
  }

  /** The three smallest of a column of whole numbers. */
  static Column of(Column number) {
    return ExpressionUtils.column(new FirstRows(ExpressionUtils.expression(number)));
  }

  private static AttributeReference state(String name) {
    return new AttributeReference(
        name,
        DataTypes.LongType,
        false,
        Metadata.empty(),
        NamedExpression.newExprId(),
        seq(List.of()));
  }

  private static Literal none() {
    return new Literal(NONE, DataTypes.LongType);
  }

  @Override
  public Seq<AttributeReference> aggBufferAttributes() {
    return seq(kept);
  }

  @Override
  public Seq<Expression> initialValues() {
    return seq(List.of(none(), none(), none()));
  }

  /** The new number finds its place among those kept. */
  @Override
  public Seq<Expression> updateExpressions() {
    Expression added = new If(new IsNull(number), none(), number);
    return seq(
        List.of(
            least(kept.get(0), added),
            least(kept.get(1), greatest(kept.get(0), added)),
            least(kept.get(2), greatest(kept.get(1), added))));
  }

  /** Of two sorted triples the three smallest. */
  @Override
  public Seq<Expression> mergeExpressions() {
    List<Expression> left = kept.stream().map(this::left).toList();
    List<Expression> right = kept.stream().map(this::right).toList();
    return seq(
        List.of(
            least(left.get(0), right.get(0)),
            least(left.get(1), right.get(1), greatest(left.get(0), right.get(0))),
            least(
                left.get(2),
                right.get(2),
                greatest(left.get(0), right.get(1)),
                greatest(left.get(1), right.get(0)))));
  }

  private Expression left(AttributeReference state) {
    return new RichAttribute(state).left();
  }

  private Expression right(AttributeReference state) {
    return new RichAttribute(state).right();
  }

  @Override
  public Expression evaluateExpression() {
    return new CreateArray(seq(List.<Expression>copyOf(kept)), false);
  }

  private static Expression least(Expression... values) {
    return new Least(seq(List.of(values)));
  }

  private static Expression greatest(Expression... values) {
    return new Greatest(seq(List.of(values)));
  }

  @Override
  public boolean nullable() {
    return false;
  }

  @Override
  public DataType dataType() {
    return DataTypes.createArrayType(DataTypes.LongType, false);
  }

  @Override
  public Seq<Expression> children() {
    return seq(List.of(number));
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new FirstRows(children.apply(0));
  }

  @Override
  public Object productElement(int n) {
    return number;
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof FirstRows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FirstRows rows && rows.number.equals(number);
  }

  @Override
  public int hashCode() {
    return number.hashCode();
  }

  private static <T> Seq<T> seq(List<? extends T> values) {
    return asScala(List.<T>copyOf(values)).toSeq();
  }
}

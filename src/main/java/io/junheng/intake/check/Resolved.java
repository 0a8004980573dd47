package io.junheng.intake.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Brings expressions to the form in which a task can evaluate them row by row. */
final class Resolved {
  private Resolved() {}

  /**
   * The expressions of a projection or aggregation of rows, in their order.
   *
   * @param use built under lenient rules
   */
  static List<Expression> of(Dataset<Row> rows, Supplier<Dataset<Row>> use) {
    LogicalPlan used = LenientSql.analysed(rows, use).queryExecution().analyzed();
    LogicalPlan plan = (LogicalPlan) ReplaceExpressions$.MODULE$.apply(used);
    List<Expression> expressions = new ArrayList<>();
    plan.expressions()
        .foreach(
            expression -> {
              expressions.add(expression instanceof Alias alias ? alias.child() : expression);
              return null;
            });
    return expressions;
  }

  /** As Scala wants it, and fit to travel. */
  static <T> Seq<T> seq(List<? extends T> list) {
    return CollectionConverters.<T>asScala(List.<T>copyOf(list)).toSeq();
  }
}

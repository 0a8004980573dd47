package io.junheng.intake.check;

import io.junheng.definition.Expression;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.internal.SQLConf;
import scala.PartialFunction;

/**
 * Contract conditions meet data as it was delivered: a division by zero or a text that is no number
 * must give null, not end the run with an exception that quotes the value. So they are analysed
 * under Spark's lenient rules, whatever the session says.
 */
final class LenientSql {
  private LenientSql() {}

  /**
   * A contract's expression. Parsed here and now, because Spark decides while parsing what becomes
   * of a division by zero; only within {@link #analysed}.
   */
  static Column expression(Expression expression) {
    return ExpressionUtils.column(CatalystSqlParser$.MODULE$.parseExpression(expression.sql()));
  }

  /** The same, over columns that are named otherwise; only within {@link #analysed}. */
  static Column expression(Expression expression, UnaryOperator<String> columnOf) {
    return with(expression, name -> UnresolvedAttribute.quoted(columnOf.apply(name)));
  }

  /** The same, over other expressions in place of columns; only within {@link #analysed}. */
  static Column expressionOver(Expression expression, Function<String, Column> valueOf) {
    return with(expression, name -> ExpressionUtils.expression(valueOf.apply(name)));
  }

  private static Column with(
      Expression expression,
      Function<String, org.apache.spark.sql.catalyst.expressions.Expression> valueOf) {
    return ExpressionUtils.column(
        CatalystSqlParser$.MODULE$
            .parseExpression(expression.sql())
            .transform(
                new PartialFunction<>() {
                  @Override
                  public boolean isDefinedAt(
                      org.apache.spark.sql.catalyst.expressions.Expression part) {
                    return part instanceof UnresolvedAttribute;
                  }

                  @Override
                  public org.apache.spark.sql.catalyst.expressions.Expression apply(
                      org.apache.spark.sql.catalyst.expressions.Expression part) {
                    return valueOf.apply(((UnresolvedAttribute) part).name());
                  }
                }));
  }

  /** Builds something from a dataset; the expressions within are lenient. */
  static <T> T analysed(Dataset<Row> from, Supplier<T> building) {
    SQLConf lenient = from.sparkSession().sessionState().conf().clone();
    lenient.setConfString("spark.sql.ansi.enabled", "false");
    // What stands twice in a function is written out, so that FileConditions can take it apart.
    lenient.setConfString("spark.sql.alwaysInlineCommonExpr", "true");
    return SQLConf.withExistingConf(lenient, building::get);
  }
}

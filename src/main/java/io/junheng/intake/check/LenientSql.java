package io.junheng.intake.check;

import io.junheng.definition.Expression;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.internal.SQLConf;

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

  /** Builds a dataset from another one; the expressions within are lenient. */
  static Dataset<Row> analysed(Dataset<Row> from, Supplier<Dataset<Row>> building) {
    SQLConf lenient = from.sparkSession().sessionState().conf().clone();
    lenient.setConfString("spark.sql.ansi.enabled", "false");
    return SQLConf.withExistingConf(lenient, building::get);
  }
}

package io.junheng.intake.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Expression;
import io.junheng.definition.SetCheck.Figure;
import org.apache.spark.sql.Column;

/** Figures of set checks as columns of Spark, where groups reach over counties. */
final class SetColumns {
  private SetColumns() {}

  /** A figure over rows. */
  static Column overRows(Figure figure) {
    Aggregate aggregate = figure.aggregate();
    if (aggregate instanceof Aggregate.Count rows) {
      return count_if(holds(rows, figure));
    } else if (aggregate instanceof Aggregate.Sum total) {
      return sum(chosen(total.value(), figure));
    } else if (aggregate instanceof Aggregate.Min least) {
      return min(chosen(least.value(), figure).cast("string"));
    } else if (aggregate instanceof Aggregate.Max most) {
      return max(chosen(most.value(), figure).cast("string"));
    }
    throw new IllegalStateException("no figure of a set check: " + aggregate);
  }

  /** A figure of a group that is one row. */
  static Column ofOneRow(Figure figure) {
    Aggregate aggregate = figure.aggregate();
    if (aggregate instanceof Aggregate.Count) {
      return when(holds((Aggregate.Count) aggregate, figure), lit(1L)).otherwise(lit(0L));
    } else if (aggregate instanceof Aggregate.Sum total) {
      return chosen(total.value(), figure);
    } else if (aggregate instanceof Aggregate.Min least) {
      return chosen(least.value(), figure).cast("string");
    } else if (aggregate instanceof Aggregate.Max most) {
      return chosen(most.value(), figure).cast("string");
    }
    throw new IllegalStateException("no figure of a set check: " + aggregate);
  }

  private static Column holds(Aggregate.Count rows, Figure figure) {
    Column holds = LenientSql.expression(rows.condition());
    Column both = figure.where().map(w -> holds.and(LenientSql.expression(w))).orElse(holds);
    return coalesce(both, lit(false));
  }

  private static Column chosen(Expression value, Figure figure) {
    Column chosen = LenientSql.expression(value);
    return figure.where().map(w -> when(LenientSql.expression(w), chosen)).orElse(chosen);
  }
}

package io.junheng.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Expression;
import io.junheng.definition.Measure;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * Measures as columns of an aggregation: first over the rows of a group, then over the groups of a
 * school.
 */
final class MeasureColumns {
  /** Prefix of grouping columns while both they and measures of the same name are around. */
  static final String BY = "_by_";

  private MeasureColumns() {}

  /** The column over rows; empty for a measure that only exists over groups. */
  static Optional<Column> overRows(Measure measure) {
    return compile(measure).map(column -> column.alias(measure.id()));
  }

  /** The column over groups, or over parts of a school where the source has no groups. */
  static Column overGroups(Measure measure) {
    return combined(measure).cast(FigureColumns.QUANTITY).alias(measure.id());
  }

  private static Optional<Column> compile(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.Count count) {
      return Optional.of(count_if(both(count.condition(), measure.where())));
    }
    if (aggregate instanceof Aggregate.Sum total) {
      return Optional.of(sum(chosen(total.value(), measure.where())));
    }
    if (aggregate instanceof Aggregate.Min least) {
      return Optional.of(min(chosen(least.value(), measure.where())));
    }
    if (aggregate instanceof Aggregate.Max most) {
      return Optional.of(max(chosen(most.value(), measure.where())));
    }
    if (aggregate instanceof Aggregate.CountDistinct distinct) {
      return Optional.of(count_distinct(when(condition(measure), expr(distinct.value().sql()))));
    }
    if (aggregate instanceof Aggregate.CountGroups || aggregate instanceof Aggregate.MaxOfGroups) {
      return Optional.empty();
    }
    throw new IllegalStateException("no column for aggregate " + aggregate);
  }

  private static Column combined(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.CountGroups groups) {
      Column isGroup = named(groups.by());
      return count_if(
          groups.having().map(having -> isGroup.and(expr(having.sql()))).orElse(isGroup));
    }
    if (aggregate instanceof Aggregate.MaxOfGroups groups) {
      return max(when(named(groups.by()), col(groups.of())));
    }
    return switch (Combination.of(aggregate)) {
      case SUM -> sum(col(measure.id()));
      case MIN -> min(col(measure.id()));
      case MAX -> max(col(measure.id()));
    };
  }

  /** A class without a grade or a number is no class. */
  private static Column named(List<String> by) {
    return by.stream().map(name -> col(BY + name).isNotNull()).reduce(lit(true), Column::and);
  }

  private static Column chosen(Expression value, Optional<Expression> where) {
    Column quantity = expr(value.sql()).cast(FigureColumns.QUANTITY);
    return where.map(condition -> when(expr(condition.sql()), quantity)).orElse(quantity);
  }

  private static Column both(Expression condition, Optional<Expression> where) {
    Column holds = expr(condition.sql());
    return coalesce(where.map(w -> holds.and(expr(w.sql()))).orElse(holds), lit(false));
  }

  private static Column condition(Measure measure) {
    return measure.where().map(where -> expr(where.sql())).orElse(lit(true));
  }
}

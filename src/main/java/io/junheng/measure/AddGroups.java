package io.junheng.measure;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Stages;
import io.junheng.expression.ResolvedSql;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;

/**
 * Tallies of the groups of one school, or of one county's reported rows, to figures of its stages,
 * for one source.
 *
 * <p>Each group counts for its stage and, in a school, for the total; rows that state no stage
 * count for a school's total only. A count of no rows is 0; a sum of no rows is unknown, no figure.
 */
final class AddGroups implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of sums within a group: ten digits more than what is summed. */
  private static final DataType SUM = DataTypes.createDecimalType(38, FigureColumns.SCALE);

  private static final int DIGITS_BEFORE_POINT = 18;

  /** What makes a measure's figure. */
  private enum Kind {
    ROWS,
    QUANTITY,
    VALUES,
    GROUPS,
    LARGEST_GROUP
  }

  private final boolean isForTotal;
  private final String[] measures;
  private final Kind[] kinds;
  private final Combination[] combinations;

  /** The measure whose largest group is sought. */
  private final int[] of;

  /** Types of the figures of a group. */
  private final DataType[] types;

  private final ResolvedSql sql;

  /** Conditions that groups must meet to be counted, by the measures' places. */
  private final HashMap<Integer, Expression> having = new HashMap<>();

  /**
   * @param any rows of anything: Spark resolves expressions over them
   */
  AddGroups(SourcePlan plan, Dataset<Row> any) {
    List<Measure> all = plan.measures();
    isForTotal = plan.hasStage() && plan.grain() == Grain.SCHOOL_STAGE;
    measures = plan.measureIds().toArray(String[]::new);
    kinds = all.stream().map(AddGroups::kind).toArray(Kind[]::new);
    combinations = all.stream().map(m -> Combination.of(m.aggregate())).toArray(Combination[]::new);
    of = new int[measures.length];
    types = all.stream().map(AddGroups::type).toArray(DataType[]::new);
    List<Integer> counted = new ArrayList<>();
    List<Column> conditions = new ArrayList<>();
    for (int i = 0; i < measures.length; i++) {
      if (all.get(i).aggregate() instanceof Aggregate.MaxOfGroups groups) {
        of[i] = plan.measureIds().indexOf(groups.of());
      } else if (all.get(i).aggregate() instanceof Aggregate.CountGroups groups) {
        counted.add(i);
        conditions.add(groups.having().map(h -> expr(h.sql())).orElse(lit(true)));
      }
    }
    Column[] figures = new Column[measures.length];
    for (int i = 0; i < figures.length; i++) {
      figures[i] = lit(null).cast(types[i]).alias(measures[i]);
    }
    Dataset<Row> groups = any.select(figures);
    sql = new ResolvedSql(groups, List.of(measures), conditions);
    counted.forEach(i -> having.put(i, sql.expression(having.size())));
  }

  private static Kind kind(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.Count) {
      return Kind.ROWS;
    } else if (aggregate instanceof Aggregate.CountDistinct) {
      return Kind.VALUES;
    } else if (aggregate instanceof Aggregate.CountGroups) {
      return Kind.GROUPS;
    } else if (aggregate instanceof Aggregate.MaxOfGroups) {
      return Kind.LARGEST_GROUP;
    }
    return Kind.QUANTITY;
  }

  private static DataType type(Measure measure) {
    if (kind(measure) != Kind.QUANTITY) {
      return DataTypes.LongType;
    }
    return measure.aggregate() instanceof Aggregate.Sum ? SUM : FigureColumns.QUANTITY;
  }

  /** The known figures, of one school and source. Order of the tallies does not matter. */
  List<Figure> apply(List<GroupTally> parts) {
    Map<List<Object>, Tally> groups = new HashMap<>();
    for (GroupTally part : parts) {
      groups
          .computeIfAbsent(
              Arrays.asList(part.stage(), part.group()), any -> new Tally(measures.length))
          .add(part.tally(), combinations);
    }
    Map<String, Tally> stages = new LinkedHashMap<>();
    groups.forEach(
        (group, tally) -> {
          String stage = (String) group.get(0);
          if (group.get(1) != null) {
            countGroup(tally);
          }
          if (stage != null || !isForTotal) {
            add(stage, tally, stages);
          }
          if (isForTotal) {
            add(Stages.TOTAL, tally, stages);
          }
        });
    List<Figure> figures = new ArrayList<>();
    stages.forEach((stage, tally) -> tell(stage, tally, figures));
    return figures;
  }

  private void add(String stage, Tally tally, Map<String, Tally> stages) {
    stages.computeIfAbsent(stage, any -> new Tally(measures.length)).add(tally, combinations);
  }

  /** A class without a grade or a number is no class; this one has both. */
  private void countGroup(Tally group) {
    if (having.isEmpty() && !Arrays.asList(kinds).contains(Kind.LARGEST_GROUP)) {
      return;
    }
    InternalRow row = sql.prepared(row(group));
    having.forEach(
        (place, condition) -> {
          if (Boolean.TRUE.equals(condition.eval(row))) {
            group.count(place, 1);
          }
        });
    for (int i = 0; i < measures.length; i++) {
      int place = i;
      if (kinds[i] == Kind.LARGEST_GROUP) {
        value(of[i], group).ifPresent(size -> group.add(place, size, Combination.MAX));
      }
    }
  }

  private InternalRow row(Tally group) {
    Object[] row = new Object[measures.length];
    for (int i = 0; i < row.length; i++) {
      if (kinds[i] == Kind.ROWS) {
        row[i] = group.count(i);
      } else if (kinds[i] == Kind.QUANTITY && group.quantity(i) != null) {
        row[i] =
            Decimal.apply(
                group.quantity(i), ((DecimalType) types[i]).precision(), FigureColumns.SCALE);
      }
    }
    return new GenericInternalRow(row);
  }

  private void tell(String stage, Tally tally, List<Figure> figures) {
    for (int i = 0; i < measures.length; i++) {
      String measure = measures[i];
      value(i, tally).ifPresent(value -> figures.add(new Figure(stage, measure, value)));
    }
  }

  private Optional<BigDecimal> value(int place, Tally tally) {
    return switch (kinds[place]) {
      case ROWS, GROUPS -> Optional.of(count(tally.count(place)));
      case VALUES -> Optional.of(count(tally.values(place)));
      case QUANTITY, LARGEST_GROUP ->
          Optional.ofNullable(tally.quantity(place)).map(value -> fitting(place, value));
    };
  }

  private static BigDecimal count(long count) {
    return BigDecimal.valueOf(count).setScale(FigureColumns.SCALE);
  }

  private BigDecimal fitting(int place, BigDecimal value) {
    if (value.precision() - value.scale() > DIGITS_BEFORE_POINT) {
      throw new ArithmeticException(
          "measure %s: a figure has more than %d digits before the point"
              .formatted(measures[place], DIGITS_BEFORE_POINT));
    }
    return value;
  }
}

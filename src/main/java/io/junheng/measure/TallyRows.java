package io.junheng.measure;

import static io.junheng.measure.FigureColumns.COUNTY;
import static io.junheng.measure.FigureColumns.PERIOD;
import static io.junheng.measure.FigureColumns.SCHOOL;
import static io.junheng.measure.FigureColumns.STAGE;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Expression;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Stages;
import io.junheng.expression.CodedColumn;
import io.junheng.expression.Conditions;
import io.junheng.expression.ResolvedSql;
import java.io.Serializable;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Tuple2;

/**
 * All measures of one source over one reading of its rows, in plain Java: as an aggregation of
 * Spark every row would look at every measure, and every measure would be compiled anew in every
 * run.
 */
final class TallyRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Values of a column with more different ones are looked at one by one. */
  private static final int NUMBERED = 10_000;

  /** A measure over rows. */
  private record Wanted(
      int place,
      boolean isCount,
      boolean isDistinct,
      Combination combination,
      org.apache.spark.sql.catalyst.expressions.Expression value)
      implements Serializable {
    void add(Object value, Tally tally) {
      if (value != null && isDistinct) {
        tally.add(place, value.toString());
      } else if (value != null) {
        tally.add(place, ((Decimal) value).toJavaBigDecimal(), combination);
      }
    }
  }

  private final int source;
  private final int measures;
  private final boolean hasSchool;
  private final boolean hasStage;
  private final DataType[] keys;

  /** Where the columns of keys are read; one that stands in two keys is read once. */
  private final int[] places;

  private final ResolvedSql sql;
  private final Conditions conditions;
  private final ArrayList<Wanted> wanted = new ArrayList<>();

  /**
   * @param source the plan's place among those whose tallies come together
   * @param rows any with the columns of the plan's contract; they are not read
   */
  TallyRows(int source, SourcePlan plan, Dataset<Row> rows) {
    this.source = source;
    this.measures = plan.measures().size();
    this.hasSchool = plan.grain() == Grain.SCHOOL_STAGE;
    this.hasStage = plan.hasStage();
    List<String> names = new ArrayList<>(List.of(PERIOD, COUNTY));
    if (hasSchool) {
      names.add(SCHOOL);
    }
    if (hasStage) {
      names.add(STAGE);
    }
    names.addAll(plan.groupedBy());
    keys =
        names.stream().map(name -> rows.schema().apply(name).dataType()).toArray(DataType[]::new);
    List<Measure> overRows = plan.measures().stream().filter(TallyRows::isOverRows).toList();
    List<Column> asked = new ArrayList<>();
    overRows.forEach(measure -> asked.add(condition(measure)));
    overRows.forEach(measure -> asked.add(value(measure)));
    sql = new ResolvedSql(rows, names, asked);
    places = names.stream().mapToInt(sql.columns()::indexOf).toArray();
    List<org.apache.spark.sql.catalyst.expressions.Expression> holds = new ArrayList<>();
    for (int i = 0; i < overRows.size(); i++) {
      Measure measure = overRows.get(i);
      holds.add(sql.expression(i));
      wanted.add(
          new Wanted(
              plan.measures().indexOf(measure),
              measure.aggregate() instanceof Aggregate.Count,
              measure.aggregate() instanceof Aggregate.CountDistinct,
              Combination.of(measure.aggregate()),
              sql.expression(overRows.size() + i)));
    }
    conditions = new Conditions(holds);
  }

  private static boolean isOverRows(Measure measure) {
    return !(measure.aggregate() instanceof Aggregate.CountGroups)
        && !(measure.aggregate() instanceof Aggregate.MaxOfGroups);
  }

  private static Column condition(Measure measure) {
    Column where = measure.where().map(Expression::sql).map(sql -> expr(sql)).orElse(lit(true));
    return measure.aggregate() instanceof Aggregate.Count count
        ? expr(count.condition().sql()).and(where)
        : where;
  }

  /** What is added up; of rows that are left out nothing is worked out. */
  private static Column value(Measure measure) {
    Column value = lit(null);
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.Sum total) {
      value = expr(total.value().sql()).cast(FigureColumns.QUANTITY);
    } else if (aggregate instanceof Aggregate.Min least) {
      value = expr(least.value().sql()).cast(FigureColumns.QUANTITY);
    } else if (aggregate instanceof Aggregate.Max most) {
      value = expr(most.value().sql()).cast(FigureColumns.QUANTITY);
    } else if (aggregate instanceof Aggregate.CountDistinct distinct) {
      value = expr(distinct.value().sql());
    }
    Column chosen = value;
    return measure.where().map(where -> when(expr(where.sql()), chosen)).orElse(value);
  }

  /** The tallies of rows, by period and county; groups that several tasks meet come in parts. */
  JavaPairRDD<String, CountyTally> apply(SilverRows rows) {
    Optional<JavaRDD<ColumnarBatch>> batches =
        sql.prepares() ? Optional.empty() : rows.batches().apply(sql.columns());
    HashSet<String> counties = rows.counties().map(HashSet::new).orElse(null);
    return batches
        .map(all -> all.mapPartitionsToPair(part -> tallied(part, Task::addBatch, counties)))
        .orElseGet(
            () ->
                rows.rows()
                    .get()
                    .select(FigureColumns.columns(sql.columns()))
                    .queryExecution()
                    .toRdd()
                    .toJavaRDD()
                    .mapPartitionsToPair(part -> tallied(part, Task::addRow, counties)));
  }

  /**
   * What a task reads.
   *
   * @param counties those that are told; null: all
   */
  private <T> Iterator<Tuple2<String, CountyTally>> tallied(
      Iterator<T> read, BiConsumer<Task, T> add, HashSet<String> counties) {
    Task task = new Task();
    read.forEachRemaining(one -> add.accept(task, one));
    return task.counties()
        .filter(county -> counties == null || counties.contains(county.county()))
        .map(county -> new Tuple2<>(county.key(), county))
        .iterator();
  }

  /** What one task has read. */
  private final class Task {
    private final CodedColumn[] group = new CodedColumn[keys.length];
    private final Map<Integer, CodedColumn> inputs = new HashMap<>();
    private final CodedColumn[] read;
    private final Conditions.Task holds;

    /** By the numbers of the values that make a group. */
    private final Map<IntBuffer, Tally> tallies = new HashMap<>();

    private final int[] before = new int[keys.length];
    private Tally tally;

    Task() {
      Map<Integer, CodedColumn> ofKeys = new HashMap<>();
      for (int i = 0; i < group.length; i++) {
        DataType type = keys[i];
        group[i] =
            ofKeys.computeIfAbsent(
                places[i], place -> new CodedColumn(place, type, Integer.MAX_VALUE));
      }
      conditions
          .columns()
          .forEach(
              (place, type) ->
                  inputs.put(
                      place,
                      ofKeys.containsKey(place) && !sql.prepares()
                          ? ofKeys.get(place)
                          : new CodedColumn(place, type, NUMBERED)));
      read =
          Stream.concat(Arrays.stream(group), inputs.values().stream())
              .distinct()
              .toArray(CodedColumn[]::new);
      holds = conditions.task(inputs);
    }

    void addBatch(ColumnarBatch batch) {
      for (CodedColumn column : read) {
        column.read(batch);
      }
      for (int i = 0; i < batch.numRows(); i++) {
        add(i, batch::getRow);
      }
    }

    void addRow(InternalRow row) {
      InternalRow prepared = sql.prepared(row);
      for (CodedColumn column : group) {
        column.read(row);
      }
      for (CodedColumn column : inputs.values()) {
        column.read(prepared);
      }
      add(0, any -> prepared);
    }

    private void add(int place, Conditions.RowAt rows) {
      boolean isOther = tally == null;
      for (int i = 0; i < before.length; i++) {
        int code = group[i].code(place);
        isOther |= code != before[i];
        before[i] = code;
      }
      if (isOther) {
        tally = tallies.get(IntBuffer.wrap(before));
        if (tally == null) {
          tally = new Tally(measures);
          tallies.put(IntBuffer.wrap(before.clone()), tally);
        }
      }
      long[] holding = holds.of(place, rows);
      for (int word = 0; word < holding.length; word++) {
        for (long bits = holding[word]; bits != 0; bits &= bits - 1) {
          Wanted one = wanted.get(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
          if (one.isCount()) {
            tally.count(one.place(), 1);
          } else {
            one.add(one.value().eval(rows.get(place)), tally);
          }
        }
      }
    }

    /** What the task has read of each county. */
    Stream<CountyTally> counties() {
      Map<List<Object>, List<GroupTally>> counties = new HashMap<>();
      tallies.forEach(
          (codes, tally) ->
              counties
                  .computeIfAbsent(
                      Arrays.asList(value(codes, 0), value(codes, 1)), any -> new ArrayList<>())
                  .add(told(codes, tally)));
      return counties.entrySet().stream()
          .map(
              county ->
                  CountyTally.of(
                      (Integer) county.getKey().get(0),
                      text(county.getKey().get(1)),
                      source,
                      measures,
                      county.getValue()));
    }

    private GroupTally told(IntBuffer codes, Tally tally) {
      int place = 2;
      String school = hasSchool ? text(value(codes, place++)) : null;
      String stage = hasStage ? text(value(codes, place++)) : Stages.TOTAL;
      List<String> values = new ArrayList<>();
      for (int i = place; i < group.length; i++) {
        values.add(text(value(codes, i)));
      }
      return new GroupTally(school, stage, values.contains(null) ? null : values, tally);
    }

    private Object value(IntBuffer codes, int place) {
      return group[place].value(codes.get(place));
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}

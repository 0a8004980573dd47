package io.junheng.intake.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.junheng.definition.Aggregate;
import io.junheng.definition.SetCheck.Figure;
import io.junheng.expression.CodedColumn;
import io.junheng.expression.Conditions;
import io.junheng.expression.ResolvedSql;
import java.io.Serializable;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * All figures that set checks ask of one dataset and year, over one reading of its rows: first for
 * the finest groups, then, of those, for the groups of each check.
 */
final class SetTally implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PERIOD = "period";
  private static final String COUNTY = "county_code";
  private static final List<String> PLACE = List.of(PERIOD, COUNTY);

  /** Values of a column with more different ones are looked at one by one. */
  private static final int NUMBERED = 10_000;

  /** A figure to be worked out, and its place among all figures. */
  private record Asked(int place, SetFigure.Way way) implements Serializable {}

  /**
   * Columns whose equal values make a group.
   *
   * @param place among all such lists
   * @param columns by their places among those of the finest groups
   */
  private record Grouping(int place, int[] columns) implements Serializable {
    /** The key of a group; null where one of its values is. */
    String key(String[] texts) {
      return Arrays.stream(columns).anyMatch(column -> texts[column] == null)
          ? null
          : Arrays.stream(columns)
              .mapToObj(column -> texts[column])
              .collect(Collectors.joining("|"));
    }
  }

  private final ArrayList<Asked> asked = new ArrayList<>();
  private final ArrayList<Grouping> groupings = new ArrayList<>();

  /** The figures' conditions, their values, then the texts of the columns of groups. */
  private final ResolvedSql sql;

  private final Conditions conditions;

  /** The columns of the finest groups, period and county first, and where they are read. */
  private final int[] keys;

  private final DataType[] types;

  /**
   * Within {@link LenientSql#analysed}.
   *
   * @param all the figures of all checks; those of this source by {@code ours}
   * @param by the columns that make groups, each list once
   * @param rows any with the columns of the source
   */
  SetTally(List<SetFigure> all, List<SetFigure> ours, List<List<String>> by, Dataset<Row> rows) {
    List<String> columns =
        ours.stream().flatMap(one -> one.check().by().stream()).distinct().toList();
    ours.stream()
        .map(one -> one.check().by())
        .distinct()
        .forEach(
            names ->
                groupings.add(
                    new Grouping(
                        by.indexOf(names), names.stream().mapToInt(columns::indexOf).toArray())));
    List<Column> expressions = new ArrayList<>();
    ours.forEach(one -> expressions.add(condition(one.figure())));
    ours.forEach(one -> expressions.add(value(one.figure())));
    columns.forEach(name -> expressions.add(col(name).cast("string")));
    sql = new ResolvedSql(rows, SetFigure.columns(ours, columns, rows), expressions);
    conditions = new Conditions(IntStream.range(0, ours.size()).mapToObj(sql::expression).toList());
    ours.forEach(one -> asked.add(new Asked(all.indexOf(one), one.way())));
    List<String> names = Stream.concat(PLACE.stream(), columns.stream()).toList();
    keys = names.stream().mapToInt(sql.columns()::indexOf).toArray();
    types =
        names.stream().map(name -> rows.schema().apply(name).dataType()).toArray(DataType[]::new);
  }

  /** Whether a row takes part. */
  private static Column condition(Figure figure) {
    return Stream.of(SetFigure.condition(figure.aggregate()), figure.where())
        .flatMap(Optional::stream)
        .map(LenientSql::expression)
        .reduce(Column::and)
        .orElse(lit(true));
  }

  private static Column value(Figure figure) {
    Column value =
        SetFigure.value(figure.aggregate()).map(LenientSql::expression).orElse(lit(null));
    return figure.aggregate() instanceof Aggregate.Sum ? value : value.cast("string");
  }

  /** The columns that rows have, in this order; the county's code and the period come last. */
  List<String> columns() {
    return sql.columns();
  }

  /** The type of a figure of the source, by its place among those of the source. */
  DataType type(int place, SetFigure figure) {
    return figure.type(sql.expression(asked.size() + place).dataType());
  }

  /**
   * Adds all rows of the source that a task reads to the groups of their counties.
   *
   * @param source its place among all
   */
  void add(Iterator<InternalRow> rows, int source, CountySets sets) {
    Task task = new Task();
    rows.forEachRemaining(task::add);
    task.finest.forEach((codes, group) -> task.bring(codes, group, source, sets));
  }

  /** One of the finest groups. */
  private final class Group {
    private final String[] texts;
    private final long[] counts = new long[asked.size()];
    private final Object[] values = new Object[asked.size()];

    Group(InternalRow row) {
      texts = new String[keys.length - PLACE.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = Objects.toString(sql.expression(2 * asked.size() + i).eval(row), null);
      }
    }

    void add(int place, InternalRow row) {
      SetFigure.Way way = asked.get(place).way();
      if (way == SetFigure.Way.COUNT) {
        counts[place]++;
        return;
      }
      Object value = sql.expression(asked.size() + place).eval(row);
      if (value != null) {
        values[place] = way.with(values[place], part(value));
      }
    }

    /** Outlives its row. */
    private static Object part(Object value) {
      return value instanceof UTF8String text ? text.clone() : SetFigure.exact(value);
    }

    Object value(int place) {
      return asked.get(place).way() == SetFigure.Way.COUNT ? counts[place] : values[place];
    }
  }

  /** What one task reads. */
  private final class Task {
    private final CodedColumn[] key = new CodedColumn[keys.length];
    private final CodedColumn[] others;
    private final Conditions.Task holds;
    private final Map<IntBuffer, Group> finest = new HashMap<>();
    private final int[] before = new int[keys.length];
    private Group group;

    Task() {
      Map<Integer, CodedColumn> read = new HashMap<>();
      for (int i = 0; i < key.length; i++) {
        key[i] = new CodedColumn(keys[i], types[i], Integer.MAX_VALUE);
        read.put(keys[i], key[i]);
      }
      List<CodedColumn> more = new ArrayList<>();
      conditions
          .columns()
          .forEach(
              (place, type) -> {
                if (!read.containsKey(place)) {
                  more.add(new CodedColumn(place, type, NUMBERED));
                  read.put(place, more.get(more.size() - 1));
                }
              });
      others = more.toArray(CodedColumn[]::new);
      holds = conditions.task(read);
    }

    void add(InternalRow row) {
      boolean isOther = group == null;
      for (int i = 0; i < key.length; i++) {
        key[i].read(row);
        int code = key[i].code(0);
        isOther |= code != before[i];
        before[i] = code;
      }
      if (isOther) {
        group = finest.get(IntBuffer.wrap(before));
        if (group == null) {
          group = new Group(row);
          finest.put(IntBuffer.wrap(before.clone()), group);
        }
      }
      for (CodedColumn column : others) {
        column.read(row);
      }
      long[] holding = holds.of(0, any -> row);
      for (int word = 0; word < holding.length; word++) {
        for (long bits = holding[word]; bits != 0; bits &= bits - 1) {
          group.add(word * Long.SIZE + Long.numberOfTrailingZeros(bits), row);
        }
      }
    }

    void bring(IntBuffer codes, Group fine, int source, CountySets sets) {
      CountySets.County county =
          sets.county(
              new CountySets.Place(
                  (Integer) key[0].value(codes.get(0)), key[1].value(codes.get(1)).toString()));
      for (Grouping grouping : groupings) {
        String name = grouping.key(fine.texts);
        if (name != null) {
          CountySets.Group group =
              county.group(new CountySets.Name(grouping.place(), name), source);
          for (int i = 0; i < asked.size(); i++) {
            group.add(asked.get(i).place(), asked.get(i).way(), fine.value(i));
          }
        }
      }
    }
  }
}

package io.junheng.expression;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;

/**
 * Which of many conditions hold for a row.
 *
 * <p>A condition holds if all the parts that AND joins hold. Parts that read the same columns are
 * worked out once for each combination of values that a task meets there, unless there are too many
 * to keep. A row then costs a look into a table for each such group of columns, however many
 * conditions there are.
 */
public final class Conditions implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int BITS = Long.SIZE;

  /** How many combinations of values of several columns are kept. */
  private static final int KEPT = 100_000;

  private final Expression[] whole;
  private final TreeMap<Integer, DataType> columns = new TreeMap<>();
  private final ArrayList<Group> groups = new ArrayList<>();

  /** A part of a condition. */
  private record Part(int condition, Expression expression) implements Serializable {}

  /** The parts that read the same columns. */
  private record Group(ArrayList<Integer> columns, ArrayList<Part> parts) implements Serializable {
    Group(List<Integer> columns) {
      this(new ArrayList<>(columns), new ArrayList<>());
    }
  }

  /**
   * @param conditions over bound columns; one that gives null does not hold
   */
  public Conditions(List<Expression> conditions) {
    whole = conditions.toArray(Expression[]::new);
    Map<List<Integer>, Group> byColumns = new LinkedHashMap<>();
    for (int i = 0; i < whole.length; i++) {
      for (Expression part : parts(whole[i]).toList()) {
        TreeMap<Integer, DataType> read = read(part);
        columns.putAll(read);
        byColumns
            .computeIfAbsent(List.copyOf(read.keySet()), Group::new)
            .parts()
            .add(new Part(i, part));
      }
    }
    groups.addAll(byColumns.values());
  }

  private static Stream<Expression> parts(Expression condition) {
    return condition instanceof And and
        ? Stream.concat(parts(and.left()), parts(and.right()))
        : Stream.of(condition);
  }

  private static TreeMap<Integer, DataType> read(Expression part) {
    TreeMap<Integer, DataType> columns = new TreeMap<>();
    if (part instanceof BoundReference column) {
      columns.put(column.ordinal(), column.dataType());
    }
    asJava(part.children()).forEach(child -> columns.putAll(read(child)));
    return columns;
  }

  /** The places of the columns that are read, with their types. */
  public Map<Integer, DataType> columns() {
    return columns;
  }

  /** For the rows of one task. */
  public Task task(Map<Integer, CodedColumn> read) {
    return new Task(read);
  }

  private static void clear(long[] bits, int place) {
    bits[place / BITS] &= ~(1L << place % BITS);
  }

  /** As many bits as there are conditions, all set. */
  private long[] all() {
    long[] bits = new long[(whole.length + BITS - 1) / BITS];
    Arrays.fill(bits, -1L);
    if (whole.length % BITS != 0) {
      bits[bits.length - 1] = (1L << whole.length % BITS) - 1;
    }
    return bits;
  }

  /** The row whose columns were read last, for what is worked out of it. */
  public interface RowAt {
    InternalRow get(int place);
  }

  /** The conditions for the rows that a task reads. */
  public final class Task {
    private final Found[] found;
    private final long[] all = all();
    private final long[] holding = all();

    private Task(Map<Integer, CodedColumn> read) {
      found = groups.stream().map(group -> new Found(group, read)).toArray(Found[]::new);
    }

    /**
     * A bit for each condition, the lowest for the first: whether it holds. Good until the next row
     * is asked for.
     *
     * @param place of the row among those that the columns have read
     */
    public long[] of(int place, RowAt rows) {
      System.arraycopy(all, 0, holding, 0, holding.length);
      boolean isSure = true;
      for (Found group : found) {
        Known known = group.known(place, rows);
        isSure &= known.isSure;
        for (int i = 0; i < holding.length; i++) {
          holding[i] &= known.bits[i];
        }
      }
      if (!isSure) {
        // A part failed by itself: parts before it may spare it, or the row is in fact at fault.
        for (int i = 0; i < whole.length; i++) {
          if (!Boolean.TRUE.equals(whole[i].eval(rows.get(place)))) {
            clear(holding, i);
          }
        }
      }
      return holding;
    }
  }

  /** What is known where a group of columns has certain values. */
  private static final class Known {
    private final long[] bits;
    private boolean isSure = true;

    Known(long[] bits) {
      this.bits = bits;
    }
  }

  /** What a task has found out about a group. */
  private final class Found {
    private final List<Part> parts;
    private final CodedColumn[] columns;

    /** By the number of the only column's value; what reads no column is known once. */
    private Known[] known = new Known[3];

    /** By the numbers of several columns' values. */
    private final Map<List<Integer>, Known> ofSeveral = new HashMap<>();

    Found(Group group, Map<Integer, CodedColumn> read) {
      parts = group.parts();
      columns = group.columns().stream().map(read::get).toArray(CodedColumn[]::new);
    }

    Known known(int place, RowAt rows) {
      if (columns.length > 1) {
        return knownOfSeveral(place, rows);
      }
      int code = columns.length == 0 ? 0 : columns[0].code(place);
      if (code == CodedColumn.NONE) {
        return workedOut(rows.get(place));
      }
      if (code >= known.length) {
        known = Arrays.copyOf(known, 2 * code);
      }
      if (known[code] == null) {
        known[code] = workedOut(rows.get(place));
      }
      return known[code];
    }

    private Known knownOfSeveral(int place, RowAt rows) {
      Integer[] codes = new Integer[columns.length];
      boolean isKept = true;
      for (int i = 0; i < codes.length; i++) {
        codes[i] = columns[i].code(place);
        isKept &= codes[i] != CodedColumn.NONE;
      }
      if (!isKept) {
        return workedOut(rows.get(place));
      }
      if (ofSeveral.size() >= KEPT) {
        ofSeveral.clear();
      }
      return ofSeveral.computeIfAbsent(Arrays.asList(codes), any -> workedOut(rows.get(place)));
    }

    private Known workedOut(InternalRow row) {
      Known found = new Known(all());
      for (Part part : parts) {
        try {
          if (!Boolean.TRUE.equals(part.expression().eval(row))) {
            clear(found.bits, part.condition());
          }
        } catch (RuntimeException e) {
          found.isSure = false;
        }
      }
      return found;
    }
  }
}

package io.junheng.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Function2;

/**
 * One column of the rows that a task reads, with a number for each of its values: rows are then
 * held against each other, and looked up, by numbers. Null is a value like others.
 */
public final class CodedColumn {
  /** The number of a value that has none, because there are too many of them. */
  public static final int NONE = -1;

  private final int place;
  private final boolean isTruth;
  private final int limit;
  private final Function2<SpecializedGetters, Object, Object> reading;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final ArrayList<Object> values = new ArrayList<>();
  private int[] codes = new int[1];
  private Object before;
  private int codeBefore = NONE;

  /** What a dictionary's entries are here, and in which batch that was found. */
  private int[] codeOfEntry = new int[0];

  private int[] batchOfEntry = new int[0];
  private int batches;

  /**
   * @param place in the rows
   * @param limit how many different values get a number
   */
  public CodedColumn(int place, DataType type, int limit) {
    this.place = place;
    this.limit = limit;
    isTruth = type instanceof BooleanType;
    reading = InternalRow.getAccessor(type, true);
    if (isTruth) {
      code(null);
      code(false);
      code(true);
    }
  }

  /** The number of the value in a row of those that were read last. */
  public int code(int row) {
    return codes[row];
  }

  /** The value of a number. */
  public Object value(int code) {
    return values.get(code);
  }

  /** Reads a single row, whose place is then 0. */
  public void read(InternalRow row) {
    codes[0] = code(reading.apply(row, place));
  }

  /** Reads the rows of a batch. */
  public void read(ColumnarBatch batch) {
    int rows = batch.numRows();
    if (codes.length < rows) {
      codes = new int[rows];
    }
    ColumnVector column = batch.column(place);
    if (column instanceof ConstantColumnVector) {
      Arrays.fill(codes, 0, rows, rows == 0 ? NONE : code(reading.apply(batch.getRow(0), place)));
    } else if (isTruth) {
      boolean hasNull = column.hasNull();
      for (int i = 0; i < rows; i++) {
        codes[i] = hasNull && column.isNullAt(i) ? 0 : column.getBoolean(i) ? 2 : 1;
      }
    } else if (column instanceof WritableColumnVector written && written.hasDictionary()) {
      readDictionary(batch, written);
    } else {
      for (int i = 0; i < rows; i++) {
        codes[i] = code(reading.apply(batch.getRow(i), place));
      }
    }
  }

  private void readDictionary(ColumnarBatch batch, WritableColumnVector column) {
    WritableColumnVector entries = column.getDictionaryIds();
    boolean hasNull = column.hasNull();
    batches++;
    for (int i = 0; i < batch.numRows(); i++) {
      if (hasNull && column.isNullAt(i)) {
        codes[i] = code(null);
        continue;
      }
      int entry = entries.getInt(i);
      if (entry >= codeOfEntry.length) {
        codeOfEntry = Arrays.copyOf(codeOfEntry, 2 * entry + 1);
        batchOfEntry = Arrays.copyOf(batchOfEntry, 2 * entry + 1);
      }
      if (batchOfEntry[entry] != batches) {
        batchOfEntry[entry] = batches;
        codeOfEntry[entry] = code(reading.apply(batch.getRow(i), place));
      }
      codes[i] = codeOfEntry[entry];
    }
  }

  private int code(Object value) {
    if (codeBefore != NONE && (value == null ? before == null : value.equals(before))) {
      return codeBefore;
    }
    Integer known = numbers.get(value);
    if (known == null) {
      if (values.size() >= limit) {
        return NONE;
      }
      known = values.size();
      Object kept = kept(value);
      numbers.put(kept, known);
      values.add(kept);
    }
    before = values.get(known);
    codeBefore = known;
    return known;
  }

  /** A value that outlives its row: texts are part of it. */
  private static Object kept(Object value) {
    return value instanceof UTF8String text ? text.clone() : value;
  }
}

package io.junheng.lake;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;

/**
 * Rows of Spark's kind as a batch for Delta's kernel.
 *
 * @param schema the columns of the stored table, in their order there: one that came with a newer
 *     definition stands last, one that the definition has no more is null
 * @param names the columns of the rows, in their order
 */
record RowBatch(StructType schema, List<String> names, List<Row> rows) implements ColumnarBatch {
  @Override
  public StructType getSchema() {
    return schema;
  }

  @Override
  public int getSize() {
    return rows.size();
  }

  @Override
  public ColumnVector getColumnVector(int ordinal) {
    StructField field = schema.at(ordinal);
    return new Values(field.getDataType(), rows, names.indexOf(field.getName()));
  }

  @Override
  public ColumnarBatch withDeletedColumnAt(int ordinal) {
    return new Part(this, without(ordinal));
  }

  private int[] without(int ordinal) {
    return java.util.stream.IntStream.range(0, schema.length()).filter(i -> i != ordinal).toArray();
  }

  /** Some columns of a batch: partition values are not written to the files. */
  private record Part(ColumnarBatch whole, int[] ordinals) implements ColumnarBatch {
    @Override
    public StructType getSchema() {
      List<StructField> fields =
          java.util.Arrays.stream(ordinals).mapToObj(i -> whole.getSchema().at(i)).toList();
      return new StructType(fields);
    }

    @Override
    public int getSize() {
      return whole.getSize();
    }

    @Override
    public ColumnVector getColumnVector(int ordinal) {
      return whole.getColumnVector(ordinals[ordinal]);
    }

    @Override
    public ColumnarBatch withDeletedColumnAt(int ordinal) {
      return new Part(
          this,
          java.util.stream.IntStream.range(0, ordinals.length).filter(i -> i != ordinal).toArray());
    }
  }

  /**
   * One column.
   *
   * @param ordinal its place in the rows; −1: it has none
   */
  private record Values(DataType type, List<Row> rows, int ordinal) implements ColumnVector {
    @Override
    public DataType getDataType() {
      return type;
    }

    @Override
    public int getSize() {
      return rows.size();
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int row) {
      return ordinal < 0 || rows.get(row).isNullAt(ordinal);
    }

    @Override
    public boolean getBoolean(int row) {
      return rows.get(row).getBoolean(ordinal);
    }

    @Override
    public int getInt(int row) {
      Object value = rows.get(row).get(ordinal);
      return value instanceof java.sql.Date date
          ? Math.toIntExact(date.toLocalDate().toEpochDay())
          : (Integer) value;
    }

    @Override
    public long getLong(int row) {
      Object value = rows.get(row).get(ordinal);
      return value instanceof java.sql.Timestamp stamp
          ? DateTimeUtils.instantToMicros(stamp.toInstant())
          : (Long) value;
    }

    @Override
    public double getDouble(int row) {
      return rows.get(row).getDouble(ordinal);
    }

    @Override
    public String getString(int row) {
      return rows.get(row).getString(ordinal);
    }

    @Override
    public BigDecimal getDecimal(int row) {
      return rows.get(row).getDecimal(ordinal);
    }
  }
}

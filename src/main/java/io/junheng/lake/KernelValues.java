package io.junheng.lake;

import io.delta.kernel.data.Row;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/** Values of Delta's kernel as those of Spark's rows. */
final class KernelValues {
  private KernelValues() {}

  /** A value that is there. */
  static Object read(Row row, int ordinal, DataType type) {
    if (type instanceof StringType) {
      return row.getString(ordinal);
    }
    if (type instanceof IntegerType) {
      return row.getInt(ordinal);
    }
    if (type instanceof LongType) {
      return row.getLong(ordinal);
    }
    if (type instanceof DoubleType) {
      return row.getDouble(ordinal);
    }
    if (type instanceof BooleanType) {
      return row.getBoolean(ordinal);
    }
    if (type instanceof DecimalType) {
      return row.getDecimal(ordinal);
    }
    if (type instanceof DateType) {
      return Date.valueOf(LocalDate.ofEpochDay(row.getInt(ordinal)));
    }
    if (type instanceof TimestampType) {
      return Timestamp.from(Instant.EPOCH.plus(row.getLong(ordinal), ChronoUnit.MICROS));
    }
    throw new IllegalArgumentException("no table of ours has a column of " + type.simpleString());
  }
}

package io.junheng.lake;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.binaryColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.intColumn;

import io.junheng.table.ColumnType;
import io.junheng.table.StoredRow;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * The rows of one file of a table that have some values.
 *
 * @param partition values of the columns that the file does not hold itself
 * @param wanted values by name of column: {@code String} or {@code Integer}
 * @param partitionColumns the columns of {@code partition}
 */
record ParquetRows(
    Table table,
    Map<String, String> partition,
    Map<String, Object> wanted,
    List<String> partitionColumns) {
  private static final long NANOS_OF_MICRO = 1_000;

  void read(Configuration hadoop, String path, Consumer<StoredRow> consumer) throws IOException {
    GroupReader builder = new GroupReader(hadoop, new Path(path), any -> true);
    filter().ifPresent(filter -> builder.withFilter(FilterCompat.get(filter)));
    try (ParquetReader<Group> reader = builder.build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        consumer.accept(new StoredRow(table, values(row)));
      }
    }
  }

  private Optional<FilterPredicate> filter() {
    return wanted.entrySet().stream()
        .filter(one -> !partitionColumns.contains(one.getKey()))
        .map(one -> equality(one.getKey(), one.getValue()))
        .reduce((first, next) -> and(first, next));
  }

  private static FilterPredicate equality(String column, Object value) {
    return value instanceof Integer number
        ? eq(intColumn(column), number)
        : eq(binaryColumn(column), Binary.fromString((String) value));
  }

  private Object[] values(Group row) {
    List<TableColumn> columns = table.columns();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      TableColumn column = columns.get(i);
      String name = column.columnName();
      if (partition.containsKey(name)) {
        values[i] = ofPartition(partition.get(name), column.type());
      } else if (row.getType().containsField(name) && row.getFieldRepetitionCount(name) > 0) {
        values[i] = value(row, name, column.type());
      }
    }
    return values;
  }

  private static Object ofPartition(String value, ColumnType type) {
    return type == ColumnType.INTEGER && value != null ? (Object) Integer.valueOf(value) : value;
  }

  private static Object value(Group row, String name, ColumnType type) {
    return switch (type) {
      case TEXT -> row.getString(name, 0);
      case INTEGER -> row.getInteger(name, 0);
      case LONG -> row.getLong(name, 0);
      case QUANTITY -> quantity(row, name);
      case DOUBLE -> row.getDouble(name, 0);
      case BOOLEAN -> row.getBoolean(name, 0);
      case DATE -> LocalDate.ofEpochDay(row.getInteger(name, 0));
      case TIMESTAMP -> instant(row, name);
    };
  }

  private static BigDecimal quantity(Group row, String name) {
    PrimitiveType type = row.getType().getType(name).asPrimitiveType();
    int scale = ((DecimalLogicalTypeAnnotation) type.getLogicalTypeAnnotation()).getScale();
    return new BigDecimal(new BigInteger(row.getBinary(name, 0).getBytes()), scale);
  }

  /** Spark keeps a point in time as days and nanoseconds, Delta's kernel as microseconds. */
  private static Instant instant(Group row, String name) {
    if (row.getType().getType(name).asPrimitiveType().getPrimitiveTypeName()
        == PrimitiveTypeName.INT96) {
      NanoTime time = NanoTime.fromBinary(row.getInt96(name, 0));
      return LocalDate.MIN
          .with(JulianFields.JULIAN_DAY, time.getJulianDay())
          .atStartOfDay(java.time.ZoneOffset.UTC)
          .toInstant()
          .plusNanos(time.getTimeOfDayNanos() / NANOS_OF_MICRO * NANOS_OF_MICRO);
    }
    return Instant.EPOCH.plus(row.getLong(name, 0), ChronoUnit.MICROS);
  }
}

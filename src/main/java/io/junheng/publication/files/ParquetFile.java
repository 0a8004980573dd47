package io.junheng.publication.files;

import io.junheng.table.ColumnType;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;

/** A table as one Parquet file, which carries the comments of its columns in its footer. */
final class ParquetFile {
  private static final int PRECISION = 28;
  private static final int SCALE = 10;
  private static final int DECIMAL_BYTES = 12;

  private ParquetFile() {}

  static void write(Path file, Table table, List<Row> rows) throws IOException {
    MessageType schema = schema(table);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withExtraMetaData(comments(table))
            .build()) {
      for (Row row : rows) {
        writer.write(group(schema, table, row));
      }
    }
  }

  private static Map<String, String> comments(Table table) {
    return table.columns().stream()
        .collect(
            Collectors.toMap(column -> "comment." + column.columnName(), TableColumn::comment));
  }

  private static MessageType schema(Table table) {
    return new MessageType(
        table.name(), table.columns().stream().map(ParquetFile::type).toArray(Type[]::new));
  }

  private static Type type(TableColumn column) {
    String name = column.columnName();
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case INTEGER -> Types.optional(PrimitiveTypeName.INT32).named(name);
      case LONG -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
      case TIMESTAMP ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(name);
      case QUANTITY ->
          Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
              .length(DECIMAL_BYTES)
              .as(LogicalTypeAnnotation.decimalType(SCALE, PRECISION))
              .named(name);
    };
  }

  private static Group group(MessageType schema, Table table, Row row) {
    Group group = new SimpleGroup(schema);
    for (TableColumn column : table.columns()) {
      Object value = row.getAs(column.columnName());
      if (value != null) {
        add(group, column, value);
      }
    }
    return group;
  }

  private static void add(Group group, TableColumn column, Object value) {
    String name = column.columnName();
    ColumnType type = column.type();
    switch (type) {
      case TEXT -> group.add(name, (String) value);
      case INTEGER -> group.add(name, ((Number) value).intValue());
      case LONG -> group.add(name, ((Number) value).longValue());
      case DOUBLE -> group.add(name, ((Number) value).doubleValue());
      case BOOLEAN -> group.add(name, (Boolean) value);
      case DATE -> group.add(name, (int) ((Date) value).toLocalDate().toEpochDay());
      case TIMESTAMP ->
          group.add(
              name, ChronoUnit.MICROS.between(Instant.EPOCH, ((Timestamp) value).toInstant()));
      case QUANTITY -> group.add(name, decimal((BigDecimal) value));
    }
  }

  private static Binary decimal(BigDecimal value) {
    byte[] digits = value.setScale(SCALE).unscaledValue().toByteArray();
    byte[] fixed = new byte[DECIMAL_BYTES];
    Arrays.fill(fixed, (byte) (value.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, fixed, DECIMAL_BYTES - digits.length, digits.length);
    return Binary.fromConstantByteArray(fixed);
  }
}

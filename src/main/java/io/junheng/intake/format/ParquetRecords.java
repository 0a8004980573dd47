package io.junheng.intake.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * The rows of a Parquet file. Its footer is looked at first: a column that holds lists, groups or a
 * type that no cell can show refuses the file before a row is read. The names of the columns are
 * the header, row 1, so that rows are counted as in a text.
 */
final class ParquetRecords implements Records {
  private final ParquetReader<Group> rows;
  private final GroupType schema;
  private final CellRecord record = new CellRecord();
  private long row;

  private ParquetRecords(ParquetReader<Group> rows, GroupType schema) {
    this.rows = rows;
    this.schema = schema;
  }

  /** Opens a file whose columns are all plain. */
  static ParquetRecords open(Path path, Configuration hadoop) throws IOException, UnreadableText {
    try {
      return checked(path, schema(path, hadoop), hadoop);
    } catch (RuntimeException e) {
      // Whatever the library throws at a footer says that the footer is damaged.
      throw new UnreadableText(Rule.DAMAGED_PARQUET);
    }
  }

  private static ParquetRecords checked(Path path, GroupType schema, Configuration hadoop)
      throws IOException, UnreadableText {
    List<String> odd = new ArrayList<>();
    for (Type column : schema.getFields()) {
      if (!isPlain(column)) {
        odd.add("'" + column.getName() + "' (" + shown(column) + ")");
      }
    }
    if (!odd.isEmpty()) {
      throw new UnreadableText(Rule.COLUMN_TYPE, String.join(", ", odd));
    }
    return new ParquetRecords(
        ParquetReader.builder(new GroupReadSupport(), path).withConf(hadoop).build(), schema);
  }

  private static GroupType schema(Path path, Configuration hadoop) throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop))) {
      return file.getFooter().getFileMetaData().getSchema();
    }
  }

  private static String shown(Type column) {
    return column.isPrimitive()
        ? column.toString().replace(" " + column.getName(), "")
        : "a group or list";
  }

  private static boolean isPlain(Type column) {
    if (!column.isPrimitive() || column.isRepetition(Repetition.REPEATED)) {
      return false;
    }
    LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
    boolean isDecimal = meaning instanceof DecimalLogicalTypeAnnotation;
    return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
      case INT96 -> false;
      case FIXED_LEN_BYTE_ARRAY -> isDecimal;
      case BINARY ->
          isDecimal || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation;
      case INT64 -> !(meaning instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation);
      default -> true;
    };
  }

  @Override
  public boolean next() throws IOException, UnreadableText {
    do {
      row++;
      record.begin(row);
      if (row == 1) {
        schema.getFields().forEach(column -> record.add(column.getName()));
      } else {
        Group values = read();
        if (values == null) {
          return false;
        }
        for (int field = 0; field < schema.getFieldCount(); field++) {
          boolean isNull = values.getFieldRepetitionCount(field) == 0;
          record.add(isNull ? "" : text(values, field));
        }
      }
    } while (record.isBlank());
    return true;
  }

  private Group read() throws IOException, UnreadableText {
    try {
      return rows.read();
    } catch (RuntimeException e) {
      throw new UnreadableText(Rule.DAMAGED_PARQUET);
    }
  }

  private String text(Group values, int field) {
    PrimitiveType type = schema.getType(field).asPrimitiveType();
    PrimitiveTypeName kind = type.getPrimitiveTypeName();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(values, field, kind, decimal.getScale());
    }
    if (meaning instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(values.getInteger(field, 0)).toString();
    }
    return switch (kind) {
      case DOUBLE -> SheetNumber.text(values.getDouble(field, 0));
      case FLOAT -> SheetNumber.text(Double.parseDouble(values.getValueToString(field, 0)));
      default -> values.getValueToString(field, 0);
    };
  }

  private static String decimal(Group values, int field, PrimitiveTypeName kind, int scale) {
    BigInteger digits =
        switch (kind) {
          case INT32 -> BigInteger.valueOf(values.getInteger(field, 0));
          case INT64 -> BigInteger.valueOf(values.getLong(field, 0));
          default -> new BigInteger(values.getBinary(field, 0).getBytes());
        };
    return new BigDecimal(digits, scale).toPlainString();
  }

  @Override
  public CellRecord record() {
    return record;
  }

  @Override
  public void tell(FileFindings findings) {
    findings.addReadAs("PARQUET", Rule.READ_AS_PARQUET);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}

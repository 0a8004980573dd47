package io.junheng.intake.format;

import io.junheng.definition.Check;
import io.junheng.definition.Column;
import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Contract;
import io.junheng.definition.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the rows that {@link ReadDeliveries} gives: the open columns of the contract, the
 * keyed hashes, those personal columns that an expression of the contract reads, and the columns
 * named here.
 *
 * <p>Rows with {@code _row} 0 stand for a file as a whole, one for each file: their {@code
 * _findings} tell what was found in it, and all columns of the contract are null.
 */
public final class RawColumns {
  /** Text: identity of the file, as in {@code _file_id} of silver. */
  public static final String FILE_ID = "_file_id";

  /** Text: the file's path below the landing folder. */
  public static final String FILE_NAME = "_file_name";

  /**
   * Whole number: position of the file in the list that was read, from 0. Files of the same bytes
   * differ in it.
   */
  public static final String FILE_NO = "_file_no";

  /** Text: the sheet of a workbook; null where a file has no sheets. */
  public static final String SHEET = "_sheet";

  /**
   * Whole number: the row as a spreadsheet counts it, the header being row 1 and blank rows
   * counting. A record with line ends within quotes is one row; where the line of the file differs,
   * the message names it. 0: the file as a whole.
   */
  public static final String ROW = "_row";

  /** Whole number: the period of the folder; null where rows say it. */
  public static final String FOLDER_PERIOD = "_folder_period";

  /** Text: the area of the folder; null where rows say it. */
  public static final String FOLDER_AREA = "_folder_area";

  /** Array of {@link #PROBLEM}: what is wrong with the row; null where nothing is. */
  public static final String PROBLEMS = "_problems";

  /** Array of {@link #FINDING}: what was found in the file; null but for the row of the file. */
  public static final String FINDINGS = "_findings";

  private static final String HASH = "_hash_";

  /**
   * A broken rule of a row: rule, column, level, masked_value, message_zh, message_en. Null: no
   * column, no value.
   */
  public static final StructType PROBLEM =
      struct(
          text("rule"),
          text("column"),
          text("level"),
          text("masked_value"),
          text("message_zh"),
          text("message_en"));

  /**
   * A rule broken in a file: as {@link #PROBLEM}, with how many rows were checked and failed and up
   * to three examples.
   */
  public static final StructType FINDING =
      struct(
          text("rule"),
          text("column"),
          text("level"),
          number("checked"),
          number("failed"),
          new StructField(
              "examples", DataTypes.createArrayType(DataTypes.StringType), true, Metadata.empty()),
          text("message_zh"),
          text("message_en"));

  static final ArrayType PROBLEM_LIST = DataTypes.createArrayType(PROBLEM);
  static final ArrayType FINDING_LIST = DataTypes.createArrayType(FINDING);

  private RawColumns() {}

  /** Where the keyed hash of a delivered column stands. */
  public static String hashOf(Column column) {
    return HASH + column.name();
  }

  /** Whether a keyed hash stands under this name. */
  public static boolean isHash(String name) {
    return name.startsWith(HASH);
  }

  /** The delivered column whose keyed hash stands under this name. */
  static Optional<String> hashedColumn(String name) {
    return isHash(name) ? Optional.of(name.substring(HASH.length())) : Optional.empty();
  }

  /** The type in which the values of a contract's type are kept. */
  public static DataType typeOf(ColumnType type, int decimals) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.LongType;
      case DECIMAL -> DataTypes.createDecimalType(NumberCell.PRECISION, decimals);
      case DATE -> DataTypes.DateType;
      case BOOLEAN -> DataTypes.BooleanType;
    };
  }

  /** The schema of a contract's raw rows. */
  static StructType of(Contract contract) {
    Set<String> read = columnsReadByExpressions(contract);
    List<StructField> fields = new ArrayList<>();
    for (Column column : contract.columns()) {
      boolean isRead = read.contains(column.name().toLowerCase(Locale.ROOT));
      if (column.isKept() || isRead) {
        fields.add(field(column.name(), typeOf(column.type(), column.decimals())));
      }
      if (column.isHashed()) {
        fields.add(text(hashOf(column)));
      }
    }
    fields.add(text(FILE_ID));
    fields.add(text(FILE_NAME));
    fields.add(field(FILE_NO, DataTypes.IntegerType));
    fields.add(text(SHEET));
    fields.add(number(ROW));
    fields.add(field(FOLDER_PERIOD, DataTypes.IntegerType));
    fields.add(text(FOLDER_AREA));
    fields.add(field(PROBLEMS, PROBLEM_LIST));
    fields.add(field(FINDINGS, FINDING_LIST));
    return new StructType(fields.toArray(StructField[]::new));
  }

  private static Set<String> columnsReadByExpressions(Contract contract) {
    Stream<Expression> replacements =
        contract.columns().stream()
            .flatMap(column -> column.becomes().stream())
            .flatMap(becomes -> becomes.by().stream());
    Stream<Expression> places =
        Stream.concat(Stream.of(contract.area()), contract.period().stream());
    return Stream.of(replacements, places, contract.checks().stream().map(Check::require))
        .flatMap(expressions -> expressions)
        .flatMap(expression -> expression.names().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static StructType struct(StructField... fields) {
    return new StructType(fields);
  }

  private static StructField field(String name, DataType type) {
    return new StructField(name, type, true, Metadata.empty());
  }

  private static StructField text(String name) {
    return field(name, DataTypes.StringType);
  }

  private static StructField number(String name) {
    return field(name, DataTypes.LongType);
  }
}

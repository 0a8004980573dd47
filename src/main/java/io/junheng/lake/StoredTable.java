package io.junheng.lake;

import io.junheng.table.ColumnType;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table as the lake keeps it: one of our own ({@link #of(Table)}) or a dataset's ({@link
 * SilverTable#of}).
 *
 * @param name layer and name, {@code gold.league_table}; its folder is {@code gold/league_table}
 * @param schema all columns in their order, each with its comment
 * @param statistics columns for which files keep their smallest and largest value
 * @param isLabelled whether the last column tells sample data from real data
 */
public record StoredTable(
    String name,
    StructType schema,
    List<String> key,
    List<String> partitionBy,
    List<String> statistics,
    boolean isLabelled) {
  public StoredTable {
    key = List.copyOf(key);
    partitionBy = List.copyOf(partitionBy);
    statistics = List.copyOf(statistics);
  }

  /** How one of our own tables is kept. */
  public static StoredTable of(Table table) {
    StructField[] fields =
        table.columns().stream()
            .map(column -> field(column.columnName(), sparkType(column.type()), column.comment()))
            .toArray(StructField[]::new);
    return new StoredTable(
        table.qualifiedName(),
        new StructType(fields),
        names(table.key()),
        names(table.partitionBy()),
        names(table.statistics()),
        table.isLabelled());
  }

  /** The folder below the lake's root. */
  String folder() {
    return name.replace('.', '/');
  }

  static StructField field(String name, DataType type, String comment) {
    return new StructField(
        name, type, true, new MetadataBuilder().putString("comment", comment).build());
  }

  private static List<String> names(List<TableColumn> columns) {
    return columns.stream().map(TableColumn::columnName).toList();
  }

  private static DataType sparkType(ColumnType type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case QUANTITY -> DataTypes.createDecimalType(28, 10);
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
    };
  }
}

package io.junheng.lake;

import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * How the rows of a dataset are kept: the contract's open columns, what personal columns become,
 * then {@code period}, {@code county_code}, {@code _file_id} and {@code _row}. Divided by period
 * and county where rows are people, because a delivery replaces just that; all else by period.
 */
public final class SilverTable {
  private static final String PERIOD = "period";
  private static final String COUNTY_CODE = "county_code";
  private static final String ROW = "_row";

  private SilverTable() {}

  /** The table {@code silver.<contract>}. */
  public static StoredTable of(Contract contract) {
    List<StructField> fields = new ArrayList<>();
    contract.columns().stream()
        .flatMap(SilverTable::stored)
        .filter(field -> !List.of(PERIOD, COUNTY_CODE).contains(field.name()))
        .forEach(fields::add);
    fields.add(own(PERIOD, DataTypes.IntegerType, "周期", "Period", "YYYYTT"));
    fields.add(own(COUNTY_CODE, DataTypes.StringType, "县(市、区)代码", "County code", ""));
    fields.add(own("_file_id", DataTypes.StringType, "文件摘要", "SHA-256 of the file", ""));
    fields.add(own(ROW, DataTypes.LongType, "行号", "Row number in the file", ""));
    return new StoredTable(
        "silver." + contract.id(),
        new StructType(fields.toArray(StructField[]::new)),
        Stream.concat(Stream.of(PERIOD, COUNTY_CODE), contract.key().stream()).distinct().toList(),
        partitions(contract),
        List.of(),
        false);
  }

  /** Columns of the table whose values hardly ever repeat: pseudonyms, and the row's number. */
  public static List<String> unique(Contract contract) {
    return Stream.concat(
            contract.columns().stream()
                .filter(Column::isHashed)
                .flatMap(column -> column.becomes().stream())
                .map(Column.Replacement::name),
            Stream.of(ROW))
        .toList();
  }

  /**
   * By period and county where rows are people, so that a delivery replaces folders. Other datasets
   * hold some dozen rows a county; hundreds of such files would cost more than rewriting the
   * period's one.
   */
  private static List<String> partitions(Contract contract) {
    boolean isOfPeople = contract.columns().stream().anyMatch(column -> !column.isKept());
    return isOfPeople ? List.of(PERIOD, COUNTY_CODE) : List.of(PERIOD);
  }

  private static Stream<StructField> stored(Column column) {
    if (column.isKept()) {
      return Stream.of(
          field(column.name(), column.type(), column.decimals(), column.title(), column.unit()));
    }
    return column.becomes().stream()
        .map(r -> field(r.name(), r.type(), column.decimals(), r.title(), Optional.empty()));
  }

  private static StructField field(
      String name, Column.ColumnType type, int decimals, Text title, Optional<String> unit) {
    String comment = String.join("｜", title.zh(), title.en(), unit.orElse(""), "");
    return StoredTable.field(name, sparkType(type, decimals), comment);
  }

  private static StructField own(String name, DataType type, String zh, String en, String note) {
    return StoredTable.field(name, type, String.join("｜", zh, en, "", note));
  }

  private static DataType sparkType(Column.ColumnType type, int decimals) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.LongType;
      case DECIMAL -> DataTypes.createDecimalType(20, decimals);
      case DATE -> DataTypes.DateType;
      case BOOLEAN -> DataTypes.BooleanType;
    };
  }
}

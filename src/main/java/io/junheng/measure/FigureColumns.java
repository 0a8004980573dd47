package io.junheng.measure;

import io.junheng.table.SchoolMeasure;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The columns by which rows are brought together, and the type of all quantities. */
final class FigureColumns {
  /** Quantities: 18 digits before the point, 10 after it. */
  static final DataType QUANTITY = DataTypes.createDecimalType(28, 10);

  static final String PERIOD = name(SchoolMeasure.PERIOD);
  static final String COUNTY = name(SchoolMeasure.COUNTY_CODE);
  static final String SCHOOL = name(SchoolMeasure.SCHOOL_CODE);
  static final String STAGE = name(SchoolMeasure.STAGE);

  /** Digits after the point of every quantity. */
  static final int SCALE = 10;

  private FigureColumns() {}

  static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }

  static BigDecimal scaled(BigDecimal value) {
    return value.setScale(SCALE, java.math.RoundingMode.HALF_UP);
  }

  private static String name(TableColumn column) {
    return column.columnName();
  }
}

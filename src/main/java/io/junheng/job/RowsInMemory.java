package io.junheng.job;

import io.junheng.intake.check.RowStore;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Takes the good rows of small deliveries to the driver, in the columns of their silver table.
 *
 * @param table the columns of the silver table
 */
record RowsInMemory(StructType table) implements RowStore<ArrayList<Row>> {
  private static final String PERIOD = "period";
  private static final String COUNTY_CODE = "county_code";
  private static final List<String> OF_THE_FOLDER = List.of(PERIOD, COUNTY_CODE);

  @Override
  public StructType columns() {
    StructType columns = new StructType();
    for (StructField field : table.fields()) {
      columns = OF_THE_FOLDER.contains(field.name()) ? columns : columns.add(field);
    }
    return columns;
  }

  @Override
  public Part<ArrayList<Row>> open(int period, String county) {
    return new OfFile(period, county, columns());
  }

  private final class OfFile implements Part<ArrayList<Row>> {
    private final int period;
    private final String county;
    private final StructType delivered;
    private final ArrayList<Row> rows = new ArrayList<>();

    OfFile(int period, String county, StructType delivered) {
      this.period = period;
      this.county = county;
      this.delivered = delivered;
    }

    @Override
    public void write(InternalRow row) {
      Object[] values = new Object[table.size()];
      for (int i = 0; i < delivered.size(); i++) {
        StructField field = delivered.fields()[i];
        values[table.fieldIndex(field.name())] =
            row.isNullAt(i) ? null : value(row, i, field.dataType());
      }
      values[table.fieldIndex(PERIOD)] = period;
      values[table.fieldIndex(COUNTY_CODE)] = county;
      rows.add(RowFactory.create(values));
    }

    private static Object value(InternalRow row, int ordinal, DataType type) {
      if (type instanceof StringType) {
        return row.getUTF8String(ordinal).toString();
      }
      if (type instanceof DecimalType decimal) {
        return row.getDecimal(ordinal, decimal.precision(), decimal.scale()).toJavaBigDecimal();
      }
      if (type instanceof DateType) {
        return Date.valueOf(LocalDate.ofEpochDay(row.getInt(ordinal)));
      }
      if (type.equals(DataTypes.LongType)) {
        return row.getLong(ordinal);
      }
      if (type.equals(DataTypes.BooleanType)) {
        return row.getBoolean(ordinal);
      }
      throw new IllegalArgumentException("silver has no column of " + type.simpleString());
    }

    @Override
    public ArrayList<Row> finish() {
      return rows;
    }

    @Override
    public void abandon() {
      rows.clear();
    }
  }
}

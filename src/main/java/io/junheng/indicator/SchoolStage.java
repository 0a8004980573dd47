package io.junheng.indicator;

import java.math.BigDecimal;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A row of the {@link SchoolPanel}: a school at a stage. Values are told by the places that the
 * panel gives its columns; null where nothing is known.
 *
 * @param values as Spark holds them inside its rows; period, county, school and stage first
 */
record SchoolStage(Object[] values) {
  int period() {
    return (int) values[0];
  }

  UTF8String county() {
    return (UTF8String) values[1];
  }

  UTF8String school() {
    return (UTF8String) values[2];
  }

  UTF8String stage() {
    return (UTF8String) values[3];
  }

  Decimal decimal(int place) {
    return (Decimal) values[place];
  }

  BigDecimal quantity(int place) {
    return values[place] == null ? null : decimal(place).toJavaBigDecimal();
  }

  Double number(int place) {
    return (Double) values[place];
  }

  Boolean flag(int place) {
    return (Boolean) values[place];
  }

  /** Empty text where it is not known. */
  String text(int place) {
    return values[place] == null ? "" : values[place].toString();
  }

  /** As expressions read it. */
  InternalRow row() {
    return new GenericInternalRow(values);
  }
}

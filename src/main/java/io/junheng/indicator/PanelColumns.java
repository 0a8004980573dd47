package io.junheng.indicator;

import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.table.SchoolMeasure;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Names of the columns of the {@link SchoolPanel}; a prefix tells what a column is for. */
final class PanelColumns {
  static final DataType QUANTITY = DataTypes.createDecimalType(28, 10);

  static final String PERIOD = SchoolMeasure.PERIOD.columnName();
  static final String COUNTY = SchoolMeasure.COUNTY_CODE.columnName();
  static final String SCHOOL = SchoolMeasure.SCHOOL_CODE.columnName();
  static final String STAGE = SchoolMeasure.STAGE.columnName();
  static final List<String> KEYS = List.of(PERIOD, COUNTY, SCHOOL, STAGE);

  /** Pupils of the school at the stage; null where none are known. */
  static final String PUPILS = "panel_pupils";

  /** Whether the county itself runs the school. */
  static final String RUN_BY_COUNTY = "panel_run_by_county";

  private PanelColumns() {}

  static String scope(String scope) {
    return "scope:" + scope;
  }

  /** A measure of schools. */
  static String figure(String measure) {
    return "figure:" + measure;
  }

  /** A side of a ratio that a school brings from the same source as the other. */
  static String side(String indicator, String measure) {
    return "side:" + indicator + ":" + measure;
  }

  /** What counts above the line of a ratio that takes some schools only there. */
  static String part(String indicator) {
    return "part:" + indicator;
  }

  static String condition(String indicator) {
    return "condition:" + indicator;
  }

  static String group(String attribute) {
    return "group:" + attribute;
  }

  static String limit(String framework, FrameworkItem item, ItemTest test) {
    return "limit:" + framework + ":" + item.id() + ":" + test.id();
  }
}

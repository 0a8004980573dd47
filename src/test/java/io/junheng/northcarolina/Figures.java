package io.junheng.northcarolina;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Values of a long table: by period, area or school, stage and indicator. */
final class Figures {
  private final Map<String, Double> values = new HashMap<>();

  /**
   * Reads rows.
   *
   * @param unit column of the area or school
   */
  static Figures of(List<Row> rows, String unit) {
    Figures figures = new Figures();
    for (Row row : rows) {
      Double value = row.getAs("value");
      if (value != null) {
        figures.values.put(
            key(
                row.<Integer>getAs("period"),
                row.getAs(unit),
                row.getAs("stage"),
                row.getAs("indicator")),
            value);
      }
    }
    return figures;
  }

  /** The value; empty where it is not known. */
  Optional<Double> find(int period, String unit, String stage, String indicator) {
    return Optional.ofNullable(values.get(key(period, unit, stage, indicator)));
  }

  private static String key(int period, String unit, String stage, String indicator) {
    return "%d %s %s %s".formatted(period, unit, stage, indicator);
  }
}

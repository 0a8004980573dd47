package io.junheng.measure;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The figures of one county of one period.
 *
 * @param ofSchools those of {@code gold.school_measure}, school by school
 * @param ofCounty those of {@code gold.county_measure}
 */
public record MeasuredCounty(int period, String code, List<Of> ofSchools, List<Of> ofCounty)
    implements Serializable {
  /**
   * One figure, with ten digits after the point.
   *
   * @param school null for the county
   * @param recorded what the records alone give, where a signed form decided; null: none did
   */
  public record Of(
      String school, String stage, String measure, BigDecimal value, BigDecimal recorded)
      implements Serializable {
    static Of of(String school, Figure figure) {
      return new Of(
          school,
          figure.stage(),
          figure.measure(),
          FigureColumns.scaled(figure.value()),
          figure.recorded().map(FigureColumns::scaled).orElse(null));
    }
  }
}

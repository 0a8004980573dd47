package io.junheng.indicator;

import io.junheng.table.ObsStatus;
import java.math.BigDecimal;

/**
 * An indicator's value at one stage of one area in one period.
 *
 * @param value null if unknown
 * @param numerator null where the formula has none, or it is unknown; the same of the denominator
 * @param schools with pupils at the stage; of a spread: that took part
 * @param coverage part of the pupils whose schools' sides are known, 0 to 1; null where no pupils
 *     are concerned
 * @param weight what weighs a county's derived value when areas above it are worked out; null for
 *     all others
 */
public record AreaFigure(
    Place place,
    Unit unit,
    Double value,
    BigDecimal numerator,
    BigDecimal denominator,
    int schools,
    ObsStatus status,
    Double coverage,
    BigDecimal weight) {
  /**
   * Where an area stands.
   *
   * @param level word of its level
   */
  public record Place(String area, String level, boolean isCounty) {}
}

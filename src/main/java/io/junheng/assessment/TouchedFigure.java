package io.junheng.assessment;

import java.math.BigDecimal;

/**
 * A figure that was treated as an outlier. Key: county, item.
 *
 * @param item the leaf that it goes into
 * @param value as it was
 * @param treated as it was scaled
 */
public record TouchedFigure(
    String county, String item, BigDecimal value, BigDecimal treated, How how) {

  /** What was done. */
  public enum How {
    /** Drawn in to the nearest figure that is left. */
    WINSORISED,
    /** Its logarithm was taken, as of all figures of the indicator. */
    LOGARITHM
  }
}

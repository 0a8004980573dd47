package io.junheng.measure;

import java.math.BigDecimal;

/**
 * One figure of a school or a county: what was measured, at which stage, group or total, and how
 * much. Never null.
 */
record Figure(String stage, String measure, BigDecimal value) {
  Figure at(String otherStage) {
    return new Figure(otherStage, measure, value);
  }
}

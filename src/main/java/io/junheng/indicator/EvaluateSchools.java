package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.table.ConfStatus;
import io.junheng.table.ObsStatus;
import io.junheng.table.SchoolIndicator;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code gold.school_indicator}: one row for each period, county, school, stage and indicator that
 * has a value or should have one.
 *
 * <p>Status A: a value; X: the school has pupils at the stage, but a side of the formula is missing
 * or the denominator is 0.
 */
final class EvaluateSchools implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final UTF8String KNOWN = UTF8String.fromString(ObsStatus.NORMAL.code());
  private static final UTF8String MISSING = UTF8String.fromString(ObsStatus.NOT_AVAILABLE.code());
  private static final UTF8String FREE = UTF8String.fromString(ConfStatus.FREE.code());

  private final HashMap<UTF8String, ArrayList<Wanted>> byStage = new HashMap<>();
  private final int pupils;

  /** An indicator and the places of what is told of it; nowhere for what it does not have. */
  private record Wanted(UTF8String indicator, int value, int numerator, int denominator)
      implements Serializable {}

  EvaluateSchools(Catalogue catalogue, SchoolPanel panel) {
    Formulas formulas = new Formulas(catalogue);
    pupils = panel.place(PanelColumns.PUPILS);
    for (Indicator indicator : formulas.ofSchools()) {
      boolean divides = indicator.formula() instanceof Formula.Ratio;
      Wanted wanted =
          new Wanted(
              UTF8String.fromString(indicator.id()),
              panel.place(indicator.id()),
              divides ? panel.place(formulas.above(indicator)) : SchoolPanel.NOWHERE,
              divides ? panel.place(formulas.below(indicator)) : SchoolPanel.NOWHERE);
      for (String stage : indicator.stages()) {
        byStage.computeIfAbsent(UTF8String.fromString(stage), any -> new ArrayList<>()).add(wanted);
      }
    }
  }

  void apply(SchoolStage school, SchoolTables tables) {
    BigDecimal attending = school.quantity(pupils);
    boolean hasPupils = attending != null && attending.signum() > 0;
    for (Wanted one : byStage.getOrDefault(school.stage(), new ArrayList<>())) {
      Double value = school.number(one.value());
      if (value != null || hasPupils) {
        tables.add(
            SchoolIndicator.TABLE,
            school.period(),
            school.county(),
            school.school(),
            school.stage(),
            one.indicator(),
            value,
            side(school, one.numerator()),
            side(school, one.denominator()),
            school.decimal(pupils),
            value == null ? MISSING : KNOWN,
            FREE,
            null);
      }
    }
  }

  private static Object side(SchoolStage school, int place) {
    return place == SchoolPanel.NOWHERE ? null : school.decimal(place);
  }
}

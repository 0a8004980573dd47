package io.junheng.definition;

import java.util.List;

/** Measures of one source and grain: they are worked out together in one scan. */
public record MeasureSet(String contract, Grain per, List<Measure> measures) {
  public MeasureSet {
    measures = List.copyOf(measures);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("a set of measures of '%s' is empty".formatted(contract));
    }
  }

  /** What one figure is for. */
  public enum Grain {
    /** Period, county, school and stage. */
    SCHOOL_STAGE,
    /** Period, area and stage: reported for the area, not for a school. */
    AREA_STAGE
  }
}

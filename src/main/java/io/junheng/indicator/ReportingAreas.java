package io.junheng.indicator;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The areas of each period: those that report, and those above them.
 *
 * @param byPeriod the areas in the order of their codes
 */
public record ReportingAreas(Map<Integer, List<ReportingArea>> byPeriod) implements Serializable {
  public ReportingAreas {
    byPeriod = Map.copyOf(byPeriod);
  }

  /**
   * One area in one period.
   *
   * @param level word of its level
   * @param isCounty true for a lowest reporting area
   * @param top code of the area at the top of its tree
   * @param above codes of the areas above it
   * @param boundary tells this boundary from an earlier one under the same code
   */
  public record ReportingArea(
      String code, String level, boolean isCounty, String top, List<String> above, String boundary)
      implements Serializable {
    public ReportingArea {
      above = List.copyOf(above);
    }
  }

  List<ReportingArea> of(int period) {
    return byPeriod.getOrDefault(period, List.of());
  }

  Optional<ReportingArea> find(int period, String code) {
    return of(period).stream().filter(area -> area.code().equals(code)).findFirst();
  }
}

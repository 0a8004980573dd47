package io.junheng.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The areas of each period: those that report, and those above them.
 *
 * @param byPeriod the areas in the order of their codes
 * @param stages the stages, groups among them, in which a county has schools with pupils, by period
 *     and code; a county that delivered no pupils is not there
 */
public record ReportingAreas(
    Map<Integer, List<ReportingArea>> byPeriod, Map<Integer, Map<String, Set<String>>> stages) {
  public ReportingAreas {
    byPeriod = Map.copyOf(byPeriod);
    stages = Map.copyOf(stages);
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
      String code,
      String level,
      boolean isCounty,
      String top,
      List<String> above,
      String boundary) {
    public ReportingArea {
      above = List.copyOf(above);
    }
  }

  List<ReportingArea> of(int period) {
    return byPeriod.getOrDefault(period, List.of());
  }

  /** Whether it is known that the county has no school of the stage. */
  boolean isWithoutSchools(int period, String county, String stage) {
    Set<String> known = stages.getOrDefault(period, Map.of()).getOrDefault(county, Set.of());
    return !known.isEmpty() && !known.contains(stage);
  }

  Optional<ReportingArea> find(int period, String code) {
    return of(period).stream().filter(area -> area.code().equals(code)).findFirst();
  }
}

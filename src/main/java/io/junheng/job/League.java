package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A league table (监测结果一览表) as it stands in the lake, with the names that people read: one
 * framework, period and set of areas.
 *
 * @param areaSet the set of units that were ranked
 * @param rankedCount how many of them took part
 * @param isOfficialOrder false: a working order, and every print says so
 * @param label tells sample data from real data; every print carries it
 * @param names titles of the items and indicators whose codes stand in the lines
 * @param mark what is not official about its weights or standards; every print carries it
 * @param measured what stands in place of the score, where one indicator is ranked by itself
 * @param lines by place, then by code; areas without a place come last
 */
public record League(
    String framework,
    Text title,
    Period period,
    Text areaSet,
    int rankedCount,
    boolean isOfficialOrder,
    Optional<String> label,
    Map<String, Text> names,
    List<Line> lines,
    Optional<Text> mark,
    Optional<Measured> measured) {
  /** The league table of a framework, with nothing to mark. */
  public League(
      String framework,
      Text title,
      Period period,
      Text areaSet,
      int rankedCount,
      boolean isOfficialOrder,
      Optional<String> label,
      Map<String, Text> names,
      List<Line> lines) {
    this(
        framework,
        title,
        period,
        areaSet,
        rankedCount,
        isOfficialOrder,
        label,
        names,
        lines,
        Optional.empty(),
        Optional.empty());
  }

  public League {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(measured, "measured");
    Objects.requireNonNull(period, "period");
    names = Map.copyOf(names);
    lines = List.copyOf(lines);
  }

  /** Unit and decimals of an indicator whose values stand in place of scores. */
  public record Measured(String unit, int decimals) {}

  /**
   * One area.
   *
   * @param verdict {@code passed}, {@code not_passed} or {@code undetermined}
   * @param blocking codes of the items that block the verdict
   * @param target that the value is to reach next; empty where the county has none
   */
  public record Line(
      String countyCode,
      Text county,
      Text city,
      Standing standing,
      Optional<String> verdict,
      Optional<BigDecimal> score,
      Optional<String> gradeBand,
      Optional<Integer> metCount,
      Optional<Integer> ofCount,
      Spread primary,
      Spread junior,
      List<String> blocking,
      Optional<Target> target) {
    public Line {
      blocking = List.copyOf(blocking);
    }
  }

  /**
   * What a value is to reach.
   *
   * @param gap 0 once it is reached; empty where the value is unknown
   * @param status {@code reached}, {@code on_track}, {@code behind}, {@code missed}, {@code
   *     unknown}
   */
  public record Target(BigDecimal value, Period by, Optional<BigDecimal> gap, String status) {}

  /**
   * A place and how it moved.
   *
   * @param low the best place once what is unknown is settled; empty where nothing is unknown
   * @param high the worst
   * @param change places gained (above 0) or lost; empty where the two are not comparable
   * @param changeStatus why not: {@code no_previous}, {@code new_unit}, …
   */
  public record Standing(
      Optional<Integer> rank,
      Optional<Integer> low,
      Optional<Integer> high,
      int tieCount,
      Optional<Integer> change,
      String changeStatus) {}

  /**
   * How uneven the schools of a stage are.
   *
   * @param composite composite coefficient of variation (综合差异系数), which has no limit of its own
   *     where single ones have
   * @param worst the largest single one (单项差异系数)
   * @param worstOf code of the item that tests it, or of its indicator where none does
   * @param limit what it is held against
   */
  public record Spread(
      Optional<Double> composite,
      Optional<Double> worst,
      Optional<String> worstOf,
      Optional<BigDecimal> limit) {}
}

package io.junheng.assessment;

import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A county's line in the league table (监测结果一览表), without the names of areas. A row of
 * gold.league_table. Key: county.
 *
 * @param rankOf how many took part; 0 where nothing is ranked
 * @param changeStatus {@link ChangeStatus#VALUE_MISSING} where nothing is ranked
 * @param verdict of a conjunctive framework; its text stands in the framework
 * @param score of a weighted framework, the total, unrounded
 * @param gradeBand of a score, or the class among those that pass
 * @param spread by stage, for stages of the composite coefficient of variation
 * @param isOfficialOrder false: a working order, and every print says so
 * @param origin of the order: {@code demo} for a demonstration, {@code own} where the order is a
 *     working order, else the framework's
 * @param status {@code X} or {@code Z} without a place for want of a value, {@code P} while unknown
 *     items or vetoes may still move the place, {@code E} for an estimated score, else {@code A}
 */
public record LeagueLine(
    String county,
    Optional<BigDecimal> rankNo,
    int rankOf,
    int tieCount,
    Optional<BigDecimal> rankLow,
    Optional<BigDecimal> rankHigh,
    Optional<BigDecimal> previousRankNo,
    Optional<BigDecimal> rankChange,
    ChangeStatus changeStatus,
    Optional<Verdict> verdict,
    Optional<BigDecimal> score,
    Optional<String> gradeBand,
    Optional<Integer> metCount,
    Optional<Integer> ofCount,
    Map<String, Spread> spread,
    List<String> blockingItems,
    boolean isOfficialOrder,
    Origin origin,
    ObsStatus status) {
  public LeagueLine {
    spread = Map.copyOf(spread);
    blockingItems = List.copyOf(blockingItems);
  }

  /**
   * How uneven the schools of a stage are.
   *
   * @param composite the composite coefficient of variation (综合差异系数); empty where missing or not
   *     applicable
   * @param worst the largest single one (单项差异系数); empty unless all that apply are known: the
   *     missing one might be worse
   * @param worstIndicator its indicator
   * @param limit what the worst single one is held against; where no single one has a limit, what
   *     the composite is held against
   */
  public record Spread(
      Optional<BigDecimal> composite,
      Optional<BigDecimal> worst,
      Optional<String> worstIndicator,
      Optional<BigDecimal> limit) {}
}

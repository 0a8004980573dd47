package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One indicator at one stage.
 *
 * @param value unrounded; empty where it could not be worked out
 * @param displayed half-up to the indicator's decimals
 * @param formula by the ids that it reads
 * @param filled the same with the numbers in their places; empty where one is missing
 * @param status observation status: A, Z, X, U, E, P, B
 * @param coverage share of pupils whose school has a value, 0 to 1
 * @param province value of the province
 * @param spread empty but for a dispersion
 * @param targets that the county has for it, the nearest first
 */
public record Figure(
    String indicator,
    Text title,
    String stage,
    Text stageTitle,
    String unit,
    Optional<BigDecimal> value,
    Optional<BigDecimal> displayed,
    String kind,
    String formula,
    Optional<String> filled,
    String status,
    Optional<BigDecimal> coverage,
    Optional<Integer> schoolCount,
    Optional<BigDecimal> province,
    Optional<Explanation.Before> before,
    Explanation.Rule rule,
    Optional<Scope> scope,
    List<Input> inputs,
    Optional<Spread> spread,
    Optional<Standing> standing,
    List<Target> targets) {
  public Figure {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
  }

  /** Which schools take part. */
  public record Scope(String id, String condition) {}

  /**
   * What a figure is made of.
   *
   * @param kind {@code measure} or {@code indicator}
   * @param value as it was used
   * @param total of the area as a whole, where other schools than those used have a share in it
   * @param dataset empty for an indicator
   * @param sourceOfRecord whose record decides
   * @param referenceDate the day or span that it is about
   * @param decided by a signed form, against the records; empty: the records decide
   */
  public record Input(
      String kind,
      String id,
      Text title,
      String unit,
      Optional<BigDecimal> value,
      Optional<BigDecimal> total,
      Optional<String> dataset,
      Optional<String> formula,
      Optional<String> sourceOfRecord,
      Optional<String> referenceDate,
      Optional<Decided> decided) {}

  /**
   * What a signed form put in place of the records' figure.
   *
   * @param by measure of the form
   * @param recorded what the records give, of the area or the school as a whole
   * @param isUsed false: the other side of the share, or the other year of the growth, is known
   *     from records alone, so that this one is taken from them too
   */
  public record Decided(
      String by, Text title, Optional<String> dataset, BigDecimal recorded, boolean isUsed) {}

  /**
   * What the figure is to reach.
   *
   * @param by the period whose figure is to reach it
   * @param status {@code reached}, {@code on_track}, {@code behind}, {@code missed}, {@code
   *     unknown}
   * @param gap 0 once it is reached
   * @param doneShare way made of the whole way, in percent
   * @param timeShare time gone of the whole time, in percent
   * @param expected by now, on the straight line
   * @param pace way made in a year so far
   * @param neededPace way to make in a year from now on
   * @param projected at the end, at this pace
   * @param owner office that answers for it
   */
  public record Target(
      Period by,
      BigDecimal value,
      String status,
      Optional<BigDecimal> gap,
      Optional<Period> startPeriod,
      Optional<BigDecimal> startValue,
      Optional<BigDecimal> doneShare,
      Optional<BigDecimal> timeShare,
      Optional<BigDecimal> expected,
      Optional<BigDecimal> pace,
      Optional<BigDecimal> neededPace,
      Optional<BigDecimal> projected,
      Optional<String> owner,
      Optional<String> document) {}

  /**
   * How a spread comes about.
   *
   * @param statistic what is told of it, in the words of {@code conf/}: {@code cv}, {@code theil_t
   *     between urban_rural}
   * @param excluded schools out of scope or without a value
   * @param schools largest share of the variance first, then those that took no part
   */
  public record Spread(
      String statistic,
      Optional<BigDecimal> mean,
      Optional<BigDecimal> deviation,
      Optional<BigDecimal> unweighted,
      int schoolCount,
      int excluded,
      List<OfSchool> schools) {
    public Spread {
      schools = List.copyOf(schools);
    }
  }

  /**
   * A school within a spread.
   *
   * @param pupils what it weighs, before it is divided by the sum
   * @param weight 0 to 1, all that took part add up to 1; empty: it took no part
   * @param share of the variance, 0 to 1; empty: it took no part
   */
  public record OfSchool(
      String code,
      Text name,
      Optional<BigDecimal> pupils,
      Optional<BigDecimal> value,
      Optional<BigDecimal> weight,
      Optional<BigDecimal> share) {}
}

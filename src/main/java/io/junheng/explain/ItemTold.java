package io.junheng.explain;

import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An item of a framework as a county, or one of its schools, meets it.
 *
 * @param grade {@code met}, {@code partly_met}, {@code not_met}, {@code unknown}, {@code
 *     not_applicable}; empty for a node above items
 * @param assembly how a node is put together, empty for an item
 * @param score what it brings to a score; empty in a framework without points
 * @param treated the figure was treated as an outlier before it was scaled; empty: it was not
 * @param tests what it was held against; empty for a node
 * @param parts the children of a node
 */
public record ItemTold(
    String id,
    Text title,
    Optional<String> grade,
    Explanation.Rule rule,
    Optional<String> assembly,
    Optional<Points> score,
    Optional<Treated> treated,
    List<Test> tests,
    List<FrameworkTold.Line> parts) {
  public ItemTold {
    tests = List.copyOf(tests);
    parts = List.copyOf(parts);
  }

  /**
   * A figure that lay far off.
   *
   * @param value as it was
   * @param scaledAs as it was scaled
   * @param treatment {@code winsorised} or {@code logarithm}
   */
  public record Treated(
      Optional<BigDecimal> value, Optional<BigDecimal> scaledAs, String treatment) {}

  /**
   * What an item brings.
   *
   * @param share of the full score, 0 to 1
   * @param max the most that it can bring
   */
  public record Points(
      Optional<BigDecimal> share,
      Optional<BigDecimal> weight,
      Optional<BigDecimal> points,
      Optional<BigDecimal> lost,
      Optional<BigDecimal> max,
      String status) {}

  /**
   * One test.
   *
   * @param tested {@code county} or {@code schools}
   * @param comparison {@code at_least} …; empty for evidence and for points by a scale
   * @param standard what the value is held against, unrounded
   * @param rule standard or scale in one line
   * @param isDecidedByRounding whether the displayed value would decide otherwise
   * @param documents that attest it
   * @param schools those that do not meet it, then those that do; empty but for tests of schools
   */
  public record Test(
      String id,
      Text title,
      Optional<String> stage,
      Optional<String> indicator,
      Optional<String> statement,
      String tested,
      String grade,
      Optional<BigDecimal> value,
      Optional<String> displayed,
      Optional<String> unit,
      Optional<String> comparison,
      Optional<BigDecimal> standard,
      Optional<BigDecimal> gap,
      Optional<String> rule,
      boolean isDecidedByRounding,
      Optional<String> documents,
      Optional<Text> note,
      List<OfSchool> schools) {
    public Test {
      schools = List.copyOf(schools);
    }
  }

  /**
   * A school within a test.
   *
   * @param isMet empty: unknown
   * @param shortfall resources that would close the gap
   */
  public record OfSchool(
      String code,
      Text name,
      String stage,
      Optional<BigDecimal> value,
      Optional<BigDecimal> standard,
      Optional<Boolean> isMet,
      Optional<BigDecimal> gap,
      Optional<BigDecimal> shortfall,
      Optional<String> shortfallUnit) {}
}

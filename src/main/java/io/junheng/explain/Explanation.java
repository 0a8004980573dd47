package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link Question}.
 *
 * @param label tells sample data from real data
 * @param framework empty for a bare indicator
 * @param item empty but for an item
 * @param figures each indicator and stage that it rests on, with its inputs
 * @param sources where all of it comes from
 */
public record Explanation(
    Question question,
    Text area,
    Optional<Text> school,
    Text periodTitle,
    Optional<String> label,
    Optional<FrameworkTold> framework,
    Optional<ItemTold> item,
    List<Figure> figures,
    Sources sources) {
  public Explanation {
    figures = List.copyOf(figures);
  }

  /** Whether the lake holds anything about it. */
  public boolean isEmpty() {
    return figures.isEmpty()
        && item.isEmpty()
        && framework.filter(f -> f.verdict().isPresent() || f.score().isPresent()).isEmpty();
  }

  /** Where a rule stands, and whose it is: {@code official}, {@code own}, {@code demo}. */
  public record Rule(Optional<String> document, Optional<String> clause, String origin) {}

  /** A value one period earlier; {@code status} says why two are not compared. */
  public record Before(
      Period period,
      Optional<java.math.BigDecimal> value,
      Optional<java.math.BigDecimal> change,
      String status) {}
}

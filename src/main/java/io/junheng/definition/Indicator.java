package io.junheng.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure that is compared: for schools where its formula allows, for counties, and above them as
 * its rollup says.
 *
 * @param stages stages, groups or the total for which it is worked out
 * @param decimals digits shown; values are kept and compared unrounded
 * @param mayExceed100 whether a percentage above 100 is sound (gross rates)
 */
public record Indicator(
    String id,
    Text title,
    String unit,
    int decimals,
    Direction direction,
    List<String> stages,
    Formula formula,
    Rollup rollup,
    UnitBasis unitBasis,
    boolean mayExceed100,
    Optional<Legal> legal,
    Optional<Text> note,
    Origin origin,
    List<Example> examples) {
  public Indicator {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(formula, "formula");
    stages = stages.stream().distinct().toList();
    examples = List.copyOf(examples);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("indicator '%s' needs at least one stage".formatted(id));
    }
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("indicator '%s': 0 to 9 decimals".formatted(id));
    }
  }
}

package io.junheng.definition;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A school stage.
 *
 * @param splitWeight what one pupil of this stage weighs when a mixed school's resources are split;
 *     empty where no regulation gives a weight: the stage then takes no part in the split
 */
public record Stage(String id, Text title, Optional<BigDecimal> splitWeight) {
  public Stage {
    Objects.requireNonNull(title, "title");
    if (splitWeight.isPresent() && splitWeight.get().signum() <= 0) {
      throw new IllegalArgumentException("stage '%s' needs a split weight above 0".formatted(id));
    }
  }
}

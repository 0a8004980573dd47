package io.junheng.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * A condition of a contract.
 *
 * @param require for a row: an expression over the columns; for a file: an expression over
 *     aggregates of them. A row or file fails where it is false; null passes, since absence is the
 *     business of {@code required}
 * @param refuseAbove how many rows may break it before the file is refused; empty: any number
 */
public record Check(
    String id, Level level, Expression require, Text message, Optional<Threshold> refuseAbove) {
  public Check {
    Objects.requireNonNull(require, "require");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(refuseAbove, "refuseAbove");
    if (level == Level.FILE && refuseAbove.isPresent()) {
      throw new IllegalArgumentException(
          "check '%s' is about the file as a whole and counts no rows".formatted(id));
    }
  }

  /** What happens when the condition does not hold. */
  public enum Level {
    /** The row is set aside. */
    ROW,
    /** The whole file is refused. */
    FILE,
    /** The row stays; the finding is kept. */
    WARNING
  }
}

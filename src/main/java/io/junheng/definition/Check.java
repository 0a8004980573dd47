package io.junheng.definition;

import java.util.Objects;

/**
 * A condition of a contract.
 *
 * @param require for a row: an expression over the columns; for a file: an expression over
 *     aggregates of them. A row or file fails where it is false; null passes, since absence is the
 *     business of {@code required}
 */
public record Check(String id, Level level, Expression require, Text message) {
  public Check {
    Objects.requireNonNull(require, "require");
    Objects.requireNonNull(message, "message");
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

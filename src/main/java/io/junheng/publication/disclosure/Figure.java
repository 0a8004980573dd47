package io.junheng.publication.disclosure;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One number that stands in totals, as an audience meets it.
 *
 * @param isSmall whether it must not be known
 */
record Figure(BigDecimal value, boolean isSmall, Access access) {
  /** How the audience meets a figure. */
  enum Access {
    /** It is published, and may be hidden. */
    SHOWN,
    /** The audience knows it from its own records; hiding it would be of no use. */
    KNOWN,
    /** It is not published. */
    ABSENT
  }

  Figure {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(access, "access");
  }
}

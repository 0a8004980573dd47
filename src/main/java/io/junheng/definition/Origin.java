package io.junheng.definition;

import java.util.Locale;

/**
 * Whose rule, weight or reading something is. Only {@link #OFFICIAL} may be shown as a regulation's
 * own.
 */
public enum Origin {
  /** Stands in the regulation that is named beside it. */
  OFFICIAL,
  /** Our reading or working rule where the regulation is silent. */
  OWN,
  /** Made up for demonstration. */
  DEMO;

  /** The value as the tables keep it: {@code official}, {@code own}, {@code demo}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

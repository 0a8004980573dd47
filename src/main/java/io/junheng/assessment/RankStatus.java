package io.junheng.assessment;

import java.util.Locale;

/** What a county's place, or its absence, is worth: column {@code rank_status}. */
public enum RankStatus {
  /** The place stands. */
  RANKED,
  /**
   * The place may still move within {@code rank_low} and {@code rank_high} when what is unknown
   * arrives, here or elsewhere.
   */
  RANGE,
  /** No place: a key has no value because something is missing. */
  NO_VALUE,
  /** No place: a key does not apply to the county. */
  NOT_APPLICABLE,
  /** No place: the framework gives none, or gives one within peer groups only. */
  NOT_RANKED;

  /** The word in the tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.junheng.definition;

import java.util.Locale;

/** Which way is better. */
public enum Direction {
  UP,
  DOWN,
  NONE;

  /** The word used in {@code conf/}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.junheng.definition;

import java.util.Locale;

/** By which schools a figure of an area goes. Both sides of a ratio must agree. */
public enum UnitBasis {
  /** Every school that stands in the area, whoever runs it. */
  LOCATED_IN,
  /** The schools that the county itself runs. */
  RUN_BY;

  /** The word used in {@code conf/}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

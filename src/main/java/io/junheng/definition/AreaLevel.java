package io.junheng.definition;

import java.util.Locale;

/** Where an area stands in the tree. A zone reports like a county but is no statutory division. */
public enum AreaLevel {
  PROVINCE,
  CITY,
  COUNTY,
  ZONE;

  /** The word used in {@code conf/} and the tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

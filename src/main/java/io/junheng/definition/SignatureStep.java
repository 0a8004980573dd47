package io.junheng.definition;

import java.util.Locale;

/** The way of a delivery once it is reported (已报), in its order. */
public enum SignatureStep {
  /** 已审: somebody above the county has looked at it. */
  REVIEWED,
  /** 县级确认: the county stands by it. */
  CONFIRMED,
  /** 部门会签: a department signs for the figures that it keeps itself. */
  COUNTERSIGNED,
  /** 封库: nothing changes any more. */
  SEALED;

  /** The word in {@code conf/} and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

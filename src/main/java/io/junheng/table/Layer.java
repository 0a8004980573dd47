package io.junheng.table;

import java.util.Locale;

/** The layers of the lake; each is a folder under its root. */
public enum Layer {
  /** Delivered rows, typed and checked, one table per contract. */
  SILVER,
  /** What is worked out from them. */
  GOLD,
  /** Gold as it was published: rows under the number of their release. */
  RELEASE,
  /** What happened: runs, submissions, rows set aside, findings. */
  OPS;

  /** The folder's name: {@code silver}, {@code gold}, {@code release}, {@code ops}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

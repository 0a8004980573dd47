package io.junheng.sample;

import java.util.Locale;

/** What may be wrong with a delivery, and the rule under which intake must report it. */
public enum FaultKind {
  /** A required cell is empty. */
  MISSING_REQUIRED("required"),
  /** Words where a number belongs. */
  WRONG_TYPE("not_integer"),
  OUT_OF_RANGE("out_of_range"),
  UNKNOWN_CODE("unknown_code"),
  /** The last character of an identity number is another one. */
  BAD_CHECK_DIGIT("check_digit"),
  /** The row stands in the file twice. */
  DUPLICATE_KEY("duplicate_key"),
  /** Two cells that contradict each other; the rule is the contract's own. */
  CROSS_COLUMN(""),
  /** The row names another county than the folder. */
  WRONG_AREA("foreign_area"),
  /** A required column has a name that nobody knows. */
  WRONG_HEADER("missing_header"),
  /** A file without a byte. */
  EMPTY_FILE("empty_file"),
  /** So many rows with an empty required cell that the file is refused. */
  TOO_MANY_BAD_ROWS("too_many_rejected");

  private final String rule;

  FaultKind(String rule) {
    this.rule = rule;
  }

  /** The word in a fault plan, for instance {@code missing_required}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Code of the rule of intake; empty where the contract's check says it. */
  String rule() {
    return rule;
  }

  /** Whether the whole file is refused. */
  boolean isOfFile() {
    return this == WRONG_HEADER || this == EMPTY_FILE || this == TOO_MANY_BAD_ROWS;
  }
}

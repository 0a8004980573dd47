package io.junheng.table;

/** Whether a value may be shown. */
public enum ConfStatus {
  FREE("F"),
  WITHHELD("C");

  private final String code;

  ConfStatus(String code) {
    this.code = code;
  }

  /** The letter that the tables keep. */
  public String code() {
    return code;
  }
}

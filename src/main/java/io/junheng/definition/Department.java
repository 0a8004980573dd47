package io.junheng.definition;

import java.util.Locale;

/** Departments that countersign deliveries. */
public enum Department {
  FINANCE("财政", "finance"),
  PERSONNEL("人社编制", "personnel"),
  STATISTICS("统计", "statistics"),
  DISABLED_FEDERATION("残联", "disabled persons' federation");

  private final Text title;

  Department(String zh, String en) {
    this.title = new Text(zh, en);
  }

  public Text title() {
    return title;
  }

  /** The word in {@code conf/} and in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

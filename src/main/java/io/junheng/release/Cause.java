package io.junheng.release;

import io.junheng.definition.Text;
import java.util.Locale;

/** Why a figure of one release is another in the next. Several may be true of one figure. */
public enum Cause {
  OWN_DATA("本地数据更正", "own data corrected"),
  OTHERS_DATA("其他地区数据变化", "data of others"),
  DEFINITION("口径变化", "definition"),
  CODE("程序版本变化", "code"),
  /** Neither data nor definitions nor code differ: one of the two was not worked out from them. */
  UNEXPLAINED("原因不明", "unexplained");

  private final Text title;

  Cause(String zh, String en) {
    this.title = new Text(zh, en);
  }

  public Text title() {
    return title;
  }

  /** The word in tables and JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.junheng.job;

import io.junheng.definition.Text;
import java.util.Locale;

/** Why a delivery would be taken in, or a period worked out anew. */
public enum PlanReason {
  NEW_FILE("新报送", "new"),
  CHANGED_FILE("报送有变", "changed"),
  REFUSED_BEFORE("先前被退回", "refused before"),
  ASKED_FOR("按要求重做", "asked for"),
  NEVER_COMPUTED("尚未计算", "never worked out"),
  CHANGED_DATA("数据有变", "changed data"),
  CHANGED_DEFINITION("定义有变", "changed definitions"),
  NEW_CODE("程序版本不同", "new code"),
  EARLIER_PERIOD("所依据的其他周期有变", "another period that it leans on"),
  UNFINISHED("上次未完成", "not finished last time");

  private final String zh;
  private final String en;

  PlanReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Text text() {
    return new Text(zh, en);
  }

  /** The word that JSON has for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

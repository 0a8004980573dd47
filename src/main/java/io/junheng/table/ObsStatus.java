package io.junheng.table;

/**
 * Why a figure is as it is, or why it is not there. A missing value is null with a status, never a
 * number.
 */
public enum ObsStatus {
  NORMAL("A", "正常", "Normal"),
  NOT_APPLICABLE("Z", "不适用", "Not applicable"),
  NOT_AVAILABLE("X", "缺失", "Not available"),
  LOW_RELIABILITY("U", "可靠性低", "Low reliability"),
  ESTIMATED("E", "估计", "Estimated"),
  PROVISIONAL("P", "暂定", "Provisional"),
  BREAK("B", "口径中断", "Break in series");

  private final String code;
  private final String zh;
  private final String en;

  ObsStatus(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** The status that the tables keep as this letter. */
  public static ObsStatus of(String code) {
    for (ObsStatus status : values()) {
      if (status.code.equals(code)) {
        return status;
      }
    }
    throw new IllegalStateException("no observation status '%s'".formatted(code));
  }

  /** The letter that the tables keep. */
  public String code() {
    return code;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}

package io.junheng.release;

import io.junheng.definition.Text;
import java.util.Locale;

/**
 * Something that stands against a release.
 *
 * @param place where: period, county, dataset, rule, as far as it has them, parted by slashes
 * @param message for people
 */
public record GateItem(Rule rule, String place, Text message) {
  /** What the gate looks at. */
  public enum Rule {
    BLOCKING_FINDING("未解决的阻断性核查结果", "an open finding that blocks"),
    OVERDUE_WARNING("逾期未整改的提示", "a warning past its day"),
    MISSING_COUNTY("缺报", "a county without a delivery"),
    MISSING_SIGNATURE("签认未完成", "a delivery without its signatures"),
    OPEN_OBJECTION("未裁定的申诉", "an objection without a decision"),
    OPEN_APPEAL("申诉期未结束", "days on which counties may still object"),
    UNSETTLED_VERIFICATION("核实值与上报值不符且未更正", "a verified value that differs from the reported one");

    private final Text title;

    Rule(String zh, String en) {
      this.title = new Text(zh, en);
    }

    public Text title() {
      return title;
    }

    /** The word on the command line and in manifests. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What waivers name it by: {@code missing_county:202310/990102/teacher}. */
  public String id() {
    return rule.code() + ":" + place;
  }

  /** Whether a waiver of that rule, or of that rule and the beginning of a place, is about it. */
  boolean isNamedBy(String waived) {
    return waived.equals(rule.code())
        || id().equals(waived)
        || id().startsWith(waived.endsWith("/") ? waived : waived + "/");
  }
}

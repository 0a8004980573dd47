package io.junheng.assessment;

import io.junheng.definition.Aggregation;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * A mean that is not defined: a geometric or harmonic one of a share that is not above 0, or a
 * Mazziotta-Pareto index whose mean is not. The node and all above it have no score, whatever their
 * missing rule.
 *
 * @param item the child, an item or a node, with the smallest share
 */
public record Refusal(
    String county, String node, Aggregation aggregation, String item, BigDecimal share) {
  private static final int DIGITS = 6;

  /** What is wrong and what to do. */
  public Text message() {
    String value = share.round(new MathContext(DIGITS)).toPlainString();
    String how = aggregation.name().toLowerCase(Locale.ROOT);
    return new Text(
        "%s:节点“%s”不能以 %s 汇总,“%s”的标准化值为 %s(须大于 0),不予计分。请核对该项数据,或为该节点改用其他汇总方式。"
            .formatted(county, node, how, item, value),
        "%s: node '%s' has no score: %s is not defined where '%s' has the share %s (it must be above 0). Check the item's figure, or gather the node in another way."
            .formatted(county, node, how, item, value));
  }
}

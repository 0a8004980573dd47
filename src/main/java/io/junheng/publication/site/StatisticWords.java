package io.junheng.publication.site;

import io.junheng.definition.Formula;
import io.junheng.definition.Statistic;
import io.junheng.definition.Text;

/** A statistic of the spread between schools as people read it. */
record StatisticWords(Formula.Dispersion formula) {
  /**
   * The words.
   *
   * @param of what the schools differ in
   */
  Text of(Text of) {
    Text name = name(formula.statistic());
    Text part = formula.part().map(p -> part(p.which())).orElse(new Text("", ""));
    Text counting =
        formula.counting() == Statistic.Counting.EQUAL
            ? new Text("各校同等计", "schools as equals")
            : new Text("按学生数加权", "weighted by pupils");
    return new Text(
        "各校「%s」的%s%s，%s".formatted(of.zh(), name.zh(), part.zh(), counting.zh()),
        "%s%s of the schools’ «%s», %s".formatted(name.en(), part.en(), of.en(), counting.en()));
  }

  private static Text name(Statistic statistic) {
    if (statistic instanceof Statistic.CoefficientOfVariation) {
      return new Text("单项差异系数", "coefficient of variation");
    } else if (statistic instanceof Statistic.Gini) {
      return new Text("基尼系数", "Gini coefficient");
    } else if (statistic instanceof Statistic.Entropy) {
      String word = statistic.word();
      return new Text("广义熵指数(%s)".formatted(word), "generalised entropy (%s)".formatted(word));
    } else if (statistic instanceof Statistic.Atkinson atkinson) {
      String aversion = atkinson.aversion().toPlainString();
      return new Text(
          "阿特金森指数(ε = %s)".formatted(aversion), "Atkinson’s index (ε = %s)".formatted(aversion));
    } else if (statistic instanceof Statistic.McLoone) {
      return new Text("麦克卢恩指数", "McLoone’s index");
    } else if (statistic instanceof Statistic.Verstegen) {
      return new Text("韦斯特根指数", "Verstegen’s index");
    } else if (statistic instanceof Statistic.QuantileRatio ratio) {
      return ratio(ratio.quantiles(), "P%s ÷ P%s");
    } else if (statistic instanceof Statistic.RangeRatio ratio) {
      return ratio(ratio.quantiles(), "(P%1$s − P%2$s) ÷ P%2$s");
    }
    throw new IllegalStateException("no words for statistic " + statistic);
  }

  private static Text ratio(Statistic.Quantiles of, String pattern) {
    return Text.same(pattern.formatted(of.high().toPlainString(), of.low().toPlainString()));
  }

  private static Text part(Statistic.Which which) {
    return switch (which) {
      case WITHIN -> new Text("(组内部分)", " (within groups)");
      case BETWEEN -> new Text("(组间部分)", " (between groups)");
      case OVERLAP -> new Text("(组间重叠部分)", " (overlap of groups)");
    };
  }
}

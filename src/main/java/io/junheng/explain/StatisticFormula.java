package io.junheng.explain;

import java.math.BigDecimal;
import java.util.Optional;

/** The formula of a statistic of spread with the figures of the county that it leans on. */
final class StatisticFormula {
  private static final String CV = "cv";

  private StatisticFormula() {}

  /**
   * The formula: x the schools' values, p their weights, P the sum of these, X the mean, m the
   * median.
   *
   * @param told the statistic in the words of {@code conf/}: {@code theil_t between urban_rural}
   * @param mean weighted
   * @param deviation weighted
   * @return empty where the mean is unknown, or a part by groups is told
   */
  static Optional<String> of(
      String told, Optional<BigDecimal> mean, Optional<BigDecimal> deviation) {
    if (told.equals(CV)) {
      return deviation.flatMap(
          sd ->
              mean.map(
                  x ->
                      "√(Σ p/P (x − X)²) ÷ X = %s ÷ %s"
                          .formatted(FilledFormula.plain(sd), FilledFormula.plain(x))));
    }
    String[] words = told.split(" ", -1);
    boolean isPart = told.contains("within ") || told.contains("between ");
    boolean isUnweighted = told.endsWith(" unweighted");
    if (isPart || isUnweighted || told.contains("overlap ")) {
      return Optional.empty();
    }
    String formula = formula(words[0], words.length > 1 ? words[1] : "");
    return formula.contains("X")
        ? mean.map(x -> formula + "; X = " + FilledFormula.plain(x))
        : Optional.of(formula);
  }

  private static String formula(String statistic, String parameter) {
    return switch (statistic) {
      case "gini" -> "ΣΣ p/P q/P |x − y| ÷ 2X";
      case "theil_t" -> "Σ p/P (x/X) ln(x/X)";
      case "theil_l" -> "Σ p/P ln(X/x)";
      case "entropy" -> "Σ p/P ((x/X)^%1$s − 1) ÷ (%1$s (%1$s − 1))".formatted(parameter);
      case "atkinson" -> "1 − (Σ p/P x^(1 − %1$s))^(1 ÷ (1 − %1$s)) ÷ X".formatted(parameter);
      case "mcloone" -> "Σ p x (x ≤ m) ÷ Σ p m (x ≤ m)";
      case "verstegen" -> "Σ p x (x ≥ m) ÷ Σ p m (x ≥ m)";
      case "quantile_ratio" -> parameter.replaceFirst("(.+)/(.+)", "P$1 ÷ P$2");
      case "range_ratio" -> parameter.replaceFirst("(.+)/(.+)", "(P$1 − P$2) ÷ P$2");
      default -> statistic;
    };
  }
}

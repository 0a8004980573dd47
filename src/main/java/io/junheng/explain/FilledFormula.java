package io.junheng.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula with numbers in the places of names. */
final class FilledFormula {
  private static final Pattern NAME = Pattern.compile("(?:previous )?\\b[A-Za-z_][A-Za-z0-9_]*\\b");
  private static final MathContext SHOWN = new MathContext(10, RoundingMode.HALF_UP);

  private FilledFormula() {}

  /**
   * Fills the names that are known; «previous x» is a name of its own.
   *
   * @param names every name that stands for a number
   * @return empty where one of them has no number
   */
  static Optional<String> of(String formula, Map<String, Optional<BigDecimal>> names) {
    Matcher name = NAME.matcher(formula);
    StringBuilder filled = new StringBuilder();
    while (name.find()) {
      Optional<BigDecimal> number = names.get(name.group());
      if (number != null && number.isEmpty()) {
        return Optional.empty();
      }
      String shown = number == null ? name.group() : in(number.get());
      name.appendReplacement(filled, Matcher.quoteReplacement(shown));
    }
    return Optional.of(name.appendTail(filled).toString());
  }

  private static String in(BigDecimal number) {
    return number.signum() < 0 ? "(" + plain(number) + ")" : plain(number);
  }

  /** A number as people write it, with at most ten digits that count. */
  static String plain(BigDecimal number) {
    BigDecimal shown =
        number.precision() - number.scale() > SHOWN.getPrecision() ? number : number.round(SHOWN);
    BigDecimal stripped = shown.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}

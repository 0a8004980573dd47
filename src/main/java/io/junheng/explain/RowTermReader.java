package io.junheng.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads conditions and values from the words of a formula, one behind the other. */
final class RowTermReader {
  /** That the words go beyond what is understood here. */
  static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String formula) {
      super(formula);
    }
  }

  private static final Pattern WORD =
      Pattern.compile("\\s*('(?:[^']|'')*'|\\d+(?:\\.\\d+)?|\\w+|<>|!=|<=|>=|[<>=(),+-])");
  private static final Set<String> RESERVED =
      Set.of("AND", "OR", "NOT", "IN", "BETWEEN", "IS", "NULL", "WHERE", "CASE", "CAST", "END");

  private final String formula;
  private final List<String> words = new ArrayList<>();
  private final Set<String> columns = new TreeSet<>();
  private int next;

  RowTermReader(String formula) {
    this.formula = formula;
    Matcher found = WORD.matcher(formula);
    int end = 0;
    while (found.find() && found.start() == end) {
      words.add(found.group(1));
      end = found.end();
    }
    if (!formula.substring(end).isBlank()) {
      throw new NotUnderstood(formula);
    }
  }

  /** The columns that were read so far. */
  Set<String> columns() {
    return columns;
  }

  /** Goes past a word if it stands next. */
  boolean skips(String word) {
    boolean isNext = next < words.size() && words.get(next).equalsIgnoreCase(word);
    next += isNext ? 1 : 0;
    return isNext;
  }

  void require(String word) {
    if (!skips(word)) {
      throw new NotUnderstood(formula);
    }
  }

  void requireEnd() {
    if (next < words.size()) {
      throw new NotUnderstood(formula);
    }
  }

  /** A condition with {@code OR}, {@code AND} and {@code NOT}. */
  RowTerm condition() {
    RowTerm left = conjunction();
    while (skips("OR")) {
      left = decidedBy(left, conjunction(), true);
    }
    return left;
  }

  private RowTerm conjunction() {
    RowTerm left = negation();
    while (skips("AND")) {
      left = decidedBy(left, negation(), false);
    }
    return left;
  }

  /** True decides OR, false decides AND; else an unknown side leaves it unknown. */
  private static RowTerm decidedBy(RowTerm left, RowTerm right, boolean deciding) {
    return row -> {
      Optional<Object> first = left.of(row);
      Optional<Object> second = right.of(row);
      Optional<Object> decided = Optional.of(deciding);
      if (first.equals(decided) || second.equals(decided)) {
        return decided;
      }
      return first.isPresent() && second.isPresent() ? Optional.of(!deciding) : Optional.empty();
    };
  }

  private RowTerm negation() {
    return skips("NOT") ? not(negation()) : comparison();
  }

  private static RowTerm not(RowTerm term) {
    return row -> term.of(row).map(holds -> !(Boolean) holds);
  }

  private RowTerm comparison() {
    RowTerm left = value();
    if (skips("IS")) {
      boolean isNegated = skips("NOT");
      require("NULL");
      return row -> Optional.of(left.of(row).isPresent() == isNegated);
    }
    boolean isNegated = skips("NOT");
    if (skips("IN")) {
      RowTerm within =
          list().stream()
              .map(one -> compare(left, one, order -> order == 0))
              .reduce((first, second) -> decidedBy(first, second, true))
              .orElseThrow();
      return isNegated ? not(within) : within;
    } else if (skips("BETWEEN")) {
      RowTerm least = compare(left, value(), order -> order >= 0);
      require("AND");
      RowTerm within = decidedBy(least, compare(left, value(), order -> order <= 0), false);
      return isNegated ? not(within) : within;
    } else if (isNegated) {
      throw new NotUnderstood(formula);
    }
    return sign().map(holds -> compare(left, value(), holds)).orElse(left);
  }

  private Optional<IntPredicate> sign() {
    if (skips("=")) {
      return Optional.of(order -> order == 0);
    } else if (skips("<>") || skips("!=")) {
      return Optional.of(order -> order != 0);
    } else if (skips("<=")) {
      return Optional.of(order -> order <= 0);
    } else if (skips(">=")) {
      return Optional.of(order -> order >= 0);
    } else if (skips("<")) {
      return Optional.of(order -> order < 0);
    }
    return skips(">") ? Optional.of(order -> order > 0) : Optional.empty();
  }

  private RowTerm compare(RowTerm left, RowTerm right, IntPredicate holds) {
    return row ->
        left.of(row)
            .flatMap(first -> right.of(row).map(second -> holds.test(order(first, second))));
  }

  private int order(Object first, Object second) {
    if (first instanceof BigDecimal number && second instanceof BigDecimal other) {
      return number.compareTo(other);
    } else if (first instanceof String text && second instanceof String other) {
      return text.compareTo(other);
    } else if (first instanceof Boolean flag && second instanceof Boolean other) {
      return flag.compareTo(other);
    }
    throw new NotUnderstood(formula);
  }

  private List<RowTerm> list() {
    require("(");
    List<RowTerm> terms = new ArrayList<>(List.of(value()));
    while (skips(",")) {
      terms.add(value());
    }
    require(")");
    return terms;
  }

  /** A value with sums and differences; unknown where a part is. */
  RowTerm value() {
    RowTerm left = single();
    while (true) {
      if (skips("+")) {
        left = combined(left, single(), BigDecimal::add);
      } else if (skips("-")) {
        left = combined(left, single(), BigDecimal::subtract);
      } else {
        return left;
      }
    }
  }

  private static RowTerm combined(
      RowTerm left, RowTerm right, BinaryOperator<BigDecimal> operation) {
    return row ->
        left.of(row)
            .flatMap(
                first ->
                    right
                        .of(row)
                        .map(second -> operation.apply((BigDecimal) first, (BigDecimal) second)));
  }

  private RowTerm single() {
    if (skips("(")) {
      RowTerm inner = condition();
      require(")");
      return inner;
    } else if (skips("COALESCE")) {
      List<RowTerm> terms = list();
      return row -> terms.stream().flatMap(term -> term.of(row).stream()).findFirst();
    }
    return literalOrColumn();
  }

  private RowTerm literalOrColumn() {
    if (next == words.size()) {
      throw new NotUnderstood(formula);
    }
    String word = words.get(next++);
    String upper = word.toUpperCase(Locale.ROOT);
    if (word.startsWith("'")) {
      String text = word.substring(1, word.length() - 1).replace("''", "'");
      return row -> Optional.of(text);
    } else if (word.matches("\\d.*")) {
      BigDecimal number = new BigDecimal(word);
      return row -> Optional.of(number);
    } else if (upper.equals("TRUE") || upper.equals("FALSE")) {
      boolean flag = upper.equals("TRUE");
      return row -> Optional.of(flag);
    }
    boolean isFunction = next < words.size() && words.get(next).equals("(");
    if (RESERVED.contains(upper) || isFunction || !word.matches("[A-Za-z_]\\w*")) {
      throw new NotUnderstood(formula);
    }
    String column = word.toLowerCase(Locale.ROOT);
    columns.add(column);
    return row -> Optional.ofNullable(row.get(column));
  }
}

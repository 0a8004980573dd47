package io.junheng.config;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Knows the language of expressions. */
interface Sql {
  /** What an expression reads and gives, or what is wrong with it. */
  SqlOutcome check(String sql, Vocabulary vocabulary, Expected expected);

  /**
   * The value of a checked expression for one row: a Boolean, or a number; empty for null.
   *
   * @throws ArithmeticException if it has none, such as a division by 0
   */
  Optional<Object> evaluate(String sql, Vocabulary vocabulary, Map<String, BigDecimal> row);
}

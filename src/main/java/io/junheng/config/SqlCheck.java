package io.junheng.config;

import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Expression;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Reads expressions: what they may use, what they give. Spark's parser and analyser are loaded with
 * the first one, and without a session.
 */
final class SqlCheck {
  /**
   * An expression and the column type of what it gives.
   *
   * @param type the type of a column that keeps its values
   */
  record Typed(Expression expression, ColumnType type) {}

  private final Problems problems;
  private Optional<CatalystSql> catalyst = Optional.empty();

  SqlCheck(Problems problems) {
    this.problems = problems;
  }

  /** The expression, if it may stand there; else what is wrong is told and it is unreadable. */
  Expression read(Value value, Vocabulary vocabulary, Expected expected) {
    return new Expression(value.text(), outcome(value, vocabulary, expected).names());
  }

  /** An expression of any type that a column can have. */
  Typed typed(Value value, Vocabulary vocabulary) {
    SqlOutcome outcome = outcome(value, vocabulary, Expected.VALUE);
    return new Typed(
        new Expression(value.text(), outcome.names()),
        outcome.type().orElseThrow(Value.Unreadable::new));
  }

  /** The value of a checked expression for one row; empty for null. */
  Optional<Object> evaluate(
      Expression expression, Vocabulary vocabulary, Map<String, BigDecimal> row) {
    return catalyst().evaluate(expression.sql(), vocabulary, row);
  }

  private SqlOutcome outcome(Value value, Vocabulary vocabulary, Expected expected) {
    if (value.text().isBlank()) {
      throw new Value.Unreadable();
    }
    SqlOutcome outcome = catalyst().check(value.text(), vocabulary, expected);
    for (SqlOutcome.Finding finding : outcome.findings()) {
      Place place = value.isOnOneLine() ? value.textPlace().right(finding.offset()) : value.place();
      problems.add(place, finding.code(), finding.cure(), finding.values().toArray());
    }
    if (!outcome.findings().isEmpty()) {
      throw new Value.Unreadable();
    }
    return outcome;
  }

  private CatalystSql catalyst() {
    if (catalyst.isEmpty()) {
      catalyst = Optional.of(new CatalystSql());
    }
    return catalyst.get();
  }
}

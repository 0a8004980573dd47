package io.junheng.config;

import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Expression;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads expressions: what they may use, what they give. No session is started. */
final class SqlCheck {
  /**
   * An expression and the column type of what it gives.
   *
   * @param type the type of a column that keeps its values
   */
  record Typed(Expression expression, ColumnType type) {}

  private final Problems problems;
  private final Sql sql;

  SqlCheck(Problems problems, Sql sql) {
    this.problems = problems;
    this.sql = sql;
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
    return sql.evaluate(expression.sql(), vocabulary, row);
  }

  private SqlOutcome outcome(Value value, Vocabulary vocabulary, Expected expected) {
    if (value.text().isBlank()) {
      throw new Value.Unreadable();
    }
    SqlOutcome outcome = sql.check(value.text(), vocabulary, expected);
    for (SqlOutcome.Finding finding : outcome.findings()) {
      Place place = value.isOnOneLine() ? value.textPlace().right(finding.offset()) : value.place();
      problems.add(place, finding.code(), finding.cure(), finding.values().toArray());
    }
    if (!outcome.findings().isEmpty()) {
      throw new Value.Unreadable();
    }
    return outcome;
  }
}

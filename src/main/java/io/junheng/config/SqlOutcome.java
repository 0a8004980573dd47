package io.junheng.config;

import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What looking at an expression came to.
 *
 * @param names what it reads, in lower case
 * @param type the column type of its values; empty if it has findings, or inputs whose types are
 *     not known
 * @param findings what is wrong with it
 */
record SqlOutcome(Set<String> names, Optional<ColumnType> type, List<Finding> findings) {
  /**
   * Something wrong.
   *
   * @param offset characters before the place within the expression
   */
  record Finding(int offset, ProblemCode code, Text cure, List<Object> values) {}
}

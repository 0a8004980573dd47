package io.junheng.definition;

import java.util.Set;

/**
 * A scalar SQL expression as written in {@code conf/}.
 *
 * @param sql the text, already parsed and checked by {@code config}
 * @param names the columns, measures or indicators that it reads, in lower case
 */
public record Expression(String sql, Set<String> names) {
  public Expression {
    names = Set.copyOf(names);
    if (sql.isBlank()) {
      throw new IllegalArgumentException("an expression needs a text");
    }
  }
}

package io.junheng.definition;

import java.util.Objects;

/**
 * Which schools take part.
 *
 * @param where condition over the columns of the school contract and over measures of the school
 *     and stage
 */
public record Scope(String id, Text title, Expression where) {
  public Scope {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(where, "where");
  }
}

package io.junheng.assessment;

import java.util.Objects;
import java.util.Optional;

/**
 * What a document attests on one statement. Several rows on one statement: the gravest grade
 * counts.
 *
 * @param grade met, partly met or not met; what nobody delivered has no row
 * @param document title or number of the document
 */
public record Evidence(
    String framework, String county, String statement, Grade grade, Optional<String> document) {
  public Evidence {
    Objects.requireNonNull(framework, "framework");
    Objects.requireNonNull(county, "county");
    Objects.requireNonNull(statement, "statement");
    if (grade == Grade.UNKNOWN || grade == Grade.NOT_APPLICABLE) {
      throw new IllegalArgumentException(
          "%s %s %s: evidence cannot be '%s'"
              .formatted(framework, county, statement, grade.code()));
    }
  }
}

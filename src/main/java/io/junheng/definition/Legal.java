package io.junheng.definition;

import java.util.Objects;
import java.util.Optional;

/** Where a rule stands: the document and, if the rule has one, its clause. */
public record Legal(String document, Optional<String> clause) {
  public Legal {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(clause, "clause");
  }
}

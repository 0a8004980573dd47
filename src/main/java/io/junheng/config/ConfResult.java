package io.junheng.config;

import io.junheng.definition.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * What reading {@code conf/} came to.
 *
 * @param catalogue present if, and only if, there is no problem
 * @param problems all of them, in the order of file, line and column
 */
public record ConfResult(Optional<Catalogue> catalogue, List<Problem> problems) {
  public ConfResult {
    problems = List.copyOf(problems);
    if (catalogue.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("either a catalogue or problems");
    }
  }
}

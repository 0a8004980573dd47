package io.junheng.config;

import java.util.List;
import java.util.Optional;

/**
 * What reading an environment came to.
 *
 * @param environment present if, and only if, there is no problem
 * @param problems all of them, in order
 */
public record EnvironmentResult(Optional<Environment> environment, List<Problem> problems) {
  public EnvironmentResult {
    problems = List.copyOf(problems);
    if (environment.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("either an environment or problems");
    }
  }
}

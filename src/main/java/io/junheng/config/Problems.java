package io.junheng.config;

import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong while reading goes on. */
final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  /** Adds a problem; values of type {@link Text} stand in the message in its language. */
  void add(Place place, ProblemCode code, Text cure, Object... values) {
    Problem problem = new Problem(place, code, code.message(values), cure);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether there is something wrong in a file. */
  boolean concern(String file) {
    return problems.stream().anyMatch(problem -> problem.place().file().equals(file));
  }

  int count() {
    return problems.size();
  }

  List<Problem> sorted() {
    return problems.stream().sorted().toList();
  }
}

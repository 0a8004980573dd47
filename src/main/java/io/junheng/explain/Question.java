package io.junheng.explain;

import io.junheng.definition.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be explained.
 *
 * @param area code of the county; for an indicator also that of a city or province
 * @param school code of one of its schools; empty: the area as a whole
 * @param stage only this stage; empty: all that apply
 */
public record Question(
    Period period, String area, Optional<String> school, Subject subject, Optional<String> stage) {
  public Question {
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(area, "area");
    Objects.requireNonNull(subject, "subject");
  }

  /** What the question is about. */
  public sealed interface Subject {}

  /** A verdict or a score as a whole. */
  public record OfFramework(String framework) implements Subject {}

  /** An item or a node of a framework. */
  public record OfItem(String framework, String item) implements Subject {}

  /** A figure. */
  public record OfIndicator(String indicator) implements Subject {}
}

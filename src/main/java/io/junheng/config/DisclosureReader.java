package io.junheng.config;

import io.junheng.definition.Disclosure;
import io.junheng.definition.Disclosure.Extent;
import io.junheng.definition.Origin;

/** Reads what a framework discloses of its results, and to whom. */
final class DisclosureReader {
  static final Shape.Words EXTENTS = Shape.Words.of("all", "grade_only", "own_and_mean", "none");

  private final Attempt attempt;

  DisclosureReader(Attempt attempt) {
    this.attempt = attempt;
  }

  /** The framework's disclosure; for whom it says nothing, the cautious one holds. */
  Disclosure read(Value framework) {
    return framework
        .find("disclosure")
        .map(
            value ->
                new Disclosure(
                    extent(value, "city", Disclosure.CAUTIOUS.city()),
                    extent(value, "county", Disclosure.CAUTIOUS.county()),
                    extent(value, "public", Disclosure.CAUTIOUS.everybody()),
                    value.find("origin").map(o -> o.word(Origin.class)).orElse(Origin.OWN)))
        .orElse(Disclosure.CAUTIOUS);
  }

  private Extent extent(Value disclosure, String key, Extent usual) {
    return disclosure
        .find(key)
        .map(value -> attempt.at(value, () -> extent(value)).orElseThrow(Value.Unreadable::new))
        .orElse(usual);
  }

  private static Extent extent(Value value) {
    if (value.isMapping()) {
      return new Extent.Top(value.require("top").whole());
    }
    return switch (value.text()) {
      case "all" -> new Extent.All();
      case "grade_only" -> new Extent.GradeOnly();
      case "own_and_mean" -> new Extent.OwnAndMean();
      case "none" -> new Extent.None();
      default -> throw new Value.Unreadable();
    };
  }
}

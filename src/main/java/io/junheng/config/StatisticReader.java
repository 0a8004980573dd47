package io.junheng.config;

import io.junheng.definition.Statistic;
import io.junheng.definition.Statistic.Counting;
import io.junheng.definition.Statistic.Quantiles;
import io.junheng.definition.Statistic.Which;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a dispersion tells of the spread. */
final class StatisticReader {
  /** Statistics that need nothing beside their name. */
  static final List<String> WORDS =
      List.of("cv", "gini", "theil_t", "theil_l", "mcloone", "verstegen");

  /** Parts of a statistic by groups of schools. */
  static final List<String> PARTS =
      Arrays.stream(Which.values()).map(which -> which.name().toLowerCase(Locale.ROOT)).toList();

  /** What tells schools apart: text and yes or no, no quantities. */
  private static final Set<String> GROUPING_TYPES = Set.of("STRING", "BOOLEAN");

  /** What a school is found by makes no groups: each would be one of its own, or all one. */
  private static final Set<String> KEYS = Set.of("county_code", "school_code", "stage");

  private final Problems problems;
  private final Value dispersion;
  private final Vocabulary schools;

  /**
   * A reader.
   *
   * @param schools what the columns and measures of schools are called
   */
  StatisticReader(Problems problems, Value dispersion, Vocabulary schools) {
    this.problems = problems;
    this.dispersion = dispersion;
    this.schools = schools;
  }

  Statistic statistic() {
    return dispersion
        .find("statistic")
        .map(value -> value.isScalar() ? named(value.text()) : withParameters(value))
        .orElseGet(Statistic.CoefficientOfVariation::new);
  }

  private static Statistic named(String word) {
    return switch (word) {
      case "cv" -> new Statistic.CoefficientOfVariation();
      case "gini" -> new Statistic.Gini();
      case "theil_t" -> Statistic.Entropy.THEIL_T;
      case "theil_l" -> Statistic.Entropy.THEIL_L;
      case "mcloone" -> new Statistic.McLoone();
      case "verstegen" -> new Statistic.Verstegen();
      default -> throw new Value.Unreadable();
    };
  }

  private static Statistic withParameters(Value value) {
    String kind =
        value.keys().stream().map(Value::text).findFirst().orElseThrow(Value.Unreadable::new);
    Value rule = value.require(kind);
    return switch (kind) {
      case "entropy" -> new Statistic.Entropy(rule.number());
      case "atkinson" -> new Statistic.Atkinson(rule.number());
      case "quantile_ratio" -> new Statistic.QuantileRatio(quantiles(rule));
      case "range_ratio" -> new Statistic.RangeRatio(quantiles(rule));
      default -> throw new Value.Unreadable();
    };
  }

  private static Quantiles quantiles(Value rule) {
    return new Quantiles(
        rule.require("high").number(),
        rule.require("low").number(),
        rule.require("rule").word(Statistic.QuantileRule.class));
  }

  Counting counting() {
    return dispersion
        .find("schools")
        .map(word -> word.word(Counting.class))
        .orElse(Counting.WEIGHTED);
  }

  /**
   * The part.
   *
   * @param owner the indicator that is read
   */
  Optional<Statistic.Part> part(String owner) {
    return dispersion
        .find("part")
        .map(
            value -> {
              Which which =
                  Arrays.stream(Which.values())
                      .filter(any -> value.find(any.name().toLowerCase(Locale.ROOT)).isPresent())
                      .findFirst()
                      .orElseThrow(Value.Unreadable::new);
              Value column = value.require(which.name().toLowerCase(Locale.ROOT));
              requireGrouping(column, owner);
              return new Statistic.Part(which, column.text());
            });
  }

  private void requireGrouping(Value column, String owner) {
    Set<String> known =
        schools.types().entrySet().stream()
            .filter(entry -> GROUPING_TYPES.contains(entry.getValue()))
            .map(Map.Entry::getKey)
            .filter(name -> !KEYS.contains(name))
            .collect(Collectors.toSet());
    if (schools.complete() && !known.contains(column.text())) {
      problems.add(
          column.place(),
          ProblemCode.UNKNOWN_COLUMN,
          Cure.nearest(column.text(), known),
          IndicatorChecks.quoted(owner),
          column.text());
      throw new Value.Unreadable();
    }
  }
}

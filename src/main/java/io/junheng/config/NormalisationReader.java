package io.junheng.config;

import io.junheng.definition.Limit;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Normalisation.Basis;
import io.junheng.definition.Normalisation.Clip;
import io.junheng.definition.Normalisation.Method;
import io.junheng.definition.Normalisation.Outliers;
import io.junheng.definition.Normalisation.Step;
import io.junheng.definition.Normalisation.ZBasis;
import io.junheng.definition.Period;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Reads how an indicator's value becomes a share of the full score. */
final class NormalisationReader {
  /** The word for the units of the year that is scored. */
  static final String YEAR = "year";

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  private NormalisationReader() {}

  static Normalisation read(Value value) {
    String kind =
        value.keys().stream()
            .map(Value::text)
            .filter(key -> !key.equals("cap"))
            .findFirst()
            .orElseThrow(Value.Unreadable::new);
    Value rule = value.require(kind);
    return switch (kind) {
      case "attain" -> new Normalisation.Attain(rule.number(), cap(value));
      case "all_or_nothing" -> {
        Comparing limit = comparing(rule);
        yield new Normalisation.AllOrNothing(limit.comparison(), limit.standard());
      }
      case "goalposts" ->
          new Normalisation.Goalposts(
              rule.require("low").number(), rule.require("high").number(), clip(rule));
      case "min_max" -> new Normalisation.MinMax(basis(rule));
      case "z_score" -> zScore(rule);
      case "distance" ->
          new Normalisation.Distance(rule.require("target").number(), basis(rule), cap(rule));
      case "rank" -> new Normalisation.Ranked(rule.word(Method.class));
      case "bands" ->
          new Normalisation.Bands(rule.list().stream().map(NormalisationReader::step).toList());
      case "growth" ->
          new Normalisation.Growth(rule.require("low").number(), rule.require("high").number());
      default -> throw new Value.Unreadable();
    };
  }

  private static BigDecimal cap(Value value) {
    return value.find("cap").map(Value::number).orElse(BigDecimal.ONE);
  }

  private static Clip clip(Value posts) {
    boolean isClipped = posts.find("clip").map(Value::flag).orElse(true);
    return isClipped ? Clip.CLIPPED : Clip.OPEN;
  }

  private static Normalisation zScore(Value rule) {
    ZBasis basis =
        rule.find("sd").isPresent()
            ? new Normalisation.Fixed(rule.require("mean").number(), rule.require("sd").number())
            : basis(rule);
    return new Normalisation.ZScore(
        basis,
        rule.find("centre").map(Value::number).orElse(HALF),
        rule.find("spread").map(Value::number).orElse(TENTH),
        rule.find("limit").map(Value::number));
  }

  private static Basis basis(Value rule) {
    String from = rule.require("from").text();
    Optional<Value> outliers = rule.find("outliers");
    if (from.equals(YEAR)) {
      return new Normalisation.OfYear(outliers.map(NormalisationReader::outliers));
    }
    if (outliers.isPresent()) {
      throw new IllegalArgumentException("outliers are treated where figures come from the year");
    }
    return new Normalisation.OfPeriod(Period.parse(from));
  }

  private static Outliers outliers(Value value) {
    return new Outliers(
        value.find("winsorise").map(Value::whole).orElse(0),
        value.find("log").map(Value::flag).orElse(false));
  }

  private static Step step(Value value) {
    Comparing limit = comparing(value);
    return new Step(limit.comparison(), limit.standard(), value.require("share").number());
  }

  /** A comparison and what is compared with. */
  private record Comparing(Limit.Comparison comparison, BigDecimal standard) {}

  private static Comparing comparing(Value value) {
    for (Limit.Comparison comparison : Limit.Comparison.values()) {
      Optional<Value> standard = value.find(comparison.name().toLowerCase(Locale.ROOT));
      if (standard.isPresent()) {
        return new Comparing(comparison, standard.get().number());
      }
    }
    throw new Value.Unreadable();
  }
}

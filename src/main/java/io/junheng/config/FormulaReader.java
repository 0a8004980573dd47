package io.junheng.config;

import io.junheng.definition.Formula;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads how an indicator's value comes about. */
final class FormulaReader {
  private final Problems problems;
  private final Names names;
  private final SqlCheck sql;
  private final Vocabulary schools;
  private final List<Value> values;

  /**
   * A reader.
   *
   * @param values all indicators as written: a dispersion looks up what its ratio is divided by
   */
  FormulaReader(
      Problems problems, Names names, SqlCheck sql, Vocabulary schools, List<Value> values) {
    this.problems = problems;
    this.names = names;
    this.sql = sql;
    this.schools = schools;
    this.values = values;
  }

  Formula read(Value indicator, String id) {
    Optional<Value> ratio = indicator.find("ratio");
    Optional<Value> share = indicator.find("share_of_schools");
    Optional<Value> dispersion = indicator.find("dispersion");
    Optional<Value> growth = indicator.find("growth");
    Optional<Value> survey = indicator.find("survey");
    Optional<Value> derived = indicator.find("derived");
    if (ratio.isPresent()) {
      return ratio(ratio.get(), id);
    } else if (share.isPresent()) {
      return new Formula.ShareOfSchools(
          sql.read(share.get().require("where"), schools, Expected.CONDITION),
          among(share.get(), "among", id));
    } else if (dispersion.isPresent()) {
      return dispersion(dispersion.get(), id);
    } else if (growth.isPresent()) {
      return new Formula.Growth(measure(growth.get(), "of", id));
    } else if (survey.isPresent()) {
      return survey(survey.get(), id);
    } else if (derived.isPresent()) {
      return new Formula.Derived(sql.read(derived.get(), indicators(), Expected.NUMBER));
    }
    return new Formula.MeasureValue(measure(indicator, "measure", id));
  }

  private Formula ratio(Value ratio, String id) {
    String of = measure(ratio, "of", id);
    return new Formula.Ratio(
        of,
        measure(ratio, "per", id),
        ratio.find("times").map(Value::number).orElse(BigDecimal.ONE),
        among(ratio, "among", id),
        among(ratio, "of_among", id));
  }

  private Formula dispersion(Value dispersion, String id) {
    String of = names.resolve(Names.Kind.INDICATOR, dispersion.require("of"), id);
    StatisticReader statistic = new StatisticReader(problems, dispersion, schools);
    return new Formula.Dispersion(
        of,
        dispersion.find("weight").isPresent()
            ? measure(dispersion, "weight", id)
            : denominatorOf(of),
        names.resolve(Names.Kind.SCOPE, dispersion.require("among"), id),
        statistic.statistic(),
        statistic.counting(),
        statistic.part(id));
  }

  /**
   * What a ratio is divided by; an empty text for anything else, which is told where dispersions
   * are checked.
   */
  private String denominatorOf(String indicator) {
    return values.stream()
        .filter(
            value ->
                value
                    .find("id")
                    .filter(id -> id.isScalar() && id.text().equals(indicator))
                    .isPresent())
        .flatMap(value -> value.find("ratio").stream())
        .filter(Value::isMapping)
        .flatMap(ratio -> ratio.find("per").stream())
        .filter(Value::isScalar)
        .map(Value::text)
        .findFirst()
        .orElse("");
  }

  private Formula survey(Value survey, String id) {
    return new Formula.Survey(measure(survey, "of", id), measure(survey, "weight", id));
  }

  private Vocabulary indicators() {
    Vocabulary known =
        Vocabulary.of(names.all(Names.Kind.INDICATOR).keySet(), Vocabulary.INDICATOR);
    return new Vocabulary(known.types(), names.isComplete(Names.Kind.INDICATOR));
  }

  private String measure(Value value, String key, String id) {
    return names.resolve(Names.Kind.MEASURE, value.require(key), id);
  }

  private Optional<String> among(Value value, String key, String id) {
    return value.find(key).map(scope -> names.resolve(Names.Kind.SCOPE, scope, id));
  }
}

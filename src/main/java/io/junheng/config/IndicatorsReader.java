package io.junheng.config;

import io.junheng.definition.Direction;
import io.junheng.definition.Example;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Legal;
import io.junheng.definition.Origin;
import io.junheng.definition.Rollup;
import io.junheng.definition.Scope;
import io.junheng.definition.UnitBasis;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads indicators and scopes. */
final class IndicatorsReader {
  private static final int DEFAULT_DECIMALS = 2;

  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final SqlCheck sql;
  private final Vocabulary schools;

  IndicatorsReader(Problems problems, Names names, SqlCheck sql, Vocabulary schools) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    this.sql = sql;
    this.schools = schools;
  }

  List<Scope> scopes(List<Value> documents) {
    return attempt.each(all(documents, "scopes"), this::scope);
  }

  /** The indicators that could be read, with the place of each. */
  Map<Indicator, Value> indicators(List<Value> documents) {
    Map<Indicator, Value> indicators = new LinkedHashMap<>();
    List<Value> values = all(documents, "indicators");
    FormulaReader formulas = new FormulaReader(problems, names, sql, schools, values);
    for (Value value : values) {
      attempt.at(value, () -> indicator(value, formulas)).ifPresent(i -> indicators.put(i, value));
    }
    return indicators;
  }

  private List<Value> all(List<Value> documents, String key) {
    return documents.stream()
        .flatMap(document -> attempt.at(document, () -> document.each(key)).stream())
        .flatMap(List::stream)
        .toList();
  }

  private Scope scope(Value value) {
    return new Scope(
        value.require("id").text(),
        value.require("title").bilingual(),
        sql.read(value.require("where"), schools, Expected.CONDITION));
  }

  private Indicator indicator(Value value, FormulaReader formulas) {
    String id = value.require("id").text();
    Optional<Formula> formula = attempt.at(value, () -> formulas.read(value, id));
    List<String> stages =
        attempt.some(value.each("stages"), s -> names.resolve(Names.Kind.STAGE, s, id));
    Optional<Rollup> rollup = value.find("rollup").flatMap(r -> attempt.at(r, () -> rollup(r, id)));
    Optional<Legal> legal = value.find("legal").map(IndicatorsReader::legal);
    Formula sound = formula.orElseThrow(Value.Unreadable::new);
    return new Indicator(
        id,
        value.require("title").bilingual(),
        value.require("unit").text(),
        value.find("decimals").map(Value::whole).orElse(DEFAULT_DECIMALS),
        value.find("direction").map(d -> d.word(Direction.class)).orElse(Direction.NONE),
        stages,
        sound,
        rollup.orElseGet(() -> defaultRollup(sound)),
        value.find("unit_basis").map(u -> u.word(UnitBasis.class)).orElse(UnitBasis.LOCATED_IN),
        value.find("may_exceed_100").map(Value::flag).orElse(false),
        legal,
        value.find("note").map(Value::bilingual),
        value
            .find("origin")
            .map(o -> o.word(Origin.class))
            .orElse(legal.isPresent() ? Origin.OFFICIAL : Origin.OWN),
        attempt.each(value.each("examples"), IndicatorsReader::example));
  }

  static Legal legal(Value value) {
    return new Legal(value.require("document").text(), value.find("clause").map(Value::text));
  }

  private Rollup rollup(Value value, String id) {
    if (value.isMapping()) {
      return new Rollup.Weighted(names.resolve(Names.Kind.MEASURE, value.require("weighted"), id));
    }
    return switch (value.text()) {
      case "add" -> new Rollup.Add();
      case "recount" -> new Rollup.Recount();
      case "none" -> new Rollup.None();
      default -> throw new Value.Unreadable();
    };
  }

  private static Rollup defaultRollup(Formula formula) {
    boolean addsNothing =
        formula instanceof Formula.Dispersion || formula instanceof Formula.Derived;
    return addsNothing ? new Rollup.None() : new Rollup.Add();
  }

  static Example example(Value value) {
    List<Value> rows =
        value.find("given").map(List::of).orElseGet(() -> value.require("schools").list());
    return new Example(
        rows.stream().map(IndicatorsReader::row).toList(), value.require("value").number());
  }

  private static Map<String, BigDecimal> row(Value value) {
    Map<String, BigDecimal> row = new LinkedHashMap<>();
    value.entries().forEach((name, figure) -> row.put(name, figure.number()));
    return row;
  }
}

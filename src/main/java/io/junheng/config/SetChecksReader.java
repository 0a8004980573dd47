package io.junheng.config;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Contract;
import io.junheng.definition.Expression;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Figure;
import io.junheng.definition.SetCheck.Span;
import io.junheng.definition.SetCheck.Year;
import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the set checks of contracts. They see the columns of all datasets as they are stored. */
final class SetChecksReader {
  private final Attempt attempt;
  private final Problems problems;
  private final Names names;
  private final SqlCheck sql;
  private final Map<String, Vocabulary> stored;
  private final Map<String, Contract> contracts = new LinkedHashMap<>();

  SetChecksReader(
      Problems problems,
      Names names,
      SqlCheck sql,
      Map<String, Vocabulary> stored,
      List<Contract> contracts) {
    this.attempt = new Attempt(problems);
    this.problems = problems;
    this.names = names;
    this.sql = sql;
    this.stored = stored;
    contracts.forEach(contract -> this.contracts.putIfAbsent(contract.id(), contract));
  }

  List<SetCheck> read(List<Value> documents) {
    List<SetCheck> checks = new ArrayList<>();
    for (Value document : documents) {
      attempt
          .at(document, () -> document.require("contract").text())
          .ifPresent(
              contract ->
                  checks.addAll(
                      attempt.each(document.each("set_checks"), c -> check(c, contract))));
    }
    return checks;
  }

  private SetCheck check(Value value, String contract) {
    Span span = value.find("span").map(s -> s.word(Span.class)).orElse(Span.COUNTY);
    List<Value> by = value.each("by");
    List<Figure> figures = new ArrayList<>();
    Map<String, String> types = new LinkedHashMap<>();
    value
        .require("figures")
        .entries()
        .forEach(
            (name, figure) -> {
              figures.add(figure(name, figure, contract));
              by.forEach(column -> requireColumn(column, figures.get(figures.size() - 1), span));
              types.put(name, typeOf(figures.get(figures.size() - 1).aggregate()));
            });
    requireOwnRows(value, span, by, figures, contract);
    Expression require =
        sql.read(value.require("require"), new Vocabulary(types, true), Expected.CONDITION);
    return new SetCheck(
        value.require("id").text(),
        contract,
        span,
        by.stream().map(Value::text).toList(),
        figures,
        require,
        value
            .find("message")
            .map(Value::bilingual)
            .orElse(new Text("不满足:" + require.sql(), "Does not hold: " + require.sql())));
  }

  /**
   * Counts and sums are numbers; a smallest or largest value may be a text and is compared only.
   */
  private static String typeOf(Aggregate aggregate) {
    boolean isNumber = aggregate instanceof Aggregate.Count || aggregate instanceof Aggregate.Sum;
    return isNumber ? Vocabulary.MEASURE : "STRING";
  }

  private Figure figure(String name, Value value, String owner) {
    String contract =
        value.find("of").map(of -> names.resolve(Names.Kind.CONTRACT, of, name)).orElse(owner);
    Vocabulary columns = stored.getOrDefault(contract, new Vocabulary(Map.of(), false));
    return new Figure(
        name,
        contract,
        value.find("year").map(year -> year.word(Year.class)).orElse(Year.THIS),
        aggregate(value, columns),
        value.find("where").map(where -> sql.read(where, columns, Expected.CONDITION)));
  }

  private Aggregate aggregate(Value value, Vocabulary columns) {
    if (value.find("count").isPresent()) {
      return new Aggregate.Count(sql.read(value.require("count"), columns, Expected.CONDITION));
    } else if (value.find("sum").isPresent()) {
      return new Aggregate.Sum(sql.read(value.require("sum"), columns, Expected.NUMBER));
    } else if (value.find("min").isPresent()) {
      return new Aggregate.Min(sql.read(value.require("min"), columns, Expected.VALUE));
    }
    return new Aggregate.Max(sql.read(value.require("max"), columns, Expected.VALUE));
  }

  /** Groups within a county are named in findings: no column that stands for a person makes one. */
  private void requireColumn(Value column, Figure figure, Span span) {
    Optional<Contract> contract = Optional.ofNullable(contracts.get(figure.contract()));
    boolean stands =
        contract
            .map(c -> stored.get(c.id()))
            .filter(v -> v.complete() && !v.types().containsKey(column.text()))
            .isEmpty();
    if (!stands) {
      problems.add(
          column.place(),
          ProblemCode.UNKNOWN_COLUMN,
          Cure.nearest(column.text(), stored.get(figure.contract()).types().keySet()),
          Cure.of("“%s”".formatted(figure.contract()), "'%s'".formatted(figure.contract())),
          column.text());
      throw new Value.Unreadable();
    }
    boolean isPersonal =
        contract.stream()
            .flatMap(c -> c.columns().stream())
            .flatMap(c -> c.becomes().stream())
            .anyMatch(replacement -> replacement.name().equals(column.text()));
    if (span == Span.COUNTY && isPersonal) {
      bad(
          column,
          "按个人分组的检查须设 span: period",
          "a check of people has the span 'period', whose findings name nobody");
    }
  }

  private void requireOwnRows(
      Value value, Span span, List<Value> by, List<Figure> figures, String contract) {
    boolean isOwn =
        figures.stream().allMatch(f -> f.contract().equals(contract) && f.year() == Year.THIS);
    if (span == Span.PERIOD && (by.isEmpty() || !isOwn)) {
      bad(
          value.require("span"),
          "跨区县的检查须有 by,且只用本数据集本周期的数据",
          "a check across counties needs 'by', and figures of its own dataset and period");
      throw new Value.Unreadable();
    }
  }

  private void bad(Value value, String zh, String en) {
    problems.add(value.place(), ProblemCode.BAD_VALUE, Cure.NONE, Cure.of(zh, en));
  }
}

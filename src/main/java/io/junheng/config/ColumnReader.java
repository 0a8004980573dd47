package io.junheng.config;

import io.junheng.definition.Check;
import io.junheng.definition.Column;
import io.junheng.definition.Column.Absence;
import io.junheng.definition.Column.CheckDigit;
import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Column.Personal;
import io.junheng.definition.Column.Reference;
import io.junheng.definition.Column.Replacement;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the columns of a contract. */
final class ColumnReader {
  private static final int DEFAULT_DECIMALS = 4;
  private static final int MOST_DECIMALS = 18;
  private static final Set<String> OWN = Set.of("period", "_file_id", "_row");

  /**
   * The columns of a contract.
   *
   * @param complete false if one of them is wrong
   */
  record Columns(List<Column> columns, boolean complete) {
    Vocabulary stored() {
      Map<String, String> types = new LinkedHashMap<>();
      for (Column column : columns) {
        if (column.isKept()) {
          types.put(column.name(), "");
        }
        column.becomes().forEach(r -> types.put(r.name(), ""));
      }
      return new Vocabulary(types, complete);
    }
  }

  private final Attempt attempt;
  private final Problems problems;
  private final Names names;
  private final SqlCheck sql;

  ColumnReader(Problems problems, Names names, SqlCheck sql) {
    this.attempt = new Attempt(problems);
    this.problems = problems;
    this.names = names;
    this.sql = sql;
  }

  /** Reads all columns; replacements see the columns as they are delivered. */
  Columns read(List<Value> values, String contract, Absence absence) {
    int before = problems.count();
    List<Column> plain = attempt.each(values, value -> column(value, List.of(), absence));
    Vocabulary delivered = Vocabulary.delivered(plain, plain.size() == values.size());
    List<Column> columns =
        attempt.each(values, value -> column(value, replacements(value, delivered), absence));
    uniqueNames(values, contract);
    return new Columns(columns, problems.count() == before && columns.size() == values.size());
  }

  private Column column(Value value, List<Replacement> becomes, Absence absence) {
    String name = value.require("name").text();
    List<BigDecimal> range = range(value);
    ColumnType type = value.require("type").word(ColumnType.class);
    return new Column(
        name,
        value.require("title").bilingual(),
        type,
        value.find("unit").map(Value::text),
        decimals(value),
        value.find("required").map(Value::flag).orElse(false),
        range.stream().findFirst(),
        range.stream().skip(1).findFirst(),
        value.find("pattern").map(this::pattern),
        value.find("codes").map(codes -> codes(codes, name)),
        value.find("check").map(check -> check.word(CheckDigit.class)),
        value.find("absence").map(ColumnReader::absence).orElse(absence),
        value.find("units").map(units -> units(units, type)).orElse(Map.of()),
        value.find("personal").map(p -> p.word(Personal.class)).orElse(Personal.OPEN),
        becomes,
        value.find("references").map(r -> reference(r, name)),
        value.each("headers").stream().map(Value::text).toList());
  }

  static Absence absence(Value value) {
    return new Absence(
        value.each("blank").stream().map(Value::text).toList(),
        value.each("refused").stream().map(Value::text).toList());
  }

  private Map<String, BigDecimal> units(Value units, ColumnType type) {
    if (type != ColumnType.INTEGER && type != ColumnType.DECIMAL) {
      bad(units, "只有数值列可设计量单位换算", "only numbers are given in units");
    }
    Map<String, BigDecimal> factors = new LinkedHashMap<>();
    units.entries().forEach((unit, factor) -> factors.put(unit, factor.number()));
    return factors;
  }

  private Reference reference(Value value, String column) {
    Value contract = value.isScalar() ? value : value.require("contract");
    return new Reference(
        names.resolve(Names.Kind.CONTRACT, contract, column),
        value.isScalar() ? Check.Level.ROW : value.require("level").word(Check.Level.class));
  }

  private int decimals(Value value) {
    Optional<Value> given = value.find("decimals");
    int decimals = given.map(Value::whole).orElse(DEFAULT_DECIMALS);
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      bad(
          given.orElse(value),
          "小数位数须在 0 到 18 之间",
          "a decimal column keeps 0 to 18 digits after the point");
    }
    return decimals;
  }

  private List<BigDecimal> range(Value value) {
    List<BigDecimal> range = value.each("range").stream().map(Value::number).toList();
    boolean sound =
        range.isEmpty() || (range.size() == 2 && range.get(0).compareTo(range.get(1)) <= 0);
    if (!sound) {
      bad(value.require("range"), "range 须为 [最小值, 最大值]", "a range is [lowest, highest]");
    }
    return sound ? range : List.of();
  }

  private String pattern(Value value) {
    try {
      return Pattern.compile(value.text()).pattern();
    } catch (PatternSyntaxException e) {
      bad(
          value,
          "不是有效的正则表达式:" + e.getDescription(),
          "not a regular expression: " + e.getDescription());
      throw new Value.Unreadable();
    }
  }

  private String codes(Value value, String column) {
    boolean builtIn = value.text().equals("areas") || value.text().equals("stages");
    return builtIn ? value.text() : names.resolve(Names.Kind.CODE_LIST, value, column);
  }

  private List<Replacement> replacements(Value column, Vocabulary delivered) {
    Optional<Value> becomes = column.find("becomes");
    if (becomes.isEmpty()) {
      return List.of();
    }
    Text title = column.require("title").bilingual();
    if (becomes.get().isScalar()) {
      return List.of(
          new Replacement(becomes.get().text(), title, ColumnType.TEXT, Optional.empty()));
    }
    List<Replacement> replacements = new ArrayList<>();
    becomes
        .get()
        .entries()
        .forEach(
            (name, by) ->
                attempt
                    .at(by, () -> sql.typed(by, delivered))
                    .map(
                        typed ->
                            new Replacement(
                                name, title, typed.type(), Optional.of(typed.expression())))
                    .ifPresent(replacements::add));
    return replacements;
  }

  private void uniqueNames(List<Value> values, String contract) {
    Set<String> seen = new HashSet<>();
    for (Value value : values) {
      attempt.at(
          value,
          () -> {
            unique(value.require("name"), seen, contract);
            value
                .find("becomes")
                .ifPresent(b -> stored(b).forEach(name -> unique(name, seen, contract)));
            return value;
          });
    }
  }

  private static List<Value> stored(Value becomes) {
    return becomes.isMapping() ? becomes.keys() : List.of(becomes);
  }

  private void unique(Value name, Set<String> seen, String contract) {
    if (!seen.add(name.text())) {
      bad(
          name,
          "数据集“%s”的列“%s”重复".formatted(contract, name.text()),
          "contract '%s' has two columns '%s'".formatted(contract, name.text()));
    } else if (OWN.contains(name.text())) {
      bad(
          name,
          "列名“%s”由系统使用".formatted(name.text()),
          "every table has its own column '%s'".formatted(name.text()));
    }
  }

  private void bad(Value value, String zh, String en) {
    problems.add(value.place(), ProblemCode.BAD_VALUE, Cure.NONE, Cure.of(zh, en));
  }

  /** The column that a value names. */
  String resolve(Value name, Vocabulary columns, String owner) {
    if (columns.complete() && !columns.types().containsKey(name.text())) {
      problems.add(
          name.place(),
          ProblemCode.UNKNOWN_COLUMN,
          Cure.nearest(name.text(), columns.types().keySet()),
          Cure.of("“%s”".formatted(owner), "'%s'".formatted(owner)),
          name.text());
      throw new Value.Unreadable();
    }
    return name.text();
  }
}
